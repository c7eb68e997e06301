"""Shapes of what the plan page sends. What the values may be is for the use case to say."""

from __future__ import annotations

from datetime import date
from typing import cast

from wtforms import DateField, IntegerField, StringField
from wtforms.validators import InputRequired

from assessment.domain.development_plan import PlanTerms
from assessment.web.forms import ChoiceField, NumberField, RefusableForm


class TermsForm(RefusableForm):
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


class NameForm(RefusableForm):
    """The name for the report; may be empty."""

    name = StringField()


class DatesForm(RefusableForm):
    """First and last day of a step."""

    start = DateField(validators=[InputRequired()])
    due = DateField(validators=[InputRequired()])

    def days(self) -> tuple[date, date]:
        """First and last day of a valid form."""
        return _day(self.start), _day(self.due)


class EvidenceForm(RefusableForm):
    """What the person has to show for a step; may be empty."""

    note = StringField()


class SwapForm(RefusableForm):
    """The action to take instead."""

    action = ChoiceField(validators=[InputRequired()])


class OwnStepForm(DatesForm):
    """A step of the person's own."""

    title = StringField(validators=[InputRequired()])
    competency = ChoiceField()
    how = StringField()
    evidence = StringField()
    hours = NumberField(validators=[InputRequired()])


def _day(field: DateField) -> date:
    """The day of a field that was found valid."""
    return cast(date, field.data)
