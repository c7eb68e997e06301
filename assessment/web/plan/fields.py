"""The fields of the plan's forms: filled from what is stored, or from what was typed when a form was refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assessment.domain.development_plan import PlanStep, PlanTerms
from assessment.domain.framework import Framework
from assessment.languages import Language
from assessment.use_cases.plan_limits import LONGEST_NAME, LONGEST_NOTE, LONGEST_TEXT, LONGEST_TITLE
from assessment.web.fields import FieldSheet, FieldView
from assessment.web.forms import RefusableForm
from assessment.web.plan.forms import DatesForm, EvidenceForm, NameForm, OwnStepForm, TermsForm

HOURS = {"min": "0.25", "max": "1000", "step": "0.25", "inputmode": "decimal"}


@dataclass(frozen=True, slots=True)
class Refused:
    """A form that was refused and has to be shown again; ``step`` is the step it belongs to, if any."""

    form: RefusableForm
    step: str | None = None

    def is_for(self, kind: type[RefusableForm], step: str | None = None) -> bool:
        return type(self.form) is kind and self.step == step


def sheet_of(
    language: Language, refused: Refused | None, kind: type[RefusableForm], step: str | None = None
) -> FieldSheet:
    """The fields of the form of that kind and step, refused or not."""
    return FieldSheet(language, refused.form if refused is not None and refused.is_for(kind, step) else None)


def days_fields(sheet: FieldSheet, key: str, start: date, due: date) -> tuple[FieldView, FieldView]:
    """First and last day."""
    language = sheet.language
    return (
        sheet.field(f"start-{key}", language.gettext("First day"), start.isoformat(), kind="date"),
        sheet.field(f"due-{key}", language.gettext("Last day"), due.isoformat(), kind="date"),
    )


def terms_fields(language: Language, terms: PlanTerms, refused: Refused | None) -> tuple[FieldView, ...]:
    """Hours a week, weeks, first day, steps at most."""
    sheet = sheet_of(language, refused, TermsForm)
    return (
        sheet.field(
            "weekly_hours-terms",
            language.gettext("Hours a week"),
            f"{terms.weekly_hours:g}",
            kind="number",
            limits={"min": "0.5", "max": "40", "step": "0.5", "inputmode": "decimal"},
        ),
        sheet.field(
            "weeks-terms", language.gettext("Weeks"), str(terms.weeks), kind="number", limits={"min": "1", "max": "52"}
        ),
        sheet.field("start-terms", language.gettext("First day"), terms.start.isoformat(), kind="date"),
        sheet.field(
            "at_most-terms",
            language.gettext("Steps at most"),
            str(terms.at_most),
            kind="number",
            limits={"min": "1", "max": "12"},
        ),
    )


def name_field(language: Language, name: str, refused: Refused | None) -> FieldView:
    """The name for the report."""
    return sheet_of(language, refused, NameForm).field(
        "name",
        language.gettext("Name"),
        name,
        hint=language.gettext("Optional. It stands on the PDF and nowhere else."),
        limits={"maxlength": str(LONGEST_NAME), "autocomplete": "name"},
        required=False,
    )


def dates_fields(language: Language, step: PlanStep, refused: Refused | None) -> tuple[FieldView, ...]:
    """First and last day of a step."""
    return days_fields(sheet_of(language, refused, DatesForm, step.id), step.id, step.start, step.due)


def evidence_field(language: Language, step: PlanStep, refused: Refused | None) -> FieldView:
    """What the person has to show."""
    return sheet_of(language, refused, EvidenceForm, step.id).field(
        f"note-{step.id}",
        language.gettext("What I have to show, and what I learned"),
        step.note,
        kind="textarea",
        limits={"maxlength": str(LONGEST_NOTE)},
        required=False,
    )


def own_step_fields(
    language: Language, framework: Framework, start: date, due: date, refused: Refused | None
) -> tuple[FieldView, ...]:
    """Everything about a step of the person's own; its days are proposed."""
    sheet = sheet_of(language, refused, OwnStepForm)
    title = {"maxlength": str(LONGEST_TITLE)}
    return (
        sheet.field("title-own", language.gettext("What I will do"), limits=title),
        *details_fields(sheet, framework),
        *days_fields(sheet, "own", start, due),
    )


def details_fields(sheet: FieldSheet, framework: Framework) -> tuple[FieldView, ...]:
    """What a step in one's own words helps, how, what shows it, and its hours."""
    language = sheet.language
    spokes = tuple((spoke.id, language.pick(spoke.short)) for spoke in framework.competencies)
    options = (("", language.gettext("None in particular")), *spokes)
    text = {"maxlength": str(LONGEST_TEXT)}
    which, how = language.gettext("Which competency it helps"), language.gettext("How (optional)")
    shown = language.gettext("Done when there is (optional)")
    return (
        sheet.field("competency-own", which, kind="select", options=options, required=False),
        sheet.field("how-own", how, kind="textarea", limits=text, required=False),
        sheet.field("evidence-own", shown, limits=text, required=False),
        sheet.field("hours-own", language.gettext("Hours in all"), "2", kind="number", limits=HOURS),
    )
