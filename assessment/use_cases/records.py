"""Reading an assessment: the record others may see, and the sheet of its answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection

from assessment.domain.answers import AnswerSheet
from assessment.domain.framework import Framework, Level
from assessment.domain.refusals import AssessmentNotFound
from assessment.store import assessments
from assessment.store.answers import read_answers
from assessment.store.assessments import StoredAssessment
from assessment.use_cases.kept_frameworks import get_framework


class Status(StrEnum):
    """Answers can be changed while an assessment is open; submission freezes them."""

    OPEN = "open"
    SUBMITTED = "submitted"


@dataclass(frozen=True, slots=True)
class AssessmentRecord:
    """What is known about one sitting. ``name`` is what the person wants on the report, empty if nothing.

    ``items`` are those of its level, ``answered`` counts answers, special ones included; ``revision`` grows by one
    with every call that changes answers.
    """

    id: str
    framework_id: str
    version: str
    level: Level
    locale: str
    channel: str
    status: Status
    revision: int
    items: int
    answered: int
    started_at: datetime
    submitted_at: datetime | None
    name: str

    @property
    def is_submitted(self) -> bool:
        return self.status is Status.SUBMITTED


@dataclass(frozen=True, slots=True)
class Sitting:
    """An assessment with its framework and its answers so far."""

    record: AssessmentRecord
    framework: Framework
    sheet: AnswerSheet


@dataclass(frozen=True, slots=True)
class TimedSitting:
    """A sitting as use cases read it: with the stored row and the seconds its answers took."""

    stored: StoredAssessment
    framework: Framework
    sheet: AnswerSheet
    seconds: Mapping[str, float]

    @property
    def level(self) -> Level:
        return self.sheet.level

    @property
    def record(self) -> AssessmentRecord:
        return to_record(self.stored, self.framework)


def to_record(stored: StoredAssessment, framework: Framework) -> AssessmentRecord:
    level = Level(stored.level)
    return AssessmentRecord(
        id=stored.id,
        framework_id=framework.id,
        version=framework.version,
        level=level,
        locale=stored.locale,
        channel=stored.channel,
        status=Status(stored.status),
        revision=stored.revision,
        items=len(framework.items_of(level)),
        answered=stored.answered,
        started_at=stored.started_at,
        submitted_at=stored.submitted_at,
        name=stored.name,
    )


def read_timed(connection: Connection, assessment_id: str, *, lock: bool = False) -> TimedSitting:
    """Everything about the answers; with ``lock`` other writers of this assessment wait. Raises AssessmentNotFound."""
    find = assessments.lock_assessment if lock else assessments.find_assessment
    stored = find(connection, assessment_id)
    if stored is None:
        raise AssessmentNotFound
    values, seconds = read_answers(connection, assessment_id)
    framework = get_framework(connection, stored.snapshot)
    return TimedSitting(stored, framework, AnswerSheet(Level(stored.level), values), seconds)
