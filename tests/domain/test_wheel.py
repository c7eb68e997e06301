"""What a wheel shows and marks, whatever the scores and the number of spokes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.profile import Verdict, WeakestLink
from assessment.domain.wheel import Wheel, WheelForm, build_wheel
from assessment.domain.wheel.parts import Role
from tests.factories.wheels import WORDS, wheel_framework, wheel_profile

WORD = WORDS["en"]


def draw(
    scores: Sequence[float | None],
    *,
    facets: int = 3,
    facet_scores: Sequence[Sequence[float | None]] | None = None,
    form: WheelForm = WheelForm.WIDE,
) -> Wheel:
    framework = wheel_framework(len(scores), facets=facets)
    return build_wheel(wheel_profile(framework, scores, facet_scores), framework, WORD, form)


def said(wheel: Wheel, role: Role) -> list[str]:
    return [text.text for text in (*wheel.labels, *wheel.facets, *wheel.hub_texts) if text.role is role]


def marked(wheel: Wheel) -> list[int]:
    return [spoke.position for spoke in wheel.spokes if spoke.lowest]


def test_the_lowest_spoke_has_a_rim_a_flag_and_says_so_in_words() -> None:
    wheel = draw([62, 90, 80, 75, 20])
    assert marked(wheel) == [4]
    assert [rim.spoke for rim in wheel.weak_rims] == [4]
    assert [flag.spoke for flag in wheel.flags] == [4]
    assert said(wheel, Role.FLAG) == [WORD.weakest]
    assert wheel.spokes[4].words == "Design and change 20, Foundation. Weakest link"
    assert wheel.spokes[0].words == "Culture 62, Developing"


def test_tied_lowest_spokes_are_all_marked_and_called_lowest() -> None:
    wheel = draw([50, 70, 50, 66, 90])
    assert marked(wheel) == [0, 2]
    assert [rim.spoke for rim in wheel.weak_rims] == [0, 2]
    assert said(wheel, Role.FLAG) == [WORD.lowest, WORD.lowest]


def test_the_flag_says_weakest_link_only_if_the_verdict_names_it() -> None:
    framework = wheel_framework(5)
    profile = wheel_profile(framework, [62, 48, 70, 67, 35])
    for verdict, flag in (
        (Verdict.NAMED, WORD.weakest),
        (Verdict.CANDIDATES, WORD.lowest),
        (Verdict.EVEN, WORD.lowest),
    ):
        weakest: WeakestLink = replace(profile.weakest, verdict=verdict)
        wheel = build_wheel(replace(profile, weakest=weakest), framework, WORD, WheelForm.NARROW)
        assert said(wheel, Role.FLAG) == [flag]


@pytest.mark.parametrize("score", [0, 50, 100])
def test_equal_spokes_are_all_marked_and_said_to_be_equal(score: float) -> None:
    wheel = draw([score] * 5)
    assert marked(wheel) == [0, 1, 2, 3, 4]
    assert said(wheel, Role.FLAG) == ["All equal"] * 5
    assert len(wheel.weak_rims) == 5
    assert said(wheel, Role.ROLL) == [str(score)]


def test_a_spoke_without_a_score_stays_empty_and_says_why() -> None:
    wheel = draw([62, None, 70, 67, 35], facet_scores=[[62] * 3, [80, None, None], [70] * 3, [67] * 3, [35] * 3])
    assert len(wheel.tracks) == 5
    assert {fill.spoke for fill in wheel.fills} == {0, 2, 3, 4}
    assert {text.spoke for text in wheel.facets} == {0, 2, 3, 4}
    assert [arc.spoke for arc in wheel.scores] == [0, 2, 3, 4]
    assert " ".join(said(wheel, Role.NO_SCORE)) == "not enough answers"
    assert wheel.spokes[1].words == "Strategy: not enough answers"


def test_without_a_roll_the_hub_says_so_and_nothing_is_marked_as_lowest() -> None:
    wheel = draw([62, None, 70, 67, 35])
    assert wheel.roll is None
    assert marked(wheel) == []
    assert said(wheel, Role.ROLL) == []
    assert " ".join(said(wheel, Role.ROLL_WORD)) == WORD.no_roll


def test_a_wheel_without_any_score_keeps_its_tracks_and_labels() -> None:
    wheel = draw([None] * 5)
    assert len(wheel.tracks) == 5
    assert not wheel.fills
    assert len(said(wheel, Role.NAME)) >= 5


def test_a_facet_without_a_score_is_a_dash_and_never_a_zero() -> None:
    wheel = draw([62, 48, 70], facet_scores=[[60, None, 64], [48, 48, 48], [70, 70, 70]])
    assert said(wheel, Role.FACET_SCORE)[:3] == ["60", "–", "64"]
    assert sum(fill.spoke == 0 for fill in wheel.fills) == 2


def test_a_spoke_whose_facets_all_lack_a_score_is_filled_as_a_whole() -> None:
    wheel = draw([62, 48, 70], facet_scores=[[None] * 3, [48] * 3, [70] * 3])
    (fill,) = [fill for fill in wheel.fills if fill.spoke == 0]
    assert (fill.start, fill.end, fill.outer) == (-90, 30, pytest.approx(60 + 166 * 0.62))
    assert len(wheel.cuts) == 4


@pytest.mark.parametrize("facets", [0, 1])
def test_fewer_than_two_facets_leave_spokes_undivided(facets: int) -> None:
    wheel = draw([62, 48, 70], facets=facets)
    assert len(wheel.fills) == 3
    assert not wheel.cuts
    assert not wheel.facets
    assert wheel.facet_names == ()


@pytest.mark.parametrize("facets", [2, 3, 4])
def test_facets_divide_each_spoke_into_equal_parts(facets: int) -> None:
    wheel = draw([62, 48, 70], facets=facets)
    widths = {round(fill.end - fill.start, 9) for fill in wheel.fills}
    assert widths == {round(120 / facets, 9)}
    assert len(wheel.cuts) == 3 * (facets - 1)


def test_a_score_of_0_has_no_fill_and_100_reaches_the_rim() -> None:
    wheel = draw([0, 100, 50], facets=0)
    assert [(fill.spoke, fill.outer) for fill in wheel.fills] == [(1, 226), (2, 143)]
    assert [arc.radius for arc in wheel.scores] == [60, 226, 143]


def test_guides_follow_the_bands_of_the_framework() -> None:
    framework = replace(wheel_framework(3), bands=wheel_framework(3).bands[:2])
    wheel = build_wheel(wheel_profile(framework, [10, 20, 30]), framework, WORD, WheelForm.WIDE)
    assert wheel.guides == (pytest.approx(60 + 166 * 0.4),)
    assert [text.text for text in wheel.axis] == ["40", "100"]


def test_more_than_six_spokes_have_numbers_at_the_rim_and_their_names_in_a_list() -> None:
    wheel = draw([62, 48, 70, 67, 35, 81, 55])
    assert said(wheel, Role.SPOKE_NUMBER) == ["1", "2", "3", "4", "6", "7"]
    assert said(wheel, Role.SPOKE_NUMBER_ON_FLAG) == ["5"]
    names = [text for text in wheel.labels if text.role is Role.NAME]
    assert min(text.y for text in names) > wheel.measures.cy + wheel.measures.bracket_outer
    assert names[0].text.replace("\u00a0", " ") == "1  Culture"
    assert not said(draw([62, 48, 70, 67, 35, 81]), Role.SPOKE_NUMBER)


def test_names_too_long_for_their_places_move_into_the_list_too() -> None:
    framework = wheel_framework(4, names=({"en": "Disproportionateness" * 2, "ru": "Слово"},))
    wheel = build_wheel(wheel_profile(framework, [62, 48, 70, 67]), framework, WORD, WheelForm.NARROW)
    assert said(wheel, Role.SPOKE_NUMBER) == ["1", "3", "4"]


def test_a_bracket_spans_neighbours_of_one_block_and_none_stands_without_blocks() -> None:
    framework = wheel_framework(6, blocks=(0, 0, -1, 1, 0, 0))
    wheel = build_wheel(wheel_profile(framework, [62, 48, 70, 67, 35, 81]), framework, WORD, WheelForm.WIDE)
    assert [round(bracket.end - bracket.start) for bracket in wheel.brackets] == [117, 57, 117]
    assert [name.text for name in wheel.block_names] == ["Seeing the big picture", "Collecting and analysing data"]
    plain = wheel_framework(5, blocks=())
    assert not build_wheel(wheel_profile(plain, [1, 2, 3, 4, 5]), plain, WORD, WheelForm.WIDE).brackets


def test_one_block_around_the_whole_wheel_is_named_below_it() -> None:
    framework = wheel_framework(5, blocks=(1,) * 5)
    wheel = build_wheel(wheel_profile(framework, [62, 48, 70, 67, 35]), framework, WORD, WheelForm.WIDE)
    assert [(name.angle, name.flipped) for name in wheel.block_names] == [(90, True)]


@given(
    scores=st.lists(st.none() | st.floats(0, 100), min_size=3, max_size=12),
    facets=st.integers(0, 4),
    form=st.sampled_from(list(WheelForm)),
)
def test_any_scores_draw_a_wheel_within_its_rim(scores: list[float | None], facets: int, form: WheelForm) -> None:
    wheel = draw(scores, facets=facets, form=form)
    assert len(wheel.tracks) == len(wheel.spokes) == len(scores)
    assert all(wheel.measures.hub <= fill.outer <= wheel.measures.rim for fill in wheel.fills)
    assert wheel == draw(scores, facets=facets, form=form)
    numbers = [text for text in wheel.facets if text.role in {Role.FACET_SCORE, Role.FACET_SCORE_ON_FILL}]
    assert len(numbers) in {0, facets * sum(score is not None for score in scores)}
