"""Assessments made the way people make them, through the use cases. An app context must be active."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from assessment.bank.shelf import Shelf
from assessment.domain.answers import AnswerSheet
from assessment.use_cases.take_assessment import Started, record_answers, start_assessment, submit

START = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


class FixedClock:
    """A clock that stands still until it is told to go on."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, seconds: float) -> datetime:
        """The moment that many seconds later, which is now from here on."""
        self.now += timedelta(seconds=seconds)
        return self.now


class SeededTokens:
    """A token source that gives the same tokens in every run, all different."""

    def __init__(self, seed: str = "tokens") -> None:
        self._seed = seed
        self._made = 0

    def __call__(self, size: int) -> str:
        self._made += 1
        digest = hashlib.shake_256(f"{self._seed}/{self._made}".encode()).digest(size)
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def start(
    shelf: Shelf,
    *,
    framework_id: str = "tiny",
    level: str = "individual",
    locale: str = "ru",
    channel: str = "web",
    now: datetime = START,
    token_source: SeededTokens | None = None,
    seed: str = "start",
) -> Started:
    """A new assessment without answers; another ``seed`` gives another one."""
    return start_assessment(
        shelf,
        framework_id=framework_id,
        level=level,
        locale=locale,
        channel=channel,
        now=now,
        token_source=token_source or SeededTokens(seed),
    )


def answer(assessment_id: str, answers: Mapping[str, object] | AnswerSheet, *, now: datetime = START) -> None:
    """Untimed answers, stored."""
    values = answers.values if isinstance(answers, AnswerSheet) else answers
    record_answers(assessment_id, values, now=now, timed=False)


def submitted(
    shelf: Shelf,
    sheet: AnswerSheet,
    *,
    framework_id: str = "tiny",
    locale: str = "ru",
    now: datetime = START,
    seed: str = "start",
) -> Started:
    """A submitted assessment with the answers of the sheet; items the sheet leaves open stay open."""
    started = start(shelf, framework_id=framework_id, level=sheet.level, locale=locale, now=now, seed=seed)
    answer(started.assessment.id, sheet, now=now)
    submit(started.assessment.id, accept_incomplete=True, now=now)
    return started
