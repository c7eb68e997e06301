"""The notes on method that end a report."""

from __future__ import annotations

from assessment.domain.framework import Framework
from assessment.languages import Language
from assessment.wording.method import method_notes
from tests.factories.profiles import make_profile


def test_the_notes_carry_the_constants_of_the_framework(framework: Framework, english: Language) -> None:
    notes = dict(method_notes(english, framework, make_profile(62, 48, 70, 67, 35)))
    assert "never count as zero" in notes["Score"]
    assert "Proficient from 70" in notes["Score"]
    assert "error of 6.5 points" in notes["Range"]
    assert "200 people" in notes["Range"]
    assert "From 80 of 100 we name one link" in notes["How sure the weakest link is"]


def test_an_incomplete_wheel_needs_no_word_on_probability(framework: Framework, russian: Language) -> None:
    titles = [title for title, _ in method_notes(russian, framework, make_profile(62, None, 70, 67, 35))]
    assert "Балл" in titles
    assert "Насколько надёжно самое слабое звено" not in titles
