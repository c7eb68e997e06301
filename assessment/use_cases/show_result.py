"""Showing a result, and what it would become if some actions were done."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from assessment.domain.answers import AnswerSheet
from assessment.domain.framework import Framework
from assessment.domain.profile import Profile
from assessment.domain.quality import QualityFlags, check_quality
from assessment.domain.refusals import NotSubmitted, UnknownAction
from assessment.domain.scoring import score_sheet
from assessment.domain.what_if import simulate
from assessment.store.database import reading
from assessment.store.results import find_result
from assessment.use_cases.records import AssessmentRecord, Status, read_timed


@dataclass(frozen=True, slots=True)
class AssessmentResult:
    """A submitted assessment: its answers, what they were scored to, and whether they look hurried or careless."""

    record: AssessmentRecord
    framework: Framework
    sheet: AnswerSheet
    profile: Profile
    quality: QualityFlags


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The profile as it is and as it would be. ``next_bottleneck`` is the competency then lowest.

    None where the wheel stands incomplete.
    """

    result: AssessmentResult
    before: Profile
    after: Profile
    next_bottleneck: str | None


def get_result(assessment_id: str) -> AssessmentResult:
    """Raises AssessmentNotFound and NotSubmitted."""
    with reading() as connection:
        return read_result(connection, assessment_id)


def read_result(connection: Connection, assessment_id: str, *, lock: bool = False) -> AssessmentResult:
    """As get_result, inside a transaction; with ``lock`` other writers of this assessment wait."""
    sitting = read_timed(connection, assessment_id, lock=lock)
    profile = find_result(connection, assessment_id) if sitting.stored.status == Status.SUBMITTED else None
    if profile is None:
        raise NotSubmitted
    quality = check_quality(sitting.framework, sitting.sheet, sitting.seconds or None)
    return AssessmentResult(sitting.record, sitting.framework, sitting.sheet, profile, quality)


def what_if(
    assessment_id: str, action_ids: Collection[str], facet_moves: Mapping[tuple[str, str | None], int]
) -> WhatIf:
    """The result, were these actions done and these facets moved by so many scale points.

    ``facet_moves`` goes by (competency id, facet id). Raises AssessmentNotFound, NotSubmitted and UnknownAction.
    """
    result = get_result(assessment_id)
    framework, level = result.framework, result.record.level
    known = {action.id: action for action in framework.actions if action.level == level}
    for action_id in action_ids:
        if action_id not in known:
            raise UnknownAction(action_id)
    actions = [known[action_id] for action_id in action_ids]
    after = score_sheet(framework, simulate(framework, result.sheet, actions, facet_moves))
    lowest = after.weakest.lowest
    return WhatIf(result, result.profile, after, lowest[0] if lowest else None)
