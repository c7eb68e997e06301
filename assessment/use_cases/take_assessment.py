"""Taking an assessment: start, come back, answer, submit."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from assessment.bank.shelf import Shelf
from assessment.domain.profile import Profile
from assessment.domain.quality import QualityFlags, check_quality
from assessment.domain.refusals import (
    AlreadySubmitted,
    AnswersInDoubt,
    AssessmentNotFound,
    Incomplete,
    StaleRevision,
    UnknownLevel,
    UnknownLocale,
)
from assessment.domain.scoring import score_sheet
from assessment.store import assessments, respondents
from assessment.store.answers import clear_answers, put_answers
from assessment.store.assessments import StoredAssessment
from assessment.store.database import reading, transaction
from assessment.store.results import add_result, find_result
from assessment.use_cases.answer_changes import Conflict, merge_changes, read_changes
from assessment.use_cases.campaign_gate import pass_gate
from assessment.use_cases.kept_frameworks import get_framework
from assessment.use_cases.records import AssessmentRecord, Sitting, Status, TimedSitting, read_timed, to_record
from assessment.use_cases.tokens import ID_BYTES, TOKEN_BYTES, TokenSource, hash_token

__all__ = [
    "AssessmentRecord",
    "Conflict",
    "Progress",
    "Sitting",
    "Started",
    "Submitted",
    "get_assessment",
    "open_with_token",
    "quality_before_submit",
    "read_sheet",
    "record_answers",
    "start_assessment",
    "submit",
]


@dataclass(frozen=True, slots=True)
class Started:
    """A new assessment and the one key to it, which is stored nowhere."""

    assessment: AssessmentRecord
    token: str


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a call that recorded answers left the assessment. ``conflicts`` were not stored."""

    answered: int
    items: int
    revision: int
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class Submitted:
    """A submitted assessment. ``again`` means that it had been submitted before and nothing changed."""

    record: AssessmentRecord
    profile: Profile
    again: bool


def start_assessment(
    shelf: Shelf,
    *,
    framework_id: str,
    level: str,
    locale: str,
    channel: str,
    now: datetime,
    token_source: TokenSource,
) -> Started:
    """A new open assessment with the latest version of the framework. ``channel`` is web or api.

    Raises UnknownFramework, UnknownLevel, UnknownLocale.
    """
    checked = shelf.get(framework_id)
    framework = checked.framework
    if level not in framework.levels:
        raise UnknownLevel(level, framework.levels)
    if locale not in framework.locales:
        raise UnknownLocale(locale, framework.locales)
    token = token_source(TOKEN_BYTES)
    stored = StoredAssessment(
        id=token_source(ID_BYTES),
        token_hash=hash_token(token),
        snapshot=checked.digest,
        level=level,
        locale=locale,
        channel=channel,
        status=Status.OPEN.value,
        revision=0,
        name="",
        started_at=now,
        last_saved_at=None,
        submitted_at=None,
        kept_despite_flags=None,
        answered=0,
    )
    with transaction() as connection:
        assessments.add_assessment(connection, stored)
    return Started(to_record(stored, framework), token)


def open_with_token(token: str) -> AssessmentRecord:
    """The assessment that the private link carries, or a personal link of who began it. Raises AssessmentNotFound."""
    with reading() as connection:
        stored = assessments.find_by_token_hash(connection, hash_token(token))
        begun = None if stored is not None else respondents.find_opened(connection, hash_token(token))
        return _open(connection, stored if begun is None else assessments.find_assessment(connection, begun), token)


def get_assessment(assessment_id: str, token: str) -> AssessmentRecord:
    """The assessment, for whoever holds its token. Raises AssessmentNotFound for a wrong id and a wrong token alike."""
    with reading() as connection:
        return _open(connection, assessments.find_assessment(connection, assessment_id), token)


def read_sheet(assessment_id: str) -> Sitting:
    """The assessment with its framework and answers. Raises AssessmentNotFound."""
    with reading() as connection:
        sitting = read_timed(connection, assessment_id)
    return Sitting(sitting.record, sitting.framework, sitting.sheet)


