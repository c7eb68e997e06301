"""What changed between two results, in words that never say more than the figures."""

from __future__ import annotations

import pytest

from assessment.domain.change import Change, CompetencyChange, measure_change
from assessment.domain.framework import Framework
from assessment.languages import Language
from assessment.wording.change import change_sentence, change_words, regression_note, too_soon_warning
from tests.factories.profiles import make_profile

EARLIER = (62, 48, 70, 67, 15)


def changes(
    framework: Framework, *later: float | None, earlier: tuple[float | None, ...] = EARLIER
) -> tuple[CompetencyChange, ...]:
    return measure_change(framework.measurement, make_profile(*earlier), make_profile(*later))


@pytest.mark.parametrize(
    ("later", "said"),
    [
        (EARLIER, "No difference between the two can be told from chance."),
        (
            (62, 48, 70, 67, 75),
            "Really better: design and change. The differences of the others cannot be told from chance.",
        ),
        (
            (90, 48, 70, 40, 75),
            (
                "Really better: culture; design and change. Really worse: customer voice. The differences of the "
                "others cannot be told from chance."
            ),
        ),
        (
            (62 + 16, 48, 70, 67, 15),
            "Probably better: culture. The differences of the others cannot be told from chance.",
        ),
        (
            (62, 48 - 16, 70, 67, 15),
            "Probably worse: strategy. The differences of the others cannot be told from chance.",
        ),
        (
            (None, 48, 70, 67, 15),
            "No difference between the two can be told from chance. Without a score in one of the two: culture.",
        ),
    ],
)
def test_the_sentence_names_what_goes_beyond_chance(
    framework: Framework, english: Language, later: tuple[float | None, ...], said: str
) -> None:
    assert change_sentence(english, framework, changes(framework, *later)) == said


def test_without_any_score_it_says_so_alone(framework: Framework, english: Language) -> None:
    nothing = changes(framework, None, None, None, None, None)
    assert change_sentence(english, framework, nothing).startswith("Without a score in one of the two: culture")


def test_one_that_is_left_over_is_told_as_one(framework: Framework, english: Language) -> None:
    said = change_sentence(english, framework, changes(framework, 95, 95, 20, 20, 15))
    assert said.endswith("The difference of the other one cannot be told from chance.")


def test_in_russian_names_stand_after_a_colon(framework: Framework, russian: Language) -> None:
    said = change_sentence(russian, framework, changes(framework, 62, 48, 70, 67, 75)).replace("\u00a0", " ")
    assert said == "Точно лучше: дизайн и изменения. Разницу по остальным не отличить от случайной."


@pytest.mark.parametrize("change", [*Change, None])
def test_every_verdict_has_words_of_its_own(english: Language, russian: Language, change: Change | None) -> None:
    for language in (english, russian):
        words = {change_words(language, each) for each in (*Change, None)}
        assert len(words) == len(Change) + 1
        assert change_words(language, change) in words


def test_scores_that_move_back_by_themselves_are_explained(framework: Framework, english: Language) -> None:
    note = regression_note(english, framework, changes(framework, *EARLIER))
    assert note.startswith("Highest or lowest last time: metrics; design and change.")


def test_without_a_whole_wheel_nothing_is_known_to_be_highest_or_lowest(
    framework: Framework, english: Language
) -> None:
    incomplete = changes(framework, *EARLIER, earlier=(None, 48, 70, 67, 15))
    assert regression_note(english, framework, incomplete) == ""


def test_results_close_together_come_with_a_warning(english: Language) -> None:
    assert too_soon_warning(english).startswith("Less than four weeks lie between the two.")
