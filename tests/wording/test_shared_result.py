"""A shared result speaks of its owner, never to them."""

from __future__ import annotations

import re

import pytest

from assessment.domain.framework import Framework
from assessment.domain.profile import Profile
from assessment.domain.shared_result import HeldBack
from assessment.languages import Language
from assessment.wording.shared_result import held_back_sentence, shared_headline, shared_standfirst
from tests.factories.profiles import make_profile

NAMED = make_profile(62, 48, 70, 67, 15)
CANDIDATES = make_profile(62, 40, 70, 67, 39)
EVEN = make_profile(60, 60, 60, 60, 60)
INCOMPLETE = make_profile(62, None, 70, 67, 15)


@pytest.mark.parametrize(
    ("profile", "headline"),
    [
        (NAMED, "Weakest link: design and change"),
        (CANDIDATES, "Too close to call: "),
        (EVEN, "An even wheel: no competency stands out as the weakest"),
        (INCOMPLETE, "Not enough answers to name the weakest link"),
    ],
)
def test_each_verdict_has_a_headline_that_addresses_nobody(
    framework: Framework, english: Language, profile: Profile, headline: str
) -> None:
    said = shared_headline(english, framework, profile)
    assert said.startswith(headline)
    assert not re.search(r"\byou", said)


def test_how_far_it_rolls_is_said_where_it_rolls(english: Language) -> None:
    assert shared_standfirst(english, NAMED) == "The wheel rolls as far as its weakest spoke: 15 of 100."
    assert shared_standfirst(english, INCOMPLETE) == "The wheel rolls once every spoke has a score."


def test_what_holds_back_is_told_by_facet(framework: Framework, english: Language, russian: Language) -> None:
    held = HeldBack("design", ("knowledge", "skill"))
    said = held_back_sentence(english, framework, held)
    assert said == "Design and change: what is missing for the next level is in knowledge and skills."
    said = held_back_sentence(russian, framework, held).replace("\u00a0", " ")
    assert said == "Дизайн и изменения. Что не пускает на следующий уровень: знания и навыки."
    bare = held_back_sentence(english, framework, HeldBack("design", ()))
    assert bare == "Design and change: some statements are rated too low for the next level."
