"""Charts of a team as files: what is told is drawn, what is hidden is a word, and nothing else stands there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import Circle, PathPatch, Rectangle

from assessment.domain.framework import Framework
from assessment.domain.team_result import TeamResult
from assessment.drawing.figure_files import figure_png, figure_svg
from assessment.drawing.figure_type import Letters, text_length
from assessment.drawing.palette import LIGHT
from assessment.drawing.team.agreement import agreement_figure
from assessment.drawing.team.answers import answers_figure
from assessment.drawing.team.coverage import coverage_figure
from assessment.drawing.team.files import answers_svg, chart_png, chart_svg
from assessment.drawing.team.ranges import ranges_figure
from assessment.drawing.team.sheet import BODY, MARGIN, SMALL, WIDTH, break_lines
from assessment.drawing.team.wheel import team_wheel_figure
from assessment.languages import Language, get_language
from tests.factories.frameworks import core_framework
from tests.factories.team_results import (
    about_the_team,
    about_themselves,
    all_agree,
    one_hidden,
    seven_people,
    three_spokes,
    twelve_spokes,
)

ENGLISH, RUSSIAN = get_language("en"), get_language("ru")
Draw = Callable[[Framework, TeamResult], Figure]


def texts(figure: Figure) -> list[str]:
    return [artist.text for artist in figure.get_children() if isinstance(artist, Letters)]


def row(figure: Figure, name: str) -> list[str]:
    """Texts on the line of that one, from left to right."""
    letters = [artist for artist in figure.get_children() if isinstance(artist, Letters)]
    at = next(one.at[1] for one in letters if one.text == name)
    return [one.text for one in sorted(letters, key=lambda one: one.at[0]) if one.at[1] == at]


def of(figure: Figure, kind: type, color: str) -> list[Rectangle | Circle]:
    found = [artist for artist in figure.get_children() if isinstance(artist, kind)]
    return [one for one in found if to_hex(one.get_facecolor()) == color]


def test_ranges_have_a_dot_a_bar_and_the_numbers() -> None:
    figure = ranges_figure(core_framework(), about_themselves(), ENGLISH)
    bars = [one for one in figure.get_children() if isinstance(one, PathPatch) and one.get_alpha()]

    assert row(figure, "Strategy") == ["Strategy", "46", "42–51"]
    assert row(figure, "Customer voice") == ["Customer voice", "61", "57–66"]
    assert len(bars) == 5
    assert sum(isinstance(one, Circle) for one in figure.get_children()) == 5


def test_dots_stand_in_the_order_of_their_means() -> None:
    figure = ranges_figure(core_framework(), about_themselves(), ENGLISH)
    dots = [one.center[0] for one in figure.get_children() if isinstance(one, Circle)]
    means = [spoke.score.mean or 0 for spoke in about_themselves().competencies]
    shares = [(dot - min(dots)) / (max(dots) - min(dots)) for dot in dots]

    assert shares == pytest.approx([(mean - min(means)) / (max(means) - min(means)) for mean in means])


def test_under_ten_people_ranges_have_dots_alone() -> None:
    figure = ranges_figure(core_framework(), seven_people(), ENGLISH)

    assert row(figure, "Strategy") == ["Strategy", "46"]
    assert not [one for one in figure.get_children() if isinstance(one, PathPatch) and one.get_alpha()]


def test_a_level_alone_is_an_area_and_a_hidden_one_a_word() -> None:
    levels = ranges_figure(core_framework(), all_agree(), ENGLISH)
    hidden = ranges_figure(core_framework(), one_hidden(), ENGLISH)

    assert row(levels, "Metrics") == ["Metrics", "Developing"]
    outlined = [one for one in levels.get_children() if isinstance(one, Rectangle) and not one.get_fill()]
    assert len(outlined) == 2
    assert row(hidden, "Metrics") == ["Metrics", "hidden"]
    assert sum(isinstance(one, Circle) for one in hidden.get_children()) == 4
    assert "Not everything is shown. Fewer than 5 people rated this" in " ".join(texts(hidden))


def test_a_level_has_its_room_beside_the_plot_and_means_without_ranges_end_with_it() -> None:
    figure = ranges_figure(core_framework(), all_agree(), RUSSIAN)
    letters = {one.text: one for one in figure.get_children() if isinstance(one, Letters)}
    plot_end = letters["100"].at[0] + text_length("100", SMALL) / 2
    words = [one for one in figure.get_children() if isinstance(one, Letters) and one.at[0] > plot_end]

    assert {one.text for one in words} == {"58", "42", "60", "Развивающийся", "Уверенный"}
    assert min(one.at[0] for one in words) > plot_end + 10
    mean = letters["58"]
    assert mean.at[0] + text_length("58", BODY, bold=True) == pytest.approx(WIDTH - MARGIN)


def test_coverage_is_words_with_their_marks() -> None:
    figure = coverage_figure(core_framework(), about_themselves(), ENGLISH)

    assert row(figure, "Strategy") == ["Strategy", "Not covered", "Covered", "Thin", "Thin"]
    assert row(figure, "Metrics") == ["Metrics", "One person", "Covered", "Thin", "Thin"]
    assert row(figure, "Customer voice") == ["Customer voice", "Covered", "Covered", "Covered", "hidden"]
    full = [one for one in of(figure, Circle, LIGHT.ink) if one.get_fill()]
    assert len(full) == sum(text == "Covered" for text in texts(figure))


def test_agreement_is_bars_with_words_and_words_alone_under_ten_people() -> None:
    measured = agreement_figure(core_framework(), about_the_team(), ENGLISH)
    words = agreement_figure(core_framework(), all_agree(), ENGLISH)

    assert row(measured, "Strategy") == ["Strategy", "1.1", "Opinions differ"]
    assert row(measured, "Culture") == ["Culture", "0.8", "Close"]
    assert row(words, "Culture") == ["Culture", "Close"]
    assert row(words, "Metrics") == ["Metrics", "hidden"]


def test_columns_of_answers_have_their_numbers() -> None:
    figure = answers_figure(core_framework(), about_the_team(), ENGLISH, "strategy")
    assert figure is not None
    chosen = [
        n for one in about_the_team().competency("strategy").statements for n in (one.answers or {}).values() if n
    ]
    columns = [one for one in figure.get_children() if isinstance(one, Rectangle) and one is not figure.patch]

    assert [round(one.get_height() / 58 * max(chosen)) for one in columns] == chosen
    assert answers_figure(core_framework(), all_agree(), ENGLISH, "strategy") is None


@pytest.mark.parametrize("draw", [ranges_figure, coverage_figure])
@pytest.mark.parametrize("make", [three_spokes, twelve_spokes])
def test_charts_hold_any_number_of_competencies(
    draw: Callable[..., Figure], make: Callable[[], tuple[Framework, TeamResult]]
) -> None:
    framework, result = make()
    figure = draw(framework, result, ENGLISH)

    assert {competency.short["en"] for competency in framework.competencies} <= set(texts(figure))


@pytest.mark.parametrize("language", [ENGLISH, RUSSIAN])
@pytest.mark.parametrize("result", [about_themselves(), all_agree(), one_hidden(), about_the_team()])
def test_no_text_leaves_the_sheet(result: TeamResult, language: Language) -> None:
    framework = core_framework()
    own = coverage_figure if result.level == "individual" else agreement_figure
    for figure in (ranges_figure(framework, result, language), own(framework, result, language)):
        for one in figure.get_children():
            if isinstance(one, Letters):
                assert one.at[0] > 0
                assert one.at[0] + text_length(one.text, one.size, bold=one.bold) <= WIDTH, one.text


def test_long_sentences_break_into_lines_that_fit() -> None:
    lines = break_lines("A sentence that is far too long for one line of a small picture. " * 6, 20, 400)

    assert len(lines) > 3
    assert all(text_length(line, 20) <= 400 for line in lines)


@pytest.mark.parametrize("chart", ["wheel", "ranges", "coverage"])
def test_files_say_what_they_show_and_are_the_same_each_time(chart: str) -> None:
    svg = chart_svg(chart, core_framework(), about_themselves(), RUSSIAN)

    assert svg == chart_svg(chart, core_framework(), about_themselves(), RUSSIAN)
    assert chart_png(chart, core_framework(), about_themselves(), RUSSIAN).startswith(b"\x89PNG")
    assert b"style=" not in svg


def test_answers_that_are_not_told_are_refused() -> None:
    with pytest.raises(ValueError, match="no answers are told"):
        answers_svg(core_framework(), all_agree(), ENGLISH, "strategy")


def test_the_wheel_has_frames_and_light_stripes_where_the_geometry_has_them() -> None:
    frames = team_wheel_figure(core_framework(), about_themselves(), ENGLISH)
    stripes = team_wheel_figure(core_framework(), all_agree(), ENGLISH)
    glass = [one for one in frames.get_children() if isinstance(one, PathPatch) and one.get_alpha() == 0.55]
    lines = [one for one in stripes.get_children() if isinstance(one, PathPatch) and one.get_linewidth() == 1.4]

    assert len(glass) == 5
    assert len([one for one in lines if to_hex(one.get_edgecolor()) in {hue.fill for hue in LIGHT.hues}]) == 4
    assert figure_svg(frames, "a").startswith(b"<?xml")
    assert figure_png(stripes, "b").startswith(b"\x89PNG")
