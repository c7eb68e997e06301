"""Groups of people for tests: sheets that give chosen scores, and group profiles made of figures alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from hypothesis import strategies as st

from assessment.domain.aggregation import aggregate
from assessment.domain.answers import AnswerSheet
from assessment.domain.framework import Framework, Level
from assessment.domain.group_profile import GroupCompetency, GroupProfile
from assessment.domain.group_score import GroupScore
from assessment.domain.weakest_link import find_weakest_link
from tests.factories.frameworks import make_framework
from tests.factories.sheets import make_sheet

Scores = Sequence[int | None]
"""One person's scores on the competencies, whole numbers; None where the person answers nothing."""


@cache
def group_framework() -> Framework:
    """Three competencies of twenty items on 0-5 at every level: a sum of answers is a score of 0-100."""
    return make_framework(facets=(), items_per_facet=20, levels=tuple(Level))


def sheets_of(people: Sequence[Scores], level: Level = Level.INDIVIDUAL) -> list[AnswerSheet]:
    """One sheet for each person."""
    return [sheet_of(scores, level) for scores in people]


def sheet_of(scores: Scores, level: Level = Level.INDIVIDUAL) -> AnswerSheet:
    framework = group_framework()
    answers = {
        spoke.id: [score // 20 + (index < score % 20) for index in range(20)]
        for spoke, score in zip(framework.competencies, scores, strict=True)
        if score is not None
    }
    return make_sheet(framework, answers, level)


def group_of(people: Sequence[Scores], *, level: Level = Level.INDIVIDUAL, members: int | None = None) -> GroupProfile:
    """The group of these people; without ``members`` everybody answered."""
    sheets = sheets_of(people, level)
    return aggregate(group_framework(), level, sheets, members=len(sheets) if members is None else members)


def group_of_figures(
    means: Sequence[float | None],
    errors: Sequence[float],
    *,
    counted: int = 12,
    members: int = 12,
    level: Level = Level.TEAM,
) -> GroupProfile:
    """A group profile of the framework of groups with these means and standard errors, without parts."""
    framework = group_framework()
    spokes = [spoke.id for spoke in framework.competencies]
    by_spoke = dict(zip(spokes, means, strict=True))
    complete = None not in means
    return GroupProfile(
        framework=framework.id,
        version=framework.version,
        level=level,
        members=members,
        answered=counted,
        competencies=tuple(
            GroupCompetency(
                competency=spoke,
                score=GroupScore(mean, None if mean is None else error, None, None, counted=counted, left_out=0),
                band=None,
                facets=(),
                topics=(),
                coverage=None,
                agreement=None,
                blind_spots={},
            )
            for (spoke, mean), error in zip(by_spoke.items(), errors, strict=True)
        ),
        roll=min(mean for mean in means if mean is not None) if complete else None,
        mean=None,
        balance=None,
        weakest=find_weakest_link(by_spoke, dict(zip(spokes, errors, strict=True)), framework.measurement.tau2),
    )


def scores_of_people(smallest: int = 2, largest: int = 8) -> st.SearchStrategy[list[tuple[int | None, ...]]]:
    """Scores of several people, now and then one missing."""
    score = st.one_of(st.integers(0, 100), st.integers(0, 100), st.none())
    return st.lists(st.tuples(score, score, score), min_size=smallest, max_size=largest)
