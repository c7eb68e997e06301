"""Changes to answers as they come from outside: checked, and merged with what was stored meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.domain.answers import AnswerSheet, AnswerValue, read_answer
from assessment.domain.framework import Framework, Level
from assessment.domain.refusals import InvalidAnswers, UnknownItem, ValueOffScale

Changes = Mapping[str, AnswerValue | None]
"""New answers by item id; None clears one."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """An item that was changed elsewhere since the page was made: the answer sent, and the one stored."""

    item_id: str
    yours: AnswerValue | None
    stored: AnswerValue | None


@dataclass(frozen=True, slots=True)
class Merged:
    """What to store, and what not."""

    changes: Changes
    conflicts: tuple[Conflict, ...]


def read_changes(framework: Framework, level: Level, raw: Mapping[str, object]) -> Changes:
    """Every change checked. Raises InvalidAnswers with all that is wrong, in the order given."""
    changes: dict[str, AnswerValue | None] = {}
    refusals: list[UnknownItem | ValueOffScale] = []
    for item_id, value in raw.items():
        try:
            changes[item_id] = read_answer(framework, level, item_id, value)
        except (UnknownItem, ValueOffScale) as refusal:
            refusals.append(refusal)
    if refusals:
        raise InvalidAnswers(refusals)
    return changes


def merge_changes(sheet: AnswerSheet, wanted: Changes, shown: Changes | None) -> Merged:
    """Keep of ``wanted`` what differs from ``sheet`` and what nobody else changed since ``shown``.

    An item absent from ``shown`` was displayed without an answer. Without ``shown`` the last call wins.
    """
    changes: dict[str, AnswerValue | None] = {}
    conflicts: list[Conflict] = []
    for item_id, yours in wanted.items():
        stored = sheet.values.get(item_id)
        if yours == stored or (shown is not None and yours == shown.get(item_id)):
            continue
        if shown is not None and stored != shown.get(item_id):
            conflicts.append(Conflict(item_id, yours, stored))
        else:
            changes[item_id] = yours
    return Merged(changes, tuple(conflicts))
