"""The order of names."""

from __future__ import annotations

import pytest

from assessment.domain.natural_order import natural_key


@pytest.mark.parametrize(
    "names",
    [
        ("Member 1", "Member 2", "Member 10"),
        ("2 этаж", "10 этаж", "Анна"),
        ("Ёлкин", "Жуков"),
        ("anna", "Bert", "carl"),
        ("Анна", "Анна 2", "анна 10", "Борис"),
        ("a.2@example.org", "a.10@example.org"),
        ("", "1", "a"),
        ("Team 007", "Team 8"),
        ("٢", "١٠"),
    ],
)
def test_names_stand_where_people_look_for_them(names: tuple[str, ...]) -> None:
    backwards = names[::-1]
    assert tuple(sorted(backwards, key=natural_key)) == names
