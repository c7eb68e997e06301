"""Many people at once: the same figures as one by one."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.domain.answers import AnswerSheet, SpecialAnswer
from assessment.domain.framework import Framework, Level
from assessment.domain.scoring import score_sheet
from assessment.domain.scoring_table import answer_table, score_table
from tests.factories.frameworks import make_framework
from tests.factories.random_frameworks import answered
from tests.factories.sheets import make_sheet

PERSON = Level.INDIVIDUAL


def one_by_one(framework: Framework, sheets: list[AnswerSheet]) -> list[list[float | None]]:
    return [[spoke.score for spoke in score_sheet(framework, sheet).competencies] for sheet in sheets]


def at_once(framework: Framework, sheets: list[AnswerSheet]) -> list[list[float | None]]:
    table = score_table(framework, PERSON, answer_table(framework, sheets, PERSON))
    return [[None if np.isnan(score) else float(score) for score in row] for row in table]


@settings(max_examples=50, deadline=None)
@given(answered(), st.randoms(use_true_random=False))
def test_a_table_gives_the_very_scores_of_its_sheets(case: tuple[Framework, AnswerSheet], random: Random) -> None:
    framework, sheet = case
    answers = list(sheet.values.items())
    random.shuffle(answers)
    fewer = AnswerSheet(PERSON, dict(answers[::3]))
    assert at_once(framework, [sheet, fewer]) == one_by_one(framework, [sheet, fewer])


def test_special_answers_leave_the_table_as_they_leave_a_sheet() -> None:
    framework = make_framework(facets=(), items_per_facet=6)
    not_applicable, dont_know = SpecialAnswer.NOT_APPLICABLE, SpecialAnswer.DONT_KNOW
    sheet = make_sheet(
        framework,
        {
            "c1": [3, 3, not_applicable, not_applicable, not_applicable],
            "c2": [3, 3, dont_know, dont_know, dont_know, dont_know],
            "c3": [5, 5, 4, 4],
        },
    )
    assert at_once(framework, [sheet]) == [[60, None, 90]]


def test_a_table_without_people_has_no_rows() -> None:
    framework = make_framework()
    assert score_table(framework, PERSON, answer_table(framework, [], PERSON)).shape == (0, 3)


def test_a_table_with_another_number_of_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="36 items"):
        score_table(make_framework(), PERSON, np.zeros((2, 35)))


def test_a_table_leaves_the_answers_as_they_are() -> None:
    framework = make_framework(facets=(), items_per_facet=1)
    values = np.array([[1.0, np.nan, np.inf]])
    score_table(framework, PERSON, values)
    assert np.array_equal(values, [[1.0, np.nan, np.inf]], equal_nan=True)
