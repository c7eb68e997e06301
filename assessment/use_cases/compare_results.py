"""What really changed between two results of one account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from assessment.domain.change import CompetencyChange, is_too_soon, measure_change
from assessment.domain.ownership_refusals import NotComparable
from assessment.domain.refusals import AssessmentNotFound, NotSubmitted
from assessment.store import assessments, ownership
from assessment.store.database import reading
from assessment.store.ownership import StoredResult
from assessment.store.results import find_result
from assessment.use_cases.own_assessments import OwnResult, to_own_result


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two results that can be held against each other. ``too_soon``: less than four weeks lie between them."""

    earlier: OwnResult
    later: OwnResult
    changes: tuple[CompetencyChange, ...]
    too_soon: bool


def compare_own(assessment_id: str, other_id: str, user_id: int) -> Comparison:
    """Two results of the account, in whichever order they are given.

    Raises AssessmentNotFound (also for what is in no account or another's), NotSubmitted, NotComparable.
    """
    return compare(_get(assessment_id, user_id), _get(other_id, user_id))


def compare(one: OwnResult, other: OwnResult) -> Comparison:
    """The same of two results that were read before. Raises NotComparable."""
    if not is_comparable(one, other):
        raise NotComparable
    earlier, later = sorted((one, other), key=_moment)
    return Comparison(
        earlier=earlier,
        later=later,
        changes=measure_change(later.framework.measurement, earlier.profile, later.profile),
        too_soon=is_too_soon(_moment(earlier).date(), _moment(later).date()),
    )


def is_comparable(one: OwnResult, other: OwnResult) -> bool:
    """Two different results of the same questionnaire, version and level."""
    return one.record.id != other.record.id and _kind(one) == _kind(other)


def _kind(result: OwnResult) -> tuple[str, str, str]:
    return result.profile.framework, result.profile.version, result.profile.level.value


def _moment(result: OwnResult) -> datetime:
    return result.record.submitted_at or result.record.started_at


def _get(assessment_id: str, user_id: int) -> OwnResult:
    with reading() as connection:
        stored = assessments.find_assessment(connection, assessment_id)
        if stored is None or ownership.find_owner(connection, stored.id) != user_id:
            raise AssessmentNotFound
        profile = find_result(connection, stored.id)
        if profile is None:
            raise NotSubmitted
        return to_own_result(connection, StoredResult(stored, profile))