def record_answers(
    assessment_id: str,
    changes: Mapping[str, object],
    *,
    now: datetime,
    expected_revision: int | None = None,
    shown: Mapping[str, object] | None = None,
    timed: bool,
) -> Progress:
    """Store what changed; None clears an answer. All of it is on disk when this returns.

    ``shown`` is what the page displayed when it was made: an item left as shown is not touched, an item that somebody
    else changed meanwhile is reported as a conflict and not stored. ``timed`` keeps how long new answers took, as
    equal shares of the time since the previous save. A call that changes nothing leaves the revision alone.
    Raises AssessmentNotFound, AlreadySubmitted, AnsweringEnded, StaleRevision, InvalidAnswers; then nothing of the call
    is stored.
    """
    with transaction() as connection:
        sitting = read_timed(connection, assessment_id, lock=True)
        _require_open(sitting, expected_revision)
        passed = pass_gate(connection, assessment_id, now=now)
        wanted = read_changes(sitting.framework, sitting.level, changes)
        displayed = None if shown is None else read_changes(sitting.framework, sitting.level, shown)
        merged = merge_changes(sitting.sheet, wanted, displayed)
        sheet = sitting.sheet.with_changes(merged.changes)
        items = len(sitting.framework.items_of(sitting.level))
        if not merged.changes:
            return Progress(len(sheet.values), items, sitting.stored.revision, merged.conflicts)
        put = {item: value for item, value in merged.changes.items() if value is not None}
        new = len(put.keys() - sitting.sheet.values.keys())
        if put:
            seconds = _seconds_each(sitting, new, now) if timed and passed.timed else None
            put_answers(connection, assessment_id, put, seconds)
        if len(put) < len(merged.changes):
            clear_answers(connection, assessment_id, merged.changes.keys() - put.keys())
        revision = sitting.stored.revision + 1
        assessments.note_save(connection, assessment_id, revision=revision, at=passed.at)
    return Progress(len(sheet.values), items, revision, merged.conflicts)


def quality_before_submit(assessment_id: str) -> QualityFlags:
    """Whether the answers look hurried or careless, so that the person can look again. Raises AssessmentNotFound."""
    with reading() as connection:
        return _quality(read_timed(connection, assessment_id))


def submit(assessment_id: str, *, accept_incomplete: bool, now: datetime, keep_despite_flags: bool = True) -> Submitted:
    """Freeze the answers, score them and keep the result, all in one transaction; again gives the same result.

    Raises AssessmentNotFound, AnsweringEnded, Incomplete (items are open and ``accept_incomplete`` is not set) and
    AnswersInDoubt (the quality flags ask the person and ``keep_despite_flags`` is not set).
    """
    with transaction() as connection:
        sitting = read_timed(connection, assessment_id, lock=True)
        if sitting.stored.status == Status.SUBMITTED:
            earlier = find_result(connection, assessment_id)
            if earlier is None:
                raise LookupError(f"no result of submitted assessment {assessment_id}")
            return Submitted(sitting.record, earlier, again=True)
        passed = pass_gate(connection, assessment_id, now=now)
        _require_complete(sitting, accept_incomplete=accept_incomplete)
        flags = _quality(sitting)
        if flags.ask and not keep_despite_flags:
            raise AnswersInDoubt
        profile = score_sheet(sitting.framework, sitting.sheet)
        add_result(connection, assessment_id, profile)
        assessments.mark_submitted(connection, assessment_id, at=passed.at, kept_despite_flags=flags.ask)
    record = replace(sitting.record, status=Status.SUBMITTED, submitted_at=passed.at)
    return Submitted(record, profile, again=False)


def _open(connection: Connection, stored: StoredAssessment | None, token: str) -> AssessmentRecord:
    """The record if the token is its own; the comparison takes as long whether or not there is such an assessment.

    What answers a campaign is opened by the personal links of its respondent, too, as long as they are not revoked.
    """
    expected = stored.token_hash if stored is not None else hash_token("")
    known = hmac.compare_digest(hash_token(token), expected)
    if stored is None or not (known or respondents.opens(connection, hash_token(token), stored.id)):
        raise AssessmentNotFound
    return to_record(stored, get_framework(connection, stored.snapshot))


def _require_open(sitting: TimedSitting, expected_revision: int | None) -> None:
    if sitting.stored.status == Status.SUBMITTED:
        raise AlreadySubmitted
    if expected_revision is not None and expected_revision != sitting.stored.revision:
        raise StaleRevision(sitting.stored.revision)


def _require_complete(sitting: TimedSitting, *, accept_incomplete: bool) -> None:
    items = sitting.framework.items_of(sitting.level)
    open_items = [item.id for item in items if item.id not in sitting.sheet.values]
    if open_items and not accept_incomplete:
        raise Incomplete(open_items)


def _seconds_each(sitting: TimedSitting, new: int, now: datetime) -> float | None:
    """Equal shares of the time since the previous save (or the start) for the items answered for the first time."""
    if new == 0:
        return None
    since = sitting.stored.last_saved_at or sitting.stored.started_at
    return max(0.0, (now - since).total_seconds()) / new


def _quality(sitting: TimedSitting) -> QualityFlags:
    return check_quality(sitting.framework, sitting.sheet, sitting.seconds or None)
