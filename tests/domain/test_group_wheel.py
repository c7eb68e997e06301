"""The wheel of a group: what is told is drawn, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from assessment.domain.framework import Framework
from assessment.domain.team_result import TeamResult
from assessment.domain.wheel import Wheel, WheelForm, build_group_wheel
from assessment.domain.wheel.angles import score_radius
from assessment.domain.wheel.group import band_limits
from assessment.domain.wheel.parts import Role
from assessment.languages import get_language
from assessment.wording.group_wheel_words import group_wheel_sentence, group_wheel_words
from tests.factories.frameworks import core_framework
from tests.factories.team_results import (
    about_the_team,
    about_themselves,
    all_agree,
    nothing_shown,
    one_hidden,
    seven_people,
    three_spokes,
    twelve_spokes,
)

FORMS = pytest.mark.parametrize("form", list(WheelForm))


def wheel_of(result: TeamResult, framework: Framework | None = None, form: WheelForm = WheelForm.WIDE) -> Wheel:
    return build_group_wheel(result, framework or core_framework(), group_wheel_words(get_language("en")), form)


def said(wheel: Wheel, spoke: int) -> list[str]:
    return [text.text for text in wheel.labels if text.spoke == spoke]


@FORMS
def test_one_fill_reaches_to_the_mean_of_each_spoke(form: WheelForm) -> None:
    result = about_themselves()
    wheel = wheel_of(result, form=form)

    assert [fill.spoke for fill in wheel.fills] == [0, 1, 2, 3, 4]
    means = [spoke.score.mean for spoke in result.competencies]
    assert [fill.outer for fill in wheel.fills] == [
        pytest.approx(score_radius(wheel.measures, mean or 0)) for mean in means
    ]
    assert wheel.facets == ()
    assert wheel.roll == pytest.approx(score_radius(wheel.measures, 46.3))


@FORMS
def test_a_frame_holds_the_middle_half_in_the_middle_of_its_spoke(form: WheelForm) -> None:
    wheel = wheel_of(about_themselves(), form=form)
    box, track = wheel.boxes[0], wheel.tracks[0]

    assert len(wheel.boxes) == 5
    assert (box.inner, box.outer) == tuple(score_radius(wheel.measures, quartile) for quartile in (48, 58))
    assert box.start + box.end == pytest.approx(track.start + track.end)
    assert track.start < box.start < box.end < track.end


def test_under_ten_answers_there_is_no_frame() -> None:
    assert wheel_of(seven_people()).boxes == ()


def test_the_lowest_spoke_has_rim_flag_and_mark_and_the_others_have_none() -> None:
    wheel = wheel_of(about_themselves())

    assert [rim.spoke for rim in wheel.weak_rims] == [1]
    assert [spoke.lowest for spoke in wheel.spokes] == [False, True, False, False, False]
    assert "Lowest" in said(wheel, 1)
    assert "Weakest link" in said(wheel_of(about_the_team()), 1)


def test_a_hidden_spoke_is_an_empty_track_with_the_word() -> None:
    wheel = wheel_of(one_hidden())

    assert said(wheel, 2) == ["Metrics", "hidden"]
    assert {fill.spoke for fill in wheel.fills} == {box.spoke for box in wheel.boxes} == {0, 1, 3, 4}
    assert {arc.spoke for arc in wheel.scores} == {0, 1, 3, 4}
    assert len(wheel.tracks) == 5
    assert wheel.spokes[2].words == "Metrics: hidden"


def test_without_all_means_there_is_no_roll_and_nothing_is_called_lowest() -> None:
    for result in (one_hidden(), all_agree()):
        wheel = wheel_of(result)

        assert wheel.roll is None
        assert wheel.weak_rims == ()
        assert [text.text for text in wheel.hub_texts] == ["no roll"]


def test_a_spoke_told_as_a_band_shows_its_area_and_name_and_no_number() -> None:
    framework = core_framework()
    wheel = wheel_of(all_agree())
    metrics = next(band for band in wheel.bands if band.spoke == 2)

    assert [band.spoke for band in wheel.bands] == [2, 3]
    assert (metrics.inner, metrics.outer) == tuple(score_radius(wheel.measures, limit) for limit in (40, 70))
    assert said(wheel, 2) == ["Metrics", "Developing"]
    assert said(wheel, 3) == ["Customer voice", "Proficient"]
    assert not any(text.role is Role.SCORE and text.spoke in (2, 3) for text in wheel.labels)
    assert band_limits(framework, "proficient").upper == 100


@FORMS
@pytest.mark.parametrize("make", [three_spokes, twelve_spokes])
def test_any_number_of_spokes_is_drawn(make: Callable[[], tuple[Framework, TeamResult]], form: WheelForm) -> None:
    framework, result = make()
    wheel = wheel_of(result, framework, form)

    assert len(wheel.tracks) == len(wheel.spokes) == len(framework.competencies)
    assert len(wheel.fills) + len(wheel.bands) == sum(not spoke.words.endswith("hidden") for spoke in wheel.spokes)


def test_a_result_that_is_hidden_as_a_whole_has_no_wheel() -> None:
    with pytest.raises(ValueError, match="nothing of this result"):
        wheel_of(nothing_shown())


def test_the_sentence_says_every_spoke_as_far_as_it_is_told() -> None:
    language, framework = get_language("en"), core_framework()

    assert group_wheel_sentence(language, framework, about_themselves()) == (
        "Competency wheel. Culture 54; Strategy 46; Metrics 48; Customer voice 61; Design and change 51. "
        "Lowest: Strategy."
    )
    assert "Metrics: hidden" in group_wheel_sentence(language, framework, one_hidden())
    assert "Metrics: Developing; Customer voice: Proficient" in group_wheel_sentence(language, framework, all_agree())


def test_equal_spokes_are_all_marked_and_the_sentence_says_so() -> None:
    result = about_themselves()
    weakest = result.weakest
    assert weakest is not None
    everyone = tuple(spoke.competency for spoke in result.competencies)
    even = replace(result, weakest=replace(weakest, lowest=everyone, competencies=()))

    assert len(wheel_of(even).weak_rims) == 5
    assert "All spokes are equal" in group_wheel_sentence(get_language("en"), core_framework(), even)
