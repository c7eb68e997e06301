"""Figures handed to the anonymity rules are those of the group's profile, of the same people."""

from __future__ import annotations

from dataclasses import replace
from statistics import fmean

import pytest

from assessment.domain.aggregation import aggregate
from assessment.domain.framework import Framework, Level
from assessment.domain.group_figures import PART, STATEMENT, list_group_figures, list_rated
from assessment.domain.suppression.linked import weigh
from tests.factories.answering_teams import team_sheets
from tests.factories.frameworks import make_framework

PLAIN = make_framework()
UNEVEN = make_framework(
    weights={"ind.c1.knowledge.1": 0.1, "ind.c1.knowledge.2": 2.5, "ind.c2.skill.3": 3.0},
    reversed=["ind.c1.skill.2"],
)
BARE = make_framework(facets=())


def with_shared_topics(framework: Framework) -> Framework:
    """Statements of a facet go by twos under one topic."""
    items = [
        replace(item, topic=f"{item.competency} {item.facet} {place // 2}")
        for place, item in enumerate(framework.items)
    ]
    return replace(framework, items=tuple(items))


@pytest.mark.parametrize("framework", [PLAIN, UNEVEN, BARE, with_shared_topics(PLAIN)])
@pytest.mark.parametrize("skipped", [0.0, 0.2])
def test_every_figure_is_the_mean_of_the_profile(framework: Framework, skipped: float) -> None:
    sheets = team_sheets(framework, 9, skipped=skipped)
    profile = aggregate(framework, Level.INDIVIDUAL, list(sheets.values()), members=12)
    compared = 0
    for own in list_group_figures(framework, Level.INDIVIDUAL, sheets):
        figures = {figure.id: figure for figure in own.figures}
        spoke = profile.competency(own.competency)
        pairs = [(spoke.score, own.figures[0].id)]
        pairs += [(facet.score, own.facets[facet.facet]) for facet in spoke.facets]
        pairs += [(topic.score, own.topics[topic.topic]) for topic in spoke.topics]
        for score, figure_id in pairs:
            values = figures[figure_id].values.values()
            assert score.counted == len(values)
            if score.mean is not None:
                assert fmean(values) == pytest.approx(score.mean)
                compared += 1
    assert compared >= 15


def test_people_scores_are_whole_numbers_of_steps() -> None:
    for framework in (PLAIN, UNEVEN):
        for own in list_group_figures(framework, Level.INDIVIDUAL, team_sheets(framework, 9, skipped=0.1)):
            for figure in own.figures:
                for value in figure.values.values():
                    assert any(
                        value * steps / 100 == pytest.approx(round(value * steps / 100))
                        for steps in own.steps[figure.id]
                    )


def test_weights_stand_in_the_proportion_in_which_they_are_written() -> None:
    sheets = team_sheets(UNEVEN, 6)
    (first, *_) = list_group_figures(UNEVEN, Level.INDIVIDUAL, sheets)
    parts = first.figures[0].parts
    assert parts["ind.c1.knowledge.2"] == 25 * parts["ind.c1.knowledge.1"]
    totals = weigh(first.figures, list_rated(UNEVEN, Level.INDIVIDUAL, sheets))
    assert set(totals[first.figures[0].id].values()) == {sum(parts.values())}


def test_a_topic_of_one_statement_is_told_by_that_statement() -> None:
    (first, *_) = list_group_figures(PLAIN, Level.INDIVIDUAL, team_sheets(PLAIN, 6))
    assert first.topics["c1_skill_2"] == "ind.c1.skill.2"
    assert sum(figure.depth == PART for figure in first.figures) == 3
    (first, *_) = list_group_figures(with_shared_topics(PLAIN), Level.INDIVIDUAL, team_sheets(PLAIN, 6))
    assert sum(figure.depth == PART for figure in first.figures) == 3 + 6
    assert sum(figure.depth == STATEMENT for figure in first.figures) == 12
