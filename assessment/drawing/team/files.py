"""Charts of a group as files: the same result gives the same bytes, whenever they are made."""

from __future__ import annotations

from collections.abc import Callable

from matplotlib.figure import Figure

from assessment.domain.framework import Framework
from assessment.domain.team_result import TeamResult
from assessment.drawing.figure_files import figure_png, figure_svg
from assessment.drawing.team.agreement import agreement_figure
from assessment.drawing.team.answers import answers_figure
from assessment.drawing.team.coverage import coverage_figure
from assessment.drawing.team.ranges import ranges_figure
from assessment.drawing.team.wheel import team_wheel_figure
from assessment.languages import Language
from assessment.wording.agreement import agreement_sentence, differing_sentence
from assessment.wording.coverage import coverage_sentence
from assessment.wording.group_wheel_words import group_wheel_sentence
from assessment.wording.team_scores import standing_sentence

_MARGIN = 20


def chart_svg(chart: str, framework: Framework, result: TeamResult, language: Language) -> bytes:
    """The chart of that name (wheel, ranges, coverage, agreement) as SVG, titled with what it shows."""
    return figure_svg(_draw(chart, framework, result, language), _say(chart, framework, result, language))


def chart_png(chart: str, framework: Framework, result: TeamResult, language: Language) -> bytes:
    """The chart of that name as PNG, titled with what it shows."""
    return figure_png(_draw(chart, framework, result, language), _say(chart, framework, result, language))


def answers_svg(framework: Framework, result: TeamResult, language: Language, competency: str) -> bytes:
    """Answers to the statements of one competency as SVG. Raises ValueError where none are told."""
    figure = _draw_answers(framework, result, language, competency)
    return figure_svg(figure, differing_sentence(language, result, [competency]))


def answers_png(framework: Framework, result: TeamResult, language: Language, competency: str) -> bytes:
    """Answers to the statements of one competency as PNG. Raises ValueError where none are told."""
    figure = _draw_answers(framework, result, language, competency)
    return figure_png(figure, differing_sentence(language, result, [competency]))


def _draw_answers(framework: Framework, result: TeamResult, language: Language, competency: str) -> Figure:
    figure = answers_figure(framework, result, language, competency)
    if figure is None:
        raise ValueError("no answers are told of this competency")
    return figure


def _draw(chart: str, framework: Framework, result: TeamResult, language: Language) -> Figure:
    if chart == "wheel":
        return team_wheel_figure(framework, result, language, margin=_MARGIN)
    figures: dict[str, Callable[[Framework, TeamResult, Language], Figure]] = {
        "ranges": ranges_figure,
        "coverage": coverage_figure,
        "agreement": agreement_figure,
    }
    return figures[chart](framework, result, language)


def _say(chart: str, framework: Framework, result: TeamResult, language: Language) -> str:
    sentences: dict[str, Callable[[Language, Framework, TeamResult], str]] = {
        "wheel": group_wheel_sentence,
        "ranges": standing_sentence,
        "coverage": coverage_sentence,
        "agreement": agreement_sentence,
    }
    return sentences[chart](language, framework, result)
