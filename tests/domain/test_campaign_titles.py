"""Titles of campaigns that continue one another."""

from __future__ import annotations

import pytest

from assessment.domain.campaign_titles import next_title


@pytest.mark.parametrize(
    ("title", "taken", "proposed"),
    [
        ("Autumn 2026", [], "Autumn 2026 (2)"),
        ("Autumn 2026 (2)", [], "Autumn 2026 (3)"),
        ("Autumn", ["Autumn", "AUTUMN (2)", "Autumn (3)"], "Autumn (4)"),
        ("Autumn (9)", [], "Autumn (10)"),
        ("Round (spring)", [], "Round (spring) (2)"),
        ("(2)", [], "(2) (2)"),
        ("Осень (0)", [], "Осень (0) (2)"),
    ],
)
def test_the_next_one_has_the_next_free_number(title: str, taken: list[str], proposed: str) -> None:
    assert next_title(title, taken, 120) == proposed


def test_a_long_one_loses_its_end_and_never_its_number() -> None:
    first = next_title("a" * 119 + " b", [], 120)
    second = next_title("a" * 119 + " b", [first], 120)

    assert (first, second) == ("a" * 116 + " (2)", "a" * 116 + " (3)")
