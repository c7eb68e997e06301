"""Every refusal has words of its own, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from assessment.domain import refusals as refused
from assessment.languages import Language
from assessment.wording.refusals import refusal_sentence

OFF = refused.ValueOffScale("ind.culture.skill.budget", 7, (0, 1, 2, 3, 4, 5))
ONE_OF_EACH = [
    refused.UnknownFramework("nothing"),
    refused.UnknownFramework("cx_competencies", "1999.1"),
    refused.UnknownLevel("planet", ("individual", "team")),
    refused.UnknownLocale("tlh", ("en", "ru")),
    refused.UnknownItem("ind.x", "individual"),
    OFF,
    refused.InvalidAnswers([OFF, OFF]),
    refused.AssessmentNotFound(),
    refused.AlreadySubmitted(),
    refused.NotSubmitted(),
    refused.Incomplete(["a", "b", "c"]),
    refused.StaleRevision(7),
    refused.AnswersInDoubt(),
    refused.UnknownStep("own-9"),
    refused.UnknownAction("act.x"),
    refused.OutOfRange("weekly_hours", 0.5, 40.0),
    refused.OutOfRange("start", date(2025, 11, 21), date(2027, 11, 22)),
    refused.OutOfRange("competency", "culture", "design"),
    refused.TextMissing("title"),
    refused.TextTooLong("note", 4000),
    refused.BadAnswersFile("team.csv", "empty"),
    refused.PlaceTaken("answers.json"),
]
GENERAL = refused.Refusal()


@pytest.mark.parametrize("refusal", ONE_OF_EACH, ids=lambda refusal: type(refusal).__name__)
def test_a_refusal_says_what_is_wrong_in_both_languages(
    english: Language, russian: Language, refusal: refused.Refusal
) -> None:
    said = [refusal_sentence(language, refusal) for language in (english, russian)]
    general = [refusal_sentence(language, GENERAL) for language in (english, russian)]
    assert said[0] != said[1]
    assert set(said).isdisjoint(general)
    assert all("%(" not in sentence for sentence in said)


def test_no_kind_of_refusal_is_without_words() -> None:
    kinds = {kind for kind in vars(refused).values() if isinstance(kind, type) and issubclass(kind, refused.Refusal)}
    spoken = {type(refusal) for refusal in ONE_OF_EACH}
    told_elsewhere = {refused.Refusal, refused.BadRow}  # a bad row is told with the name of its file
    assert kinds - told_elsewhere == spoken


def test_what_was_wrong_stands_in_the_sentence(english: Language, russian: Language) -> None:
    assert refusal_sentence(english, OFF) == (
        "“7” is not an answer to the statement “ind.culture.skill.budget”. Use one of 0, 1, 2, 3, 4, 5, not_applicable "
        "or dont_know. Nothing of this call was saved."
    )
    assert "осталось 3\u00a0утверждения" in refusal_sentence(russian, refused.Incomplete(["a", "b", "c"]))


@pytest.mark.parametrize(
    ("refusal", "sentence"),
    [
        (refused.OutOfRange("weekly_hours", 0.5, 40.0), "Hours a week: choose from 0.5 to 40. Nothing was changed."),
        (refused.OutOfRange("days", 1, 90), "Days: choose from 1 to 90. Nothing was changed."),
        (refused.OutOfRange("k", 5, 1000), "Number of people: choose from 5 to 1000. Nothing was changed."),
        (refused.OutOfRange("day", 1, 2), "Last day: choose from 1 to 2. Nothing was changed."),
        (
            refused.OutOfRange("start", date(2025, 11, 21), date(2027, 11, 22)),
            "First day: choose from 21 November 2025 to 22 November 2027. Nothing was changed.",
        ),
        (
            refused.OutOfRange("competency", "culture", "design"),
            "Competency: choose one from the list. Nothing was changed.",
        ),
        (refused.OutOfRange("colour", 1, 2), "colour: choose from 1 to 2. Nothing was changed."),
        (
            refused.TextTooLong("note", 4000),
            "Note: at most 4000 characters. Please shorten the text; nothing was changed.",
        ),
    ],
)
def test_fields_are_called_as_people_know_them(english: Language, refusal: refused.Refusal, sentence: str) -> None:
    assert refusal_sentence(english, refusal) == sentence
