"""What the report is made from: finished values, so that it has nobody to ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportlab.lib.colors import Color

from assessment.domain.answers import AnswerSheet
from assessment.domain.development_plan import DevelopmentPlan
from assessment.domain.framework import Framework
from assessment.domain.profile import Profile
from assessment.domain.quality import QualityFlags
from assessment.drawing.report.styles import hue_of
from assessment.languages import Language


@dataclass(frozen=True, slots=True)
class PlanReport:
    """One person's (or team's, or company's) result and plan in one language.

    ``name`` may be empty. ``day`` is the day of submission, which the report carries as its date.
    """

    language: Language
    framework: Framework
    sheet: AnswerSheet
    profile: Profile
    quality: QualityFlags
    plan: DevelopmentPlan
    name: str
    day: date

    def hue(self, competency_id: str | None) -> Color:
        """The fill of a competency's spoke; a neutral for steps that belong to none. Raises KeyError if unknown."""
        return hue_of(self.framework, competency_id)
