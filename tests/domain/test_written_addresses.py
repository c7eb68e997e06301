"""Addresses are taken as people copy them, without what belongs to no address."""

from __future__ import annotations

import pytest

from assessment.domain.written_addresses import split_named, tidy_address


@pytest.mark.parametrize(
    "text",
    [
        "anna@x.org",
        "  anna@x.org\n",
        "anna@x.org.",
        "anna@x.org;",
        "<anna@x.org>,",
        "(anna@x.org).",
        "“anna@x.org”",
        "Anna Orlova <anna@x.org>",
        '"Orlova, Anna" <anna@x.org>;',
        "mailto:anna@x.org",
        "MAILTO:anna@x.org?subject=Hello",
        "an\u200bna@x.org\u00ad",
        "\u202aanna@x.org\u202c",
        "\ufeffanna@x.org\u00a0",
    ],
)
def test_only_the_address_stays(text: str) -> None:
    assert tidy_address(text) == "anna@x.org"


@pytest.mark.parametrize("text", ["o'neil@x.org", ".anna@x.org", "anna@x,org", "anna orlova@x.org"])
def test_what_is_part_of_what_was_written_is_kept(text: str) -> None:
    assert tidy_address(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna <a@x.org>", ("Anna", "a@x.org")),
        ('"Anna \\"A\\" Orlova" <a@x.org>', ('Anna "A" Orlova', "a@x.org")),
        ("a@x.org", ("", "a@x.org")),
    ],
)
def test_a_name_stands_before_its_address(text: str, expected: tuple[str, str]) -> None:
    assert split_named(text) == expected
