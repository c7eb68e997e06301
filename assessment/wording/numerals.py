"""Small numbers in words, for headings that read better so."""

from __future__ import annotations

from enum import StrEnum

from assessment.languages import Language


class Gender(StrEnum):
    """Grammatical gender of what is counted; English has no use for it."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    NEUTER = "neuter"


_ENGLISH = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_RUSSIAN = (
    "один",
    "два",
    "три",
    "четыре",
    "пять",
    "шесть",
    "семь",
    "восемь",
    "девять",
    "десять",
    "одиннадцать",
    "двенадцать",
)
_RUSSIAN_GENDERED = {(1, Gender.FEMININE): "одна", (1, Gender.NEUTER): "одно", (2, Gender.FEMININE): "две"}


def number_word(language: Language, number: int, gender: Gender) -> str:
    """1-12 in words in the nominative, anything else in figures: "three", «две», "13"."""
    if not 1 <= number <= len(_ENGLISH):
        return str(number)
    if language.locale == "en":
        return _ENGLISH[number - 1]
    return _RUSSIAN_GENDERED.get((number, gender), _RUSSIAN[number - 1])
