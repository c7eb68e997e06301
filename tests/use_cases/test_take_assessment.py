from __future__ import annotations

from assessment.bank.shelf import Shelf
from assessment.use_cases.take_assessment import get_assessment
from tests.factories.assessments import start


def test_whoever_holds_the_token_gets_the_assessment(shelf: Shelf) -> None:
    started = start(shelf)

    assert get_assessment(started.assessment.id, started.token) == started.assessment
