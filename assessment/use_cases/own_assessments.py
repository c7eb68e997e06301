"""Assessments in accounts: taking them in, opening them without their private link, and what an account holds."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from assessment.domain.audit import AuditAction
from assessment.domain.framework import Framework, Level
from assessment.domain.ownership_refusals import AnsweredAnonymously, NotInAccount, OwnedByAnother
from assessment.domain.paging import Paged, Paging
from assessment.domain.profile import Profile
from assessment.domain.refusals import AssessmentNotFound
from assessment.store import assessments, campaigns, ownership, respondents
from assessment.store.assessments import WITHDRAWN
from assessment.store.audit import ASSESSMENT
from assessment.store.database import reading, transaction
from assessment.store.ownership import StoredResult
from assessment.use_cases.audit import note
from assessment.use_cases.kept_frameworks import get_framework
from assessment.use_cases.records import AssessmentRecord, to_record
from assessment.use_cases.tokens import TokenSource

OPEN_AT_ONCE = 20
RESULTS_AT_ONCE = 24
MOMENTS_AT_ONCE = 500

_WITHDRAWN_BYTES = 30
"""Random bytes that make one withdrawn link differ from any other."""


@dataclass(frozen=True, slots=True)
class OwnResult:
    """A result in an account, with the framework version it was made with."""

    record: AssessmentRecord
    framework: Framework
    profile: Profile


@dataclass(frozen=True, slots=True)
class History:
    """Results of one questionnaire at one level, newest first; ``results`` is a page of ``count``."""

    framework_id: str
    level: Level
    count: int
    results: tuple[OwnResult, ...]


def take_into_account(assessment_id: str, user_id: int, *, now: datetime) -> None:
    """Put an assessment into an account; again changes nothing. The caller has seen the right key to it.

    Raises AssessmentNotFound, OwnedByAnother, and AnsweredAnonymously where nothing may say whose answers they are.
    """
    with transaction() as connection:
        if assessments.lock_assessment(connection, assessment_id) is None:
            raise AssessmentNotFound
        owner = ownership.find_owner(connection, assessment_id)
        if owner == user_id:
            return
        if owner is not None:
            raise OwnedByAnother
        if ownership.is_anonymous(connection, assessment_id):
            raise AnsweredAnonymously
        ownership.add_owner(connection, assessment_id, user_id, now)
        note(
            connection,
            AuditAction.ASSESSMENT_TAKEN,
            now=now,
            user_id=user_id,
            subject_kind=ASSESSMENT,
            subject_id=assessment_id,
        )


def list_free(assessment_ids: Collection[str]) -> frozenset[str]:
    """Those of the assessments that could be taken into an account."""
    if not assessment_ids:
        return frozenset()
    with reading() as connection:
        return ownership.list_without_owner(connection, assessment_ids)


def get_own_assessment(assessment_id: str, user_id: int) -> AssessmentRecord:
    """The assessment, for the account it is in. Raises AssessmentNotFound for everybody else."""
    with reading() as connection:
        stored = assessments.find_assessment(connection, assessment_id)
        if stored is None or ownership.find_owner(connection, stored.id) != user_id:
            raise AssessmentNotFound
        return to_record(stored, get_framework(connection, stored.snapshot))


def is_owner(assessment_id: str, user_id: int) -> bool:
    """Whether the assessment is in the account."""
    with reading() as connection:
        return ownership.find_owner(connection, assessment_id) == user_id


def is_of_account(assessment_id: str, user_id: int) -> bool:
    """Whether the assessment is in the account, or answers a campaign that asked it and links people with answers."""
    with reading() as connection:
        if ownership.find_owner(connection, assessment_id) == user_id:
            return True
        found = campaigns.find_answers(connection, assessment_id)
        if found is None or found.respondent_id is None:
            return False
        respondent = respondents.find_respondent(connection, found.respondent_id)
        return respondent is not None and respondent.user_id == user_id


def is_in_account(assessment_id: str) -> bool:
    """Whether the assessment is in any account."""
    with reading() as connection:
        return ownership.find_owner(connection, assessment_id) is not None


def withdraw_link(assessment_id: str, user_id: int, *, now: datetime, token_source: TokenSource) -> None:
    """Make the private link open nothing from now on, for anybody; only the account then opens the assessment.

    Again changes nothing. Raises NotInAccount unless the assessment is in this account.
    """
    with transaction() as connection:
        stored = assessments.lock_assessment(connection, assessment_id)
        if stored is None or ownership.find_owner(connection, assessment_id) != user_id:
            raise NotInAccount
        if stored.token_hash.startswith(WITHDRAWN):
            return
        assessments.set_token_hash(connection, assessment_id, f"{WITHDRAWN}{token_source(_WITHDRAWN_BYTES)}")
        note(
            connection,
            AuditAction.LINK_WITHDRAWN,
            now=now,
            user_id=user_id,
            subject_kind=ASSESSMENT,
            subject_id=assessment_id,
        )


def is_link_withdrawn(assessment_id: str) -> bool:
    """Whether no private link opens the assessment any more. Raises AssessmentNotFound."""
    with reading() as connection:
        stored = assessments.find_assessment(connection, assessment_id)
    if stored is None:
        raise AssessmentNotFound
    return stored.token_hash.startswith(WITHDRAWN)


def list_open(user_id: int, *, page: int, size: int = OPEN_AT_ONCE) -> Paged[AssessmentRecord]:
    """Assessments of the account that wait for answers, newest first. Pages count from 1."""
    paging = Paging(page, size)
    with reading() as connection:
        stored, count = ownership.list_open(connection, user_id, limit=paging.size, offset=paging.offset)
        records = tuple(to_record(one, get_framework(connection, one.snapshot)) for one in stored)
    return Paged(records, count, paging)


def list_histories(user_id: int, *, most: int) -> tuple[History, ...]:
    """Every history of the account with its newest results, at most ``most`` of each; the newest history first."""
    with reading() as connection:
        return tuple(
            History(
                framework_id=found.framework_id,
                level=Level(found.level),
                count=found.count,
                results=_read(connection, user_id, found.framework_id, found.level, Paging(1, most)),
            )
            for found in ownership.list_histories(connection, user_id)
        )


def list_history(user_id: int, framework_id: str, level: Level, *, page: int) -> Paged[OwnResult]:
    """One history, newest first. Pages count from 1."""
    paging = Paging(page, RESULTS_AT_ONCE)
    with reading() as connection:
        count = ownership.count_results(connection, user_id, framework_id, level.value)
        results = _read(connection, user_id, framework_id, level.value, paging)
    return Paged(results, count, paging)


def list_moments(user_id: int, framework_id: str, level: Level) -> tuple[tuple[str, datetime], ...]:
    """Ids of the newest results of a history, and the moments they were submitted: something to choose from."""
    with reading() as connection:
        return ownership.list_moments(connection, user_id, framework_id, level.value, limit=MOMENTS_AT_ONCE)


def _read(connection: Connection, user_id: int, framework_id: str, level: str, paging: Paging) -> tuple[OwnResult, ...]:
    found = ownership.list_results(connection, user_id, framework_id, level, limit=paging.size, offset=paging.offset)
    return tuple(to_own_result(connection, stored) for stored in found)


def to_own_result(connection: Connection, stored: StoredResult) -> OwnResult:
    framework = get_framework(connection, stored.assessment.snapshot)
    return OwnResult(to_record(stored.assessment, framework), framework, stored.profile)
