"""A published result without how many took part."""

from __future__ import annotations

import pytest

from assessment.domain.team_result import TeamResult
from assessment.domain.without_participation import without_participation
from tests.factories.team_results import about_the_team, about_themselves


def counts(result: TeamResult) -> set[int | None]:
    spokes = result.competencies
    parts = [part for spoke in spokes for part in (*spoke.facets, *spoke.topics, *spoke.statements)]
    return {part.score.people for part in (*spokes, *parts)}


@pytest.mark.parametrize("result", [about_themselves(), about_the_team()])
def test_no_number_of_people_is_left(result: TeamResult) -> None:
    assert counts(result) != {None}

    stripped = without_participation(result)

    assert stripped.participation is None
    assert counts(stripped) == {None}


def test_figures_stay_as_they_are() -> None:
    result = about_the_team()

    stripped = without_participation(result)

    assert [spoke.score.mean for spoke in stripped.competencies] == [spoke.score.mean for spoke in result.competencies]
    assert [spoke.agreement for spoke in stripped.competencies] == [spoke.agreement for spoke in result.competencies]
    assert (stripped.roll, stripped.weakest, stripped.hidden) == (result.roll, result.weakest, result.hidden)
