"""Pasted lists of people, as mail programs and people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.address_list import read_pasted_list
from assessment.domain.listed_people import LONGEST_SHOWN, MOST_LINES, PeopleList, Trouble
from assessment.domain.team_refusals import BadListFile


def plain(text: str) -> str | None:
    """An address with something on both sides of one @, in lower case."""
    before, _, after = text.partition("@")
    return text.lower() if before and "." in after and not set(" @<>\"'") & set(before + after) else None


def read(text: str) -> PeopleList:
    return read_pasted_list(text, plain)


def people(text: str) -> list[tuple[str, str]]:
    found = read(text)
    assert not found.bad
    return [(person.name, person.email) for person in found.people]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("anna@x.org", [("", "anna@x.org")]),
        ("Anna <ANNA@x.org>", [("Anna", "anna@x.org")]),
        ("Анна Орлова <anna@пример.рф>", [("Анна Орлова", "anna@пример.рф")]),
        ("a@x.org, b@x.org; c@x.org\nd@x.org", [("", f"{letter}@x.org") for letter in "abcd"]),
        ("a@x.org b@x.org\tc@x.org", [("", f"{letter}@x.org") for letter in "abc"]),
        ('"Orlova, Anna" <a@x.org>, b@x.org', [("Orlova, Anna", "a@x.org"), ("", "b@x.org")]),
        ("Orlova, Anna <a@x.org>, Boris <b@x.org>", [("Orlova, Anna", "a@x.org"), ("Boris", "b@x.org")]),
        ('"Anna \\"A\\" Orlova" <a@x.org>', [('Anna "A" Orlova', "a@x.org")]),
        ("Anna Orlova a@x.org", [("Anna Orlova", "a@x.org")]),
        ("Anna\ta+wheel@x.org", [("Anna", "a+wheel@x.org")]),
        ("Anna Orlova, a@x.org\nb@x.org;Boris Kim", [("Anna Orlova", "a@x.org"), ("Boris Kim", "b@x.org")]),
        ("mailto:a@x.org, <b@x.org>;", [("", "a@x.org"), ("", "b@x.org")]),
        ("\n\n a@x.org ,,; \n", [("", "a@x.org")]),
        ("=cmd()|' <a@x.org>", [("=cmd()|'", "a@x.org")]),
    ],
)
def test_lists_are_read_as_they_are_written(text: str, expected: list[tuple[str, str]]) -> None:
    assert people(text) == expected


def test_a_bad_line_of_a_table_is_shown_as_it_was_written() -> None:
    (bad,) = read("anna@x; Anna Orlova").bad
    assert bad.content == "anna@x; Anna Orlova"


def test_every_piece_that_adds_nobody_is_named_with_its_line_and_reason() -> None:
    found = read("Anna\nb@x.org\nnot@address, c@x.org\nB@X.ORG\n" + "n" * 201 + " <d@x.org>")
    assert [person.email for person in found.people] == ["b@x.org", "c@x.org"]
    assert [(bad.line, bad.trouble, bad.first) for bad in found.bad] == [
        (1, Trouble.NO_ADDRESS, None),
        (3, Trouble.NOT_AN_ADDRESS, None),
        (4, Trouble.REPEATED, 2),
        (5, Trouble.NAME_TOO_LONG, None),
    ]
    assert len(found.bad[-1].content) == LONGEST_SHOWN
    assert found.bad[-1].content.endswith("…")


def test_nothing_at_all_and_too_much_are_refused_as_a_whole() -> None:
    for text, reason in (
        (" \n,; \n", "empty"),
        ("a@x.org\n" * (MOST_LINES + 1), "lines"),
        ("a@x.org " * (MOST_LINES + 1), "lines"),
    ):
        with pytest.raises(BadListFile) as refused:
            read(text)
        assert refused.value.reason == reason


@given(st.text(max_size=200))
def test_no_text_breaks_the_reading_and_nothing_is_passed_over(text: str) -> None:
    try:
        found = read(text)
    except BadListFile:
        assert not text.strip(",; \t\r\n\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029\xa0")
        return
    assert found.people or found.bad
    assert len({person.email for person in found.people}) == len(found.people)
