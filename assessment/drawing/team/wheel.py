"""The wheel of a group as a figure."""

from __future__ import annotations

from matplotlib.figure import Figure

from assessment.domain.framework import Framework
from assessment.domain.team_result import TeamResult
from assessment.domain.wheel import WheelForm, build_group_wheel
from assessment.drawing.wheel_figure import wheel_figure
from assessment.languages import Language
from assessment.wording.group_wheel_words import group_wheel_words


def team_wheel_figure(framework: Framework, result: TeamResult, language: Language, *, margin: float = 0) -> Figure:
    """The wide wheel of a result that is not hidden, one point to each of its units; the margin is in points."""
    wheel = build_group_wheel(result, framework, group_wheel_words(language), WheelForm.WIDE)
    return wheel_figure(wheel, margin=margin)
