"""Thousands of senseless writes: refused in words, never a crash, and what is stored stays whole."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from flask import Flask

from assessment.bank.shelf import Shelf
from tests.factories.assessments import start
from tests.factories.frameworks import core_framework
from tests.factories.nonsense import Nonsense
from tests.factories.visits import Visit, plan_steps, sheet_of_facets, visit_result

WRITES = 200


@pytest.mark.parametrize("seed", range(6))
def test_senseless_writes_are_refused_in_words(
    targets: Sequence[str], visit: Visit, open_assessment: str, seed: int
) -> None:
    before = visit.get("data/export.json").get_json()
    ids = [*(item.id for item in core_framework().items[::9]), *plan_steps(visit)]
    nonsense = Nonsense(seed, ids)

    statuses = set()
    for turn in range(WRITES):
        of_whom = open_assessment if "/plan" not in targets[turn % len(targets)] else visit.assessment_id
        path = targets[turn % len(targets)].replace("<assessment_id>", of_whom)
        step = ids[-1 - turn % 5] if turn % 3 else "own-1"
        answer = nonsense.write(visit.client, path.replace("<step_id>", step).replace("<competency>", "culture"))
        assert answer.status_code < 500, (turn, path)
        statuses.add(answer.status_code)

    assert {303, 400, 422} <= statuses
    after = visit.get("data/export.json").get_json()
    assert [after[part] for part in ("answers", "result", "status")] == [
        before[part] for part in ("answers", "result", "status")
    ]
    for path in ("result", "plan", "plan.pdf", "plan.ics", "what-if", "data"):
        assert visit.get(path).status_code == 200


@pytest.fixture
def visit(app: Flask) -> Visit:
    """Somebody with a result and a plan; a crash of the site is a crash of the test."""
    return visit_result(app, sheet_of_facets(core_framework()))


@pytest.fixture
def open_assessment(app: Flask, shelf: Shelf, visit: Visit) -> str:
    """Another assessment of the same person, still open."""
    with app.app_context():
        started = start(shelf, framework_id="cx_competencies", seed="open")
    visit.client.get(f"/link/{started.token}")
    return started.assessment.id


@pytest.fixture
def targets(app: Flask) -> Sequence[str]:
    """Every address of pages that takes a POST."""
    rules = [rule for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ())]
    return [rule.rule for rule in rules if not rule.rule.startswith("/api/")]
