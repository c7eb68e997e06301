"""The sentence that says what a wheel shows."""

from __future__ import annotations

from assessment.domain.framework import Framework
from assessment.languages import Language
from assessment.wording.wheel_words import wheel_sentence, wheel_words
from tests.factories.profiles import make_profile


def test_the_sentence_says_every_score_and_the_lowest_spoke(
    framework: Framework, english: Language, russian: Language
) -> None:
    profile = make_profile(62, 48, 70, 67, 35)
    assert wheel_sentence(english, framework, profile) == (
        "Competency wheel. Culture 62; Strategy 48; Metrics 70; Customer voice 67; Design and change 35. "
        "Lowest: Design and change."
    )
    assert wheel_sentence(russian, framework, profile).replace("\u00a0", " ") == (
        "Колесо компетенций. Культура 62; Стратегия 48; Метрики 70; Голос клиента 67; Дизайн и изменения 35. "
        "Ниже всех: Дизайн и изменения."
    )


def test_tied_lowest_spokes_are_all_named(framework: Framework, english: Language) -> None:
    sentence = wheel_sentence(english, framework, make_profile(62, 35, 70, 67, 35))
    assert sentence.endswith("Lowest: Strategy; Design and change.")


def test_an_even_wheel_has_no_lowest_spoke(framework: Framework, english: Language) -> None:
    assert wheel_sentence(english, framework, make_profile(50, 50, 50, 50, 50)).endswith("All spokes are equal.")


def test_a_spoke_without_a_score_is_never_a_number(framework: Framework, english: Language) -> None:
    sentence = wheel_sentence(english, framework, make_profile(62, None, 70, 67, 35))
    assert "Strategy without a score;" in sentence
    assert "Lowest" not in sentence


def test_the_words_on_the_wheel_are_in_its_language(russian: Language) -> None:
    words = wheel_words(russian)
    assert (words.locale, words.roll, words.weakest) == ("ru", "ход", "Самое слабое звено")
