"""How sure the weakest link is, in people."""

from __future__ import annotations

import pytest

from assessment.domain.framework import Framework
from assessment.domain.profile import Profile
from assessment.languages import Language
from assessment.wording.probability import probability_sentence, probability_shares, share_text
from tests.factories.profiles import make_profile


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_a_named_link_is_explained_with_a_hundred_people(
    framework: Framework, english: Language, russian: Language
) -> None:
    profile = make_profile(61.67, 48.33, 70, 66.67, 35)
    assert probability_sentence(english, framework, profile) == (
        "Nobody answers exactly the same twice. Of 100 people with your answers, design and change would truly be the "
        "weakest for about 89. From 80 we name one link."
    )
    assert plain(probability_sentence(russian, framework, profile)) == (
        "Никто не отвечает дважды совершенно одинаково. Из 100 человек с такими ответами дизайн и изменения "
        "действительно слабее всего примерно у 89. От 80 мы называем одно звено."
    )


def test_near_certainty_is_not_called_a_hundred_of_a_hundred(framework: Framework, english: Language) -> None:
    assert "for nearly all" in probability_sentence(english, framework, make_profile(90, 90, 90, 90, 10))


def test_two_candidates_share_the_hundred(framework: Framework, english: Language) -> None:
    text = probability_sentence(english, framework, make_profile(62, 50, 70, 66, 41))
    assert "design and change would truly be the weakest for about 79, strategy for about 20." in text
    assert text.endswith("Neither reaches 80, so we name both: together they do.")


def test_three_candidates_are_counted(framework: Framework, english: Language) -> None:
    text = probability_sentence(english, framework, make_profile(45, 46, 80, 80, 44))
    assert text.endswith("None reaches 80, so we name all three: together they do.")


@pytest.mark.parametrize(
    ("profile", "part"),
    [
        (make_profile(55, 52, 57, 54, 50), "even the likeliest one, design and change, would truly be the weakest for"),
        (make_profile(50, 50, 50, 50, 50), "no competency would truly be the weakest for more than about 20."),
        (make_profile(50, None, 50, 50, 50), "once every competency has a score"),
    ],
)
def test_an_even_and_an_incomplete_wheel_name_nobody(
    framework: Framework, english: Language, profile: Profile, part: str
) -> None:
    assert part in probability_sentence(english, framework, profile)


def test_what_does_not_reach_eighty_is_never_rounded_up_to_it(framework: Framework, english: Language) -> None:
    profile = make_profile(62, 50.5, 70, 66, 41)
    assert 0.795 < profile.weakest.probabilities["design"] < 0.8
    assert "design and change would truly be the weakest for about 79," in probability_sentence(
        english, framework, profile
    )


def test_the_bar_lists_what_matters_and_the_rest_as_one(framework: Framework, english: Language) -> None:
    shares = probability_shares(english, framework, make_profile(61.67, 48.33, 70, 66.67, 35).weakest)
    assert [(share.name, share.text) for share in shares] == [
        ("Design and change", "89%"),
        ("Strategy", "11%"),
        ("The other three together", "under 1%"),
    ]
    assert sum(share.share for share in shares) == pytest.approx(1)
    assert len({spoke for share in shares for spoke in share.competencies}) == 5


def test_a_rest_of_one_is_listed_by_its_name(framework: Framework, english: Language) -> None:
    shares = probability_shares(english, framework, make_profile(50, 50, 50, 50, 80).weakest)
    assert [share.name for share in shares] == ["Culture", "Strategy", "Metrics", "Customer voice", "Design and change"]


def test_an_incomplete_wheel_has_no_bar(framework: Framework, english: Language) -> None:
    assert probability_shares(english, framework, make_profile(50, None, 50, 50, 80).weakest) == ()


@pytest.mark.parametrize(
    ("share", "text"),
    [(0, "under 1%"), (0.0099, "under 1%"), (0.01, "1%"), (0.994, "99%"), (0.996, "over 99%"), (1, "over 99%")],
)
def test_shares_never_claim_none_or_all(english: Language, share: float, text: str) -> None:
    assert share_text(english, share) == text


def test_russian_percentages_keep_their_no_break_space(russian: Language) -> None:
    assert share_text(russian, 0.89) == "89\u00a0%"
    assert share_text(russian, 0.001) == "меньше 1\u00a0%"
