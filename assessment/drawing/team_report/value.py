"""What a team's report is made from: finished values, so that it has nobody to ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportlab.lib.colors import Color

from assessment.domain.development_plan import DevelopmentPlan
from assessment.domain.framework import Framework
from assessment.domain.team_plan import TeamPlan
from assessment.domain.team_result import TeamResult
from assessment.drawing.report.styles import hue_of
from assessment.languages import Language
from assessment.wording.team_plan import told_plan


@dataclass(frozen=True, slots=True)
class TeamReport:
    """A team's result and plan in one language.

    ``team`` and ``campaign`` are names that people gave. The result is not hidden as a whole.
    """

    language: Language
    framework: Framework
    result: TeamResult
    plan: TeamPlan
    team: str
    campaign: str

    @property
    def day(self) -> date:
        """The day the campaign closed, which the report carries as its date."""
        return self.result.closed_on

    @property
    def told_plan(self) -> DevelopmentPlan:
        """The plan with its texts in the report's language."""
        return told_plan(self.language, self.framework, self.plan)

    def hue(self, competency_id: str | None) -> Color:
        """The fill of a competency's spoke; a neutral for steps that belong to none. Raises KeyError if unknown."""
        return hue_of(self.framework, competency_id)
