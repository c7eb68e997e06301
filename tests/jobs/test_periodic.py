from __future__ import annotations

from datetime import datetime

import pytest

from assessment.jobs import periodic
from tests.factories.assessments import START


def test_a_job_that_fails_keeps_no_other_from_its_turn(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    done: list[datetime] = []

    def broken(now: datetime) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(periodic, "PERIODIC", (("count to infinity", broken), ("note the time", done.append)))
    periodic.sweep(START)

    assert done == [START]
    assert "It was not possible to count to infinity" in caplog.text
