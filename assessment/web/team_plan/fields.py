"""The fields of a team plan's forms: filled from what is stored, or from what was typed when a form was refused."""

from __future__ import annotations

from datetime import date

from assessment.domain.development_plan import PlanTerms
from assessment.domain.framework import Framework
from assessment.domain.team_plan import TeamStep
from assessment.languages import Language
from assessment.use_cases.change_team_steps import LONGEST_OWNER
from assessment.use_cases.plan_limits import LONGEST_NOTE, LONGEST_TITLE
from assessment.web.fields import FieldView
from assessment.web.forms import RefusableForm
from assessment.web.plan.fields import HOURS, Refused, days_fields, details_fields, sheet_of
from assessment.web.team_plan.forms import OwnTeamStepForm, StepForm

NAMES = "team-names"
"""Id of the list of names that an owner can be chosen from."""

_OWNER = {"maxlength": str(LONGEST_OWNER), "list": NAMES, "autocomplete": "off"}


def step_fields(language: Language, step: TeamStep, refused: Refused | None) -> tuple[FieldView, ...]:
    """Who, when, how much, how far, and what came of it."""
    sheet, stored = sheet_of(language, refused, StepForm, step.id), stored_values(step)
    start, due = days_fields(sheet, step.id, step.start, step.due)
    progress = {"min": "0", "max": "100", "step": "5", "inputmode": "numeric"}
    return (
        sheet.field(
            f"owner-{step.id}",
            language.gettext("Owner"),
            stored["owner"],
            hint=language.gettext("A name or a role."),
            limits=_OWNER,
            required=False,
        ),
        start,
        due,
        sheet.field(f"hours-{step.id}", language.gettext("Hours in all"), stored["hours"], kind="number", limits=HOURS),
        sheet.field(
            f"progress-{step.id}",
            language.gettext("Progress, per cent"),
            stored["progress"],
            kind="number",
            limits=progress,
        ),
        sheet.field(
            f"note-{step.id}",
            language.gettext("What came of it"),
            stored["note"],
            kind="textarea",
            limits={"maxlength": str(LONGEST_NOTE)},
            required=False,
        ),
    )


def own_step_fields(
    language: Language, framework: Framework, start: date, due: date, refused: Refused | None
) -> tuple[FieldView, ...]:
    """Everything about a step in the team's own words; its days are proposed."""
    sheet = sheet_of(language, refused, OwnTeamStepForm)
    title = {"maxlength": str(LONGEST_TITLE)}
    return (
        sheet.field("title-own", language.gettext("What we will do"), limits=title),
        sheet.field("owner-own", language.gettext("Owner"), limits=_OWNER, required=False),
        *details_fields(sheet, framework),
        *days_fields(sheet, "own", start, due),
    )


def stored_values(step: TeamStep) -> dict[str, str]:
    """A step as its form shows it, by field."""
    return {
        "owner": step.owner,
        "start": step.start.isoformat(),
        "due": step.due.isoformat(),
        "hours": f"{step.hours:g}",
        "progress": str(step.percent),
        "note": step.note,
    }


def stored_terms(terms: PlanTerms) -> dict[str, str]:
    """Terms as their form shows them, by field."""
    return {
        "weekly_hours": f"{terms.weekly_hours:g}",
        "weeks": str(terms.weeks),
        "start": terms.start.isoformat(),
        "at_most": str(terms.at_most),
    }


def tell_what_changed(language: Language, form: RefusableForm, stored: dict[str, str]) -> None:
    """Put beside every field that says something else what somebody has stored there meanwhile."""
    for name, value in stored.items():
        typed = form.typed(name).strip().replace("\r\n", "\n")
        if typed in {value, value.replace(".", ",")}:
            continue
        shown = value if value else language.gettext("nothing")
        form.refuse(name, language.gettext("Meanwhile somebody else has put here: %(value)s", value=shown))
