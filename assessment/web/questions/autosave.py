"""What the autosave of a page of questions sends, and what it is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from assessment.domain.refusals import InvalidAnswers
from assessment.use_cases.answer_changes import Conflict
from assessment.use_cases.take_assessment import Progress, read_sheet
from assessment.web.questions.moves import item_address

_MOST = 500
"""Items in one call; more than any framework asks at one level."""


def read_changes(body: object) -> tuple[Mapping[str, object], Mapping[str, object]]:
    """``answers`` and ``shown`` of a call: objects of item ids and values. Raises InvalidAnswers for other shapes."""
    if not isinstance(body, dict):
        raise InvalidAnswers(())
    answers, shown = body.get("answers"), body.get("shown", {})
    if not isinstance(answers, dict) or not isinstance(shown, dict) or max(len(answers), len(shown)) > _MOST:
        raise InvalidAnswers(())
    return answers, shown


def saved_message(progress: Progress, now: datetime, assessment_id: str) -> dict[str, object]:
    """What is true after the commit; ``page`` is where the statement of a conflict stands."""
    return {
        "saved_at": now.isoformat(),
        "answered": progress.answered,
        "items": progress.items,
        "conflicts": _conflicts(progress.conflicts, assessment_id) if progress.conflicts else [],
    }


def _conflicts(conflicts: Sequence[Conflict], assessment_id: str) -> list[dict[str, object]]:
    framework = read_sheet(assessment_id).framework
    return [
        {
            "item": conflict.item_id,
            "yours": conflict.yours,
            "stored": conflict.stored,
            "page": item_address(framework, assessment_id, conflict.item_id),
        }
        for conflict in conflicts
    ]
