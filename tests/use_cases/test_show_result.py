from __future__ import annotations

import pytest

from assessment.bank.shelf import Shelf
from assessment.domain.refusals import AssessmentNotFound, NotSubmitted, UnknownAction
from assessment.use_cases.show_result import get_result, what_if
from assessment.use_cases.take_assessment import read_sheet
from tests.factories.assessments import start, submitted
from tests.factories.frameworks import make_action, make_framework
from tests.factories.sheets import make_sheet, sheet_of_totals
from tests.factories.shelves import shelf_of

FRAMEWORK = make_framework(actions=[make_action("lift", competency="c1", facet="skill")])


@pytest.fixture
def shelf() -> Shelf:
    return shelf_of(FRAMEWORK)


def test_a_result_comes_with_its_answers_and_its_framework(shelf: Shelf) -> None:
    sheet = sheet_of_totals(FRAMEWORK, [12, 24, 48])
    submitted(shelf, sheet_of_totals(FRAMEWORK, [1, 2, 3]), seed="noise")

    result = get_result(submitted(shelf, sheet).assessment.id)

    assert result.framework == FRAMEWORK
    assert result.sheet == sheet
    assert result.profile.roll == pytest.approx(20.0)
    assert result.record.is_submitted


def test_a_finished_action_and_a_moved_facet_change_the_wheel_but_nothing_stored(shelf: Shelf) -> None:
    sheet = sheet_of_totals(FRAMEWORK, [12, 24, 48])
    assessment_id = submitted(shelf, sheet).assessment.id

    seen = what_if(assessment_id, ["lift"], {("c1", "knowledge"): 2})

    assert seen.before == get_result(assessment_id).profile
    assert seen.before.competency("c1").score == pytest.approx(20.0)
    assert seen.after.competency("c1").score == pytest.approx(100 * (12 + 2 + 8) / 60)
    assert seen.next_bottleneck == "c1"
    assert read_sheet(assessment_id).sheet == sheet


def test_the_next_bottleneck_is_the_competency_then_lowest(shelf: Shelf) -> None:
    assessment_id = submitted(shelf, sheet_of_totals(FRAMEWORK, [12, 24, 48])).assessment.id

    seen = what_if(assessment_id, [], {("c1", None): 3})

    assert seen.next_bottleneck == "c2"


def test_a_wheel_that_stands_incomplete_has_no_next_bottleneck(shelf: Shelf) -> None:
    assessment_id = submitted(shelf, make_sheet(FRAMEWORK, {"c1": [3] * 12})).assessment.id

    assert what_if(assessment_id, ["lift"], {}).next_bottleneck is None


def test_an_action_the_level_does_not_have_is_refused(shelf: Shelf) -> None:
    assessment_id = submitted(shelf, sheet_of_totals(FRAMEWORK, [12, 24, 48])).assessment.id

    with pytest.raises(UnknownAction):
        what_if(assessment_id, ["nonsense"], {})


def test_there_is_nothing_to_play_with_before_submission(shelf: Shelf) -> None:
    with pytest.raises(NotSubmitted):
        what_if(start(shelf).assessment.id, [], {})
    with pytest.raises(AssessmentNotFound):
        what_if("nonsense", [], {})
