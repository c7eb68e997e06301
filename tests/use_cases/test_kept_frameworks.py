from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import text

from assessment.bank.shelf import Shelf
from assessment.domain.framework import Framework
from assessment.domain.scoring import score_sheet
from assessment.store.database import reading
from assessment.use_cases import kept_frameworks
from assessment.use_cases.kept_frameworks import PublishedVersionChanged, publish_frameworks
from assessment.use_cases.make_plan import get_plan
from assessment.use_cases.show_result import get_result
from assessment.use_cases.take_assessment import get_assessment, record_answers
from tests.factories.assessments import START, start, submitted
from tests.factories.frameworks import item_id, make_action, make_framework
from tests.factories.sheets import sheet_of_totals
from tests.factories.shelves import shelf_of
from tests.factories.threads import in_threads

OLD = make_framework(actions=[make_action("first"), make_action("second", competency="c2")], stages=())
SHEET = sheet_of_totals(OLD, [11, 22, 47])


@pytest.fixture
def shelf() -> Shelf:
    return shelf_of(OLD)


@pytest.fixture(autouse=True)
def fresh_process() -> Iterator[None]:
    """Nothing is remembered from a framework read before."""
    kept_frameworks._BY_DIGEST.clear()
    yield
    kept_frameworks._BY_DIGEST.clear()


def versions_kept() -> list[tuple[str, str]]:
    with reading() as connection:
        rows = connection.execute(text("SELECT framework_id, version FROM framework_snapshots ORDER BY 1, 2"))
        return [(framework_id, version) for framework_id, version in rows]


def later(framework: Framework, version: str = "2027.1") -> Framework:
    """A version in which what was c1 has other words, and items are gone."""
    return replace(framework, version=version, items=framework.items[1:], actions=())


def test_publishing_keeps_every_version_once() -> None:
    publish_frameworks(shelf_of(OLD, later(OLD), make_framework(framework_id="other")))
    publish_frameworks(shelf_of(OLD))

    assert versions_kept() == [("other", "2026.1"), ("tiny", "2026.1"), ("tiny", "2027.1")]


def test_a_result_can_be_computed_again_when_the_folder_is_gone(shelf: Shelf) -> None:
    assessment_id = submitted(shelf, SHEET).assessment.id
    get_plan(assessment_id, today=START.date())
    kept_frameworks._BY_DIGEST.clear()

    publish_frameworks(Shelf([]))

    result = get_result(assessment_id)
    assert result.framework == OLD
    assert score_sheet(result.framework, result.sheet) == result.profile
    assert get_plan(assessment_id, today=START.date()).plan.steps[0].title == make_action("first").title


def test_an_assessment_keeps_its_version_when_a_newer_one_appears(shelf: Shelf) -> None:
    before = start(shelf, seed="before")
    newer = shelf_of(OLD, later(OLD))
    publish_frameworks(newer)

    after = start(newer, seed="after")
    gone_in_newer = item_id("c1", "knowledge", 1)

    assert after.assessment.version == "2027.1"
    assert get_assessment(before.assessment.id, before.token).version == "2026.1"
    assert record_answers(before.assessment.id, {gone_in_newer: 3}, now=START, timed=False).items == 36


def test_a_published_version_with_other_content_is_refused_and_nothing_else_is_kept() -> None:
    changed = replace(OLD, actions=())

    with pytest.raises(PublishedVersionChanged, match=r"tiny 2026\.1.*new version") as refused:
        publish_frameworks(shelf_of(make_framework(framework_id="another"), changed))

    assert (refused.value.framework_id, refused.value.version) == ("tiny", "2026.1")
    assert versions_kept() == [("tiny", "2026.1")]


def test_processes_that_start_at_once_publish_together(site: Flask) -> None:
    several = shelf_of(OLD, later(OLD), make_framework(framework_id="other"))

    in_threads(site, 6, lambda _: publish_frameworks(several))

    assert versions_kept() == [("other", "2026.1"), ("tiny", "2026.1"), ("tiny", "2027.1")]
