"""Headline and standfirst, word for word where the specification gives the words."""

from __future__ import annotations

import pytest

from assessment.domain.framework import Framework, Level
from assessment.domain.profile import Profile
from assessment.languages import Language
from assessment.wording.verdict import headline, standfirst, verdict_sentence
from tests.factories.profiles import make_profile

NAMED = make_profile(62, 48, 70, 67, 35, facets=(45, 15, 45))
TWO = make_profile(62, 50, 70, 66, 41)
THREE = make_profile(45, 46, 80, 80, 44)
EVEN = make_profile(55, 52, 57, 54, 50)
EQUAL = make_profile(50, 50, 50, 50, 50)
INSUFFICIENT = make_profile(62, None, 70, 67, None)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("level", "words"),
    [
        (
            Level.INDIVIDUAL,
            ("Design and change is your weakest link", "Ваше самое слабое звено — дизайн и изменения"),
        ),
        (
            Level.TEAM,
            ("Design and change is your team's weakest link", "Самое слабое звено вашей команды — дизайн и изменения"),
        ),
        (
            Level.ORGANISATION,
            (
                "Design and change is your company's weakest link",
                "Самое слабое звено вашей компании — дизайн и изменения",
            ),
        ),
    ],
)
def test_the_headline_names_the_weakest_link_of_the_level(
    framework: Framework, english: Language, russian: Language, level: Level, words: tuple[str, str]
) -> None:
    profile = make_profile(62, 48, 70, 67, 35, level=level)
    assert (headline(english, framework, profile), plain(headline(russian, framework, profile))) == words


@pytest.mark.parametrize(
    ("profile", "words"),
    [
        (NAMED, ("Design and change is the weakest link.", "Самое слабое звено — дизайн и изменения.")),
        (
            TWO,
            (
                "Two competencies are too close to call: start with either.",
                "Две компетенции почти равны — начните с любой из них.",
            ),
        ),
        (
            THREE,
            (
                "Three competencies are too close to call: start with any of them.",
                "Три компетенции почти равны — начните с любой из них.",
            ),
        ),
        (
            EVEN,
            (
                "Your wheel is even: no competency stands out as the weakest.",
                "Колесо ровное: ни одна компетенция не выделяется как самая слабая.",
            ),
        ),
        (
            INSUFFICIENT,
            (
                "There are not enough answers yet to name the weakest link.",
                "Ответов пока мало, чтобы назвать самое слабое звено.",
            ),
        ),
    ],
)
def test_each_verdict_has_its_sentence(
    framework: Framework, english: Language, russian: Language, profile: Profile, words: tuple[str, str]
) -> None:
    said = verdict_sentence(english, framework, profile), plain(verdict_sentence(russian, framework, profile))
    assert said == words


@pytest.mark.parametrize("profile", [TWO, THREE, EVEN, EQUAL, INSUFFICIENT])
def test_a_headline_without_a_single_link_is_the_verdict_without_its_full_stop(
    framework: Framework, english: Language, profile: Profile
) -> None:
    assert headline(english, framework, profile) + "." == verdict_sentence(english, framework, profile)


def test_the_standfirst_says_how_far_the_wheel_rolls_and_what_is_missing(
    framework: Framework, english: Language, russian: Language
) -> None:
    assert standfirst(english, framework, NAMED) == (
        "Your wheel rolls as far as its weakest spoke: 35 of 100. "
        "It rests on knowledge and skills; what is missing is experience."
    )
    assert plain(standfirst(russian, framework, NAMED)) == (
        "Колесо катится настолько, насколько развита самая слабая компетенция: на 35 из 100. "
        "Опора — знания и навыки, слабое место — опыт."
    )


def test_without_facets_the_standfirst_ends_with_the_roll(framework: Framework, english: Language) -> None:
    profile = make_profile(62, 48, 70, 67, 35)
    assert standfirst(english, framework, profile) == "Your wheel rolls as far as its weakest spoke: 35 of 100."


def test_candidates_are_listed_in_the_standfirst(framework: Framework, english: Language) -> None:
    assert "Close together: design and change; strategy." in standfirst(english, framework, TWO)


def test_an_even_wheel_says_why_none_is_named(framework: Framework, english: Language) -> None:
    assert "another day could put them in another order" in standfirst(english, framework, EVEN)
    assert "exactly the same score" in standfirst(english, framework, EQUAL)


def test_the_standfirst_names_what_has_no_score(framework: Framework, english: Language) -> None:
    text = standfirst(english, framework, INSUFFICIENT)
    assert text.startswith("Without a score so far: strategy; design and change.")
    assert "never counts as zero" in text
