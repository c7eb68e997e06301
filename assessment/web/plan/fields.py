"""The fields of the plan's forms: filled from what is stored, or from what was typed when a form was refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assessment.domain.development_plan import PlanStep, PlanTerms
from assessment.domain.framework import Framework
from assessment.languages import Language
from assessment.use_cases.plan_limits import LONGEST_NAME, LONGEST_NOTE, LONGEST_TEXT, LONGEST_TITLE
from assessment.web.fields import FieldView
from assessment.web.plan.forms import DatesForm, EvidenceForm, NameForm, OwnStepForm, PlanForm, TermsForm


@dataclass(frozen=True, slots=True)
class Refused:
    """A form that was refused and has to be shown again; ``step`` is the step it belongs to, if any."""

    form: PlanForm
    step: str | None = None

    def is_for(self, kind: type[PlanForm], step: str | None = None) -> bool:
        return type(self.form) is kind and self.step == step


@dataclass(frozen=True, slots=True)
class FieldSheet:
    """Makes the fields of one form; ``again`` is the form when it was refused, with what was typed."""

    language: Language
    again: PlanForm | None

    @classmethod
    def of(
        cls, language: Language, refused: Refused | None, kind: type[PlanForm], step: str | None = None
    ) -> FieldSheet:
        """Of the form of that kind and step, refused or not."""
        return cls(language, refused.form if refused is not None and refused.is_for(kind, step) else None)

    def field(
        self,
        key: str,
        label: str,
        value: str = "",
        *,
        kind: str = "text",
        hint: str = "",
        limits: Mapping[str, str] | None = None,
        options: tuple[tuple[str, str], ...] = (),
        required: bool = True,
    ) -> FieldView:
        """One field. ``key`` is the name of the field and, after a hyphen, what makes its id unique on the page."""
        name = key.split("-", 1)[0]
        return FieldView(
            id=key,
            name=name,
            label=label,
            value=value if self.again is None else self.again.typed(name),
            kind=kind,
            hint=hint,
            error="" if self.again is None else self.again.refusal(self.language, name),
            required=required,
            limits=limits,
            options=options,
        )

    def days(self, key: str, start: date, due: date) -> tuple[FieldView, FieldView]:
        """First and last day."""
        return (
            self.field(f"start-{key}", self.language.gettext("First day"), start.isoformat(), kind="date"),
            self.field(f"due-{key}", self.language.gettext("Last day"), due.isoformat(), kind="date"),
        )


def terms_fields(language: Language, terms: PlanTerms, refused: Refused | None) -> tuple[FieldView, ...]:
    """Hours a week, weeks, first day, steps at most."""
    sheet = FieldSheet.of(language, refused, TermsForm)
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
    return FieldSheet.of(language, refused, NameForm).field(
        "name",
        language.gettext("Name"),
        name,
        hint=language.gettext("Optional. It stands on the PDF and nowhere else."),
        limits={"maxlength": str(LONGEST_NAME), "autocomplete": "name"},
        required=False,
    )


def dates_fields(language: Language, step: PlanStep, refused: Refused | None) -> tuple[FieldView, ...]:
    """First and last day of a step."""
    return FieldSheet.of(language, refused, DatesForm, step.id).days(step.id, step.start, step.due)


def evidence_field(language: Language, step: PlanStep, refused: Refused | None) -> FieldView:
    """What the person has to show."""
    return FieldSheet.of(language, refused, EvidenceForm, step.id).field(
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
    sheet = FieldSheet.of(language, refused, OwnStepForm)
    spokes = tuple((spoke.id, language.pick(spoke.short)) for spoke in framework.competencies)
    options = (("", language.gettext("None in particular")), *spokes)
    title, text = {"maxlength": str(LONGEST_TITLE)}, {"maxlength": str(LONGEST_TEXT)}
    hours = {"min": "0.25", "max": "1000", "step": "0.25", "inputmode": "decimal"}
    which, how = language.gettext("Which competency it helps"), language.gettext("How (optional)")
    shown = language.gettext("Done when there is (optional)")
    return (
        sheet.field("title-own", language.gettext("What I will do"), limits=title),
        sheet.field("competency-own", which, kind="select", options=options, required=False),
        sheet.field("how-own", how, kind="textarea", limits=text, required=False),
        sheet.field("evidence-own", shown, limits=text, required=False),
        sheet.field("hours-own", language.gettext("Hours in all"), "2", kind="number", limits=hours),
        *sheet.days("own", start, due),
    )
