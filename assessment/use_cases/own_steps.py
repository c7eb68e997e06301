"""Ids of steps that people write themselves: ``own-1``, ``own-2`` and so on within one plan."""

from __future__ import annotations

from collections.abc import Iterable


def find_own_number(step_id: str) -> int | None:
    """3 for ``own-3``; None for the id of an action."""
    number = step_id.removeprefix("own-")
    return int(number) if number != step_id and number.isdecimal() else None


def next_own_id(ids: Iterable[str]) -> str:
    """``own-4`` after ``own-3``. ``ids`` are those of all steps ever in the plan, so that none is used twice."""
    return f"own-{max((find_own_number(step_id) or 0 for step_id in ids), default=0) + 1}"
