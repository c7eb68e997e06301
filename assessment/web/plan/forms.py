"""Shapes of what the plan page sends. What the values may be is for the use case to say.

Each form keeps what was typed as it was typed, so that a page that refuses it can show it again.
"""

from __future__ import annotations

from datetime import date
from typing import cast

from werkzeug.datastructures import MultiDict
from wtforms import DateField, Field, FloatField, Form, IntegerField, StringField
from wtforms.validators import InputRequired

from assessment.domain.development_plan import PlanTerms
from assessment.languages import Language


class NumberField(FloatField):
    """A number with a point or a comma."""

    def process_formdata(self, valuelist: list[str]) -> None:
        super().process_formdata([value.strip().replace(",", ".") for value in valuelist])


class PlanForm(Form):
    """A form that remembers what the use case behind it refused."""

    def __init__(self, sent: MultiDict[str, str]) -> None:
        super().__init__(sent)
        self._refused: dict[str, str] = {}

    def refuse(self, field: str, sentence: str) -> None:
        """Put a sentence at a field; at the first one when the form has none of that name."""
        self._refused[field if field in self._fields else next(iter(self._fields))] = sentence

    def typed(self, name: str) -> str:
        """What was typed into a field, as it was typed."""
        raw = self._fields[name].raw_data
        return str(raw[0]) if raw else ""

    def refusal(self, language: Language, name: str) -> str:
        """The sentence at a field, empty when all is well."""
        field = self._fields[name]
        return self._refused.get(name) or (_shape_sentence(language, field) if field.errors else "")


class TermsForm(PlanForm):
    """What a person can give."""

    weekly_hours = NumberField(validators=[InputRequired()])
    weeks = IntegerField(validators=[InputRequired()])
    start = DateField(validators=[InputRequired()])
    at_most = IntegerField(validators=[InputRequired()])

    def terms(self) -> PlanTerms:
        """The terms of a valid form."""
        return PlanTerms(
            start=_day(self.start),
            weekly_hours=float(self.weekly_hours.data or 0),
            weeks=int(self.weeks.data or 0),
            at_most=int(self.at_most.data or 0),
        )


class NameForm(PlanForm):
    """The name for the report; may be empty."""

    name = StringField()


class DatesForm(PlanForm):
    """First and last day of a step."""

    start = DateField(validators=[InputRequired()])
    due = DateField(validators=[InputRequired()])

    def days(self) -> tuple[date, date]:
        """First and last day of a valid form."""
        return _day(self.start), _day(self.due)


class EvidenceForm(PlanForm):
    """What the person has to show for a step; may be empty."""

    note = StringField()


class SwapForm(PlanForm):
    """The action to take instead."""

    action = StringField(validators=[InputRequired()])


class OwnStepForm(DatesForm):
    """A step of the person's own."""

    title = StringField(validators=[InputRequired()])
    competency = StringField()
    how = StringField()
    evidence = StringField()
    hours = NumberField(validators=[InputRequired()])


def _day(field: DateField) -> date:
    """The day of a field that was found valid."""
    return cast(date, field.data)


def _shape_sentence(language: Language, field: Field) -> str:
    """What kind of value a field takes."""
    if isinstance(field, NumberField):
        return language.gettext("Please enter a number, such as 3 or 2.5.")
    if isinstance(field, IntegerField):
        return language.gettext("Please enter a whole number, such as 12.")
    if isinstance(field, DateField):
        return language.gettext("Please enter a date.")
    return language.gettext("Please write something here.")
