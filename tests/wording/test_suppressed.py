"""Why something is not told: a sentence of its own for every reason, in both languages."""

from __future__ import annotations

import pytest

from assessment.domain.suppression.policy import Reason
from assessment.languages import LOCALES, get_language
from assessment.wording.suppressed import hidden_sentence

NUMBERED = (
    Reason.TOO_FEW,
    Reason.TOO_FEW_RATED,
    Reason.DIFFERENCE,
    Reason.SKIPPED_STATEMENTS,
    Reason.MEMBERS_CHANGED,
)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_reason_is_one_sentence_and_no_two_are_alike_but_those_that_must_be(locale: str) -> None:
    sentences = {reason: hidden_sentence(get_language(locale), reason, 5) for reason in Reason}
    assert all(sentence.endswith(".") for sentence in sentences.values())
    alike = sentences.pop(Reason.ALL_AGREE)
    assert alike == sentences[Reason.SAYS_TOO_MUCH]  # that people agree would be told by a sentence of its own
    assert len(set(sentences.values())) == len(sentences)


@pytest.mark.parametrize("reason", NUMBERED)
@pytest.mark.parametrize("locale", LOCALES)
def test_the_number_is_that_of_the_campaign(locale: str, reason: Reason) -> None:
    assert "7" in hidden_sentence(get_language(locale), reason, 7)


def test_russian_numbers_take_their_case() -> None:
    russian = get_language("ru")
    assert "меньше 5\N{NO-BREAK SPACE}человек" in hidden_sentence(russian, Reason.TOO_FEW, 5)
    assert "меньше 21\N{NO-BREAK SPACE}человека" in hidden_sentence(russian, Reason.TOO_FEW, 21)
