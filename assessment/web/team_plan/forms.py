"""Shapes of what the page of a team's plan sends. What the values may be is for the use case to say."""

from __future__ import annotations

from wtforms import IntegerField, StringField
from wtforms.validators import InputRequired

from assessment.use_cases.change_team_steps import OwnStep, StepState
from assessment.web.forms import NumberField
from assessment.web.plan.forms import DatesForm, OwnStepForm


class StepForm(DatesForm):
    """Everything people set about a step."""

    owner = StringField()
    hours = NumberField(validators=[InputRequired()])
    progress = IntegerField(validators=[InputRequired()])
    note = StringField()

    def state(self) -> StepState:
        """What a valid form says."""
        start, due = self.days()
        return StepState(
            owner=self.typed("owner"),
            start=start,
            due=due,
            hours=float(self.hours.data or 0),
            progress=int(self.progress.data or 0),
            note=self.typed("note"),
        )


class OwnTeamStepForm(OwnStepForm):
    """A step in the team's own words."""

    owner = StringField()

    def step(self) -> OwnStep:
        """What a valid form says."""
        start, due = self.days()
        return OwnStep(
            title=self.typed("title"),
            hours=float(self.hours.data or 0),
            start=start,
            due=due,
            how=self.typed("how"),
            evidence=self.typed("evidence"),
            owner=self.typed("owner"),
            competency=self.typed("competency") or None,
        )
