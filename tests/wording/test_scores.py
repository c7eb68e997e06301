"""Scores, ranges, levels and the wheel's figures."""

from __future__ import annotations

import pytest

from assessment.domain.framework import Framework
from assessment.domain.profile import Profile
from assessment.languages import Language
from assessment.wording import scores
from tests.factories.frameworks import make_framework
from tests.factories.profiles import make_profile

PROFILE = make_profile(61.67, 48.33, 70, 66.67, 35)
INCOMPLETE = make_profile(61.67, None, 70, 66.67, 35)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_scores_are_whole_numbers_and_never_zero_for_nothing(english: Language, russian: Language) -> None:
    assert scores.score_text(english, 61.66) == "62"
    assert scores.score_text(english, 0) == "0"
    assert scores.score_text(russian, None) == "мало ответов"


def test_ranges_have_an_en_dash(english: Language) -> None:
    assert scores.range_text(english, (48.93, 74.41)) == "49–74"
    assert scores.range_text(english, None) == "–"


def test_levels_are_said_with_their_limits(framework: Framework, english: Language, russian: Language) -> None:
    assert scores.bands_sentence(english, framework) == (
        "Scores go from 0 to 100. Levels: Foundation below 40, Developing from 40, Proficient from 70."
    )
    assert plain(scores.bands_sentence(russian, framework)) == (
        "Баллы — от 0 до 100. Уровни: «Базовый» до 40, «Развивающийся» от 40, «Уверенный» от 70."
    )
    assert scores.bands_sentence(english, make_framework(bands={"only": 0})) == "Scores go from 0 to 100."
    assert scores.band_name(english, framework, "developing") == "Developing"
    assert scores.band_name(english, framework, None) == "–"


def test_the_roll_says_what_moves_it(english: Language) -> None:
    assert "Raising any other spoke" in scores.roll_note(english, PROFILE)
    assert "when all of them rise" in scores.roll_note(english, make_profile(35, 48, 70, 67, 35))
    assert scores.roll_note(english, INCOMPLETE) == "The wheel rolls once every spoke has a score."


def test_mean_and_balance_stand_beside_the_roll(english: Language, russian: Language) -> None:
    assert scores.mean_note(english, PROFILE) == "of all 5 scores"
    assert plain(scores.mean_note(russian, PROFILE)) == "по всем 5 баллам"
    assert scores.balance_text(russian, PROFILE) == "0,62"
    assert scores.balance_text(english, INCOMPLETE) == "–"
    assert plain(scores.balance_note(russian)) == "1 — круглое колесо"


def test_how_much_was_rated_is_said_and_too_little_is_cautioned_against(english: Language, russian: Language) -> None:
    assert scores.rated_sentence(english, PROFILE) == "60 of 60 statements rated"
    assert plain(scores.rated_sentence(russian, PROFILE)) == "оценено 60 из 60 утверждений"
    few = make_profile(61, 48, 70, 66, 35, rated=8)
    assert scores.partial_note(english, few.competencies[0]).startswith("Only 8 of 12 statements rated")
    assert scores.partial_note(english, PROFILE.competencies[0]) == ""
    nothing = make_profile(None, 48, 70, 66, 35, rated=2)
    assert scores.partial_note(english, nothing.competencies[0]) == ""


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        (PROFILE, "Design and change is lowest: its range overlaps only with that of strategy."),
        (make_profile(62, 50, 70, 66, 41), "Design and change is lowest: its range overlaps with those of culture, "),
        (make_profile(90, 90, 90, 90, 20), "Design and change stands apart: its range overlaps with no other."),
        (make_profile(55, 52, 57, 54, 50), "Design and change is lowest, but its range overlaps with all the others."),
        (make_profile(35, 52, 57, 54, 35), "The ranges of the lowest spokes overlap: none stands apart."),
        (INCOMPLETE, ""),
    ],
)
def test_ranges_tell_whether_the_lowest_spoke_stands_apart(
    framework: Framework, english: Language, profile: Profile, expected: str
) -> None:
    text = scores.ranges_sentence(english, framework, profile)
    assert text.startswith(expected)
    assert bool(text) == bool(expected)


def test_russian_names_stand_in_quotation_marks_where_a_case_would_be_needed(
    framework: Framework, russian: Language
) -> None:
    assert plain(scores.ranges_sentence(russian, framework, PROFILE)) == (
        "Ниже всех — дизайн и изменения: диапазон этой спицы пересекается только со спицей «Стратегия»."
    )


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        (make_profile(75, 48, 80, 67, 35), "What you can build on: metrics, 80; culture, 75."),
        (make_profile(61, 48, 61, 60, 35), "What you can build on: culture, 61; metrics, 61."),
        (make_profile(75, 72, 80, 77, 71), "Every spoke is at the level “Proficient”."),
        (make_profile(50, 50, 50, 50, 50), ""),
        (make_profile(None, None, None, None, None), ""),
    ],
)
def test_strengths_are_the_highest_level_or_the_highest_scores_but_never_the_lowest(
    framework: Framework, english: Language, profile: Profile, expected: str
) -> None:
    assert scores.strengths_sentence(english, framework, profile) == expected


def test_a_strength_names_its_firmest_facets_only_where_they_differ(framework: Framework, english: Language) -> None:
    uneven, even = (make_profile(75, 48, 80, 67, 35, facets=facets) for facets in ((90, 80, 90), (80, 80, 80)))
    start = "80 of 100, level “Proficient”."
    assert (
        scores.strength_sentence(english, framework, uneven.competencies[2])
        == f"{start} Firmest in it: knowledge, 90; skills, 90."
    )
    assert scores.strength_sentence(english, framework, even.competencies[2]) == start


def test_blind_spots_are_counted_in_the_right_plural(russian: Language) -> None:
    one = make_profile(50, 50, 50, 50, 50)
    assert scores.blind_spots_sentence(russian, one) == ""
    five = make_profile(50, 50, 50, 50, 50, blind_spots=["x"])
    assert plain(scores.blind_spots_sentence(russian, five)).startswith("«Затрудняюсь ответить» — в 5 утверждениях.")
