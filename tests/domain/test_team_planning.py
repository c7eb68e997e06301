"""How a team's plan is made from what was told of it, and from nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from assessment.domain.campaign import CampaignKind
from assessment.domain.coverage import Coverage, PartCoverage
from assessment.domain.development_plan import PlanTerms
from assessment.domain.framework import Framework, Level
from assessment.domain.suppression.policy import Reason
from assessment.domain.suppression.release import Form
from assessment.domain.team_plan import Gap, TeamPlan, TeamStepKind
from assessment.domain.team_planning import make_team_plan, step_of, task_of
from assessment.domain.team_result import ReleasedCompetency, TeamResult
from tests.factories.frameworks import FACETS, make_action, make_course, make_framework
from tests.factories.released_spokes import Spoke
from tests.factories.team_results import make_team_result

MONDAY = date(2026, 11, 23)
TERMS = PlanTerms(MONDAY, weekly_hours=6, weeks=12, at_most=6)
WEEK = timedelta(weeks=1)
ACTIONS = [
    make_action(f"{spoke}-{band}-{facet}", competency=spoke, level=Level.TEAM, band=band, facet=facet, hours=2, weeks=2)
    for spoke in ("c1", "c2", "c3")
    for band in ("foundation", "developing")
    for facet in FACETS
]
HIDDEN = Spoke(0.0, form=Form.HIDDEN, reason=Reason.TOO_FEW_RATED)
SAME = (48.0, 42.0, 45.0)


def framework(**more: Any) -> Framework:
    return make_framework(levels=(Level.INDIVIDUAL, Level.TEAM), actions=ACTIONS, **more)


def result(*spokes: Spoke, kind: CampaignKind = CampaignKind.THEMSELVES) -> TeamResult:
    """What is told of three competencies; topics are thin in the thin facets and nowhere else."""
    whole = [replace(spoke, facets=spoke.facets or (spoke.mean,) * 3) for spoke in spokes]
    made = make_team_result(whole, framework(), kind=kind, people=12, members=12)
    told = tuple(thin_in(spoke, given.thin) for spoke, given in zip(made.competencies, whole, strict=True))
    return replace(made, competencies=told)


def thin_in(spoke: ReleasedCompetency, places: Sequence[int]) -> ReleasedCompetency:
    facets = {FACETS[place] for place in places}
    words = {True: PartCoverage.THIN, False: PartCoverage.COVERED}
    topics = [
        replace(topic, coverage=words[framework().item(topic.items[0]).facet in facets])
        for topic in spoke.topics
        if topic.coverage is not None
    ]
    return replace(spoke, topics=tuple(topics))


def ids(plan: TeamPlan) -> list[str]:
    return [step.id for step in plan.steps]


def covered(mean: float, facets: tuple[float, ...] = SAME) -> Spoke:
    return Spoke(mean, facets=facets)


def test_the_weakest_told_mean_gets_actions_of_its_band_for_its_lowest_facet_first() -> None:
    told = result(covered(45.0), covered(62.0), covered(80.0))
    plan = make_team_plan(framework(), told, replace(TERMS, at_most=3))
    assert ids(plan) == ["c1-developing-experience", "c1-developing-skill", "c1-developing-knowledge"]


def test_planned_actions_count_as_a_rise_so_that_the_next_bottleneck_is_served() -> None:
    told = result(covered(45.0), covered(46.0), covered(80.0))
    plan = make_team_plan(framework(), told, replace(TERMS, at_most=2))
    assert ids(plan) == ["c1-developing-experience", "c2-developing-experience"]


def test_a_hidden_competency_is_never_guessed() -> None:
    told = result(HIDDEN, covered(62.0), covered(65.0))
    plan = make_team_plan(framework(), told, TERMS)
    assert {step.task.competency for step in plan.steps} == {"c2", "c3"}


def test_a_band_alone_is_enough_for_actions_and_stands_for_its_upper_end() -> None:
    band = Spoke(10.0, form=Form.BAND, reason=Reason.ALL_AGREE)
    told = result(covered(45.0), band, covered(80.0))
    assert told.competency("c2").score.mean is None
    plan = make_team_plan(framework(), told, replace(TERMS, at_most=1))
    assert plan.steps[0].task.competency == "c2", "below 40 is below 45, whatever it is"
    higher = result(covered(39.0), band, covered(80.0))
    assert make_team_plan(framework(), higher, replace(TERMS, at_most=1)).steps[0].task.competency == "c1"


def test_a_hidden_facet_comes_after_those_that_were_told() -> None:
    spoke = Spoke(45.0, facets=SAME, hidden_facets={1: Reason.TOO_FEW_RATED})
    plan = make_team_plan(framework(), result(spoke, covered(90.0), covered(90.0)), replace(TERMS, at_most=3))
    assert ids(plan) == ["c1-developing-skill", "c1-developing-knowledge", "c1-developing-experience"]


def test_gaps_and_the_weakest_link_take_turns() -> None:
    told = result(
        Spoke(45.0, facets=SAME, coverage=Coverage.OPEN), Spoke(70.0, coverage=Coverage.ONE_PERSON), covered(80.0)
    )
    plan = make_team_plan(framework(), told, replace(TERMS, at_most=4))
    assert sorted(ids(plan)) == [
        "c1-developing-experience",
        "c1-developing-skill",
        "gap.c1.open.expert_support",
        "gap.c2.one_person.learning",
    ]


def test_the_most_pressing_gap_comes_first() -> None:
    told = result(
        Spoke(30.0, coverage=Coverage.ONE_PERSON),
        Spoke(75.0, coverage=Coverage.OPEN),
        Spoke(50.0, facets=SAME, thin=(0,)),
    )
    plan = make_team_plan(make_framework(), told, TERMS)
    gaps = [step.task.gap for step in make_team_plan(make_framework(), told, TERMS).steps]
    assert {step.task.kind for step in plan.steps} == {
        TeamStepKind.EXPERT_SUPPORT,
        TeamStepKind.LEARNING,
        TeamStepKind.WORKSHOP,
    }
    assert gaps == [Gap.OPEN, Gap.ONE_PERSON, Gap.THIN]


def test_one_gap_is_answered_once_and_by_the_other_way_when_the_first_is_not_wanted() -> None:
    told = result(Spoke(45.0, coverage=Coverage.OPEN), covered(80.0), covered(90.0))
    bare = make_framework()
    assert ids(make_team_plan(bare, told, TERMS)) == ["gap.c1.open.expert_support"]
    again = make_team_plan(bare, told, TERMS, dropped=["gap.c1.open.expert_support"])
    assert ids(again) == ["gap.c1.open.learning"]
    assert ids(make_team_plan(bare, told, TERMS, again.steps)) == ["gap.c1.open.learning"]


def test_thin_topics_of_one_competency_become_one_workshop_lowest_first() -> None:
    told = result(covered(60.0), Spoke(70.0, facets=SAME, thin=(1, 2)), covered(80.0))
    spoke = told.competency("c2")
    thin = [topic for topic in spoke.topics if topic.coverage is PartCoverage.THIN]
    (step,) = make_team_plan(make_framework(), told, TERMS).steps
    assert step.task.gap is Gap.THIN
    assert set(step.task.statements) == {item for topic in thin for item in topic.items}
    means = {item: topic.score.mean for topic in thin for item in topic.items}
    told_means = [means[item] for item in step.task.statements]
    assert told_means == sorted(told_means, key=lambda mean: mean or 0)


def test_where_nobody_works_alone_no_workshop_is_proposed() -> None:
    told = result(Spoke(45.0, facets=SAME, coverage=Coverage.OPEN, thin=(0, 1)), covered(80.0), covered(90.0))
    assert ids(make_team_plan(make_framework(), told, TERMS)) == ["gap.c1.open.expert_support"]


def test_opinions_that_differ_ask_for_a_workshop_on_examples() -> None:
    told = result(covered(45.0), Spoke(70.0, divided=True), covered(80.0), kind=CampaignKind.TEAM)
    steps = make_team_plan(framework(), told, TERMS).steps
    (workshop,) = [step for step in steps if step.task.gap is not None]
    assert (workshop.task.gap, workshop.task.kind) == (Gap.DIFFER, TeamStepKind.WORKSHOP)
    assert workshop.task.competency == "c2"


def test_help_of_the_catalogue_is_linked_where_it_serves_the_competency() -> None:
    courses = [
        make_course("expert_support", kind="support", levels=[Level.TEAM]),
        make_course("wide", competencies=["c1", "c2"], levels=[Level.TEAM]),
        make_course("narrow", kind="training", levels=[Level.TEAM]),
        make_course("alone", levels=[Level.INDIVIDUAL]),
        make_course("elsewhere", competencies=["c2"], levels=[Level.TEAM]),
        make_course("mentorship", kind="support"),
    ]
    told = result(Spoke(45.0, coverage=Coverage.ONE_PERSON), covered(80.0), covered(90.0))
    (learning,) = make_team_plan(make_framework(courses=courses), told, TERMS).steps
    assert learning.task.courses == ("narrow", "wide", "mentorship")
    nobody = result(Spoke(45.0, coverage=Coverage.OPEN), covered(80.0), covered(90.0))
    (support,) = make_team_plan(make_framework(courses=courses), nobody, TERMS).steps
    assert support.task.courses == ("expert_support",)


def test_the_weeks_are_never_overfull() -> None:
    told = result(
        Spoke(45.0, facets=SAME, coverage=Coverage.OPEN), Spoke(50.0, coverage=Coverage.ONE_PERSON), covered(60.0)
    )
    for hours in (0.5, 2.0, 3.5, 40.0):
        terms = PlanTerms(MONDAY, weekly_hours=hours, weeks=9, at_most=12)
        plan = make_team_plan(framework(), told, terms)
        assert all(step.start >= MONDAY and step.due < MONDAY + 9 * WEEK for step in plan.steps)
        for week in range(9):
            day = MONDAY + week * WEEK
            load = sum(
                step.hours / (((step.due - step.start).days + 1) / 7)
                for step in plan.steps
                if step.start <= day <= step.due
            )
            assert load <= hours + 1e-9


def test_an_action_waits_for_what_it_presupposes() -> None:
    first = make_action("first", level=Level.TEAM, band="developing", facet="skill")
    then = make_action("then", level=Level.TEAM, band="developing", facet="knowledge", after=["first"])
    built = make_framework(levels=(Level.INDIVIDUAL, Level.TEAM), actions=[then, first])
    told = result(covered(45.0, (41.0, 42.0, 43.0)), covered(80.0), covered(90.0))
    plan = make_team_plan(built, told, TERMS)
    assert ids(plan) == ["first", "then"]
    assert plan.steps[1].start > plan.steps[0].due
    assert ids(make_team_plan(built, told, TERMS, dropped=["first"])) == []


def test_what_lies_below_the_told_band_counts_as_done_but_not_below_a_hidden_one() -> None:
    base = make_action("base", competency="c2", level=Level.TEAM, band="foundation")
    then = make_action("then", level=Level.TEAM, band="developing", after=["base"])
    built = make_framework(levels=(Level.INDIVIDUAL, Level.TEAM), actions=[base, then])
    assert ids(make_team_plan(built, result(covered(45.0), covered(80.0), covered(90.0)), TERMS)) == ["then"]
    assert ids(make_team_plan(built, result(covered(45.0), HIDDEN, covered(90.0)), TERMS)) == []


def test_what_is_kept_stays_and_holds_its_hours_and_what_is_dropped_stays_away() -> None:
    told = result(covered(45.0), covered(80.0), covered(90.0))
    kept = step_of(task_of(ACTIONS[0]), MONDAY, 2)
    kept = replace(kept, hours=12.0, owner="Operations", fixed=True)
    plan = make_team_plan(framework(), told, TERMS, [kept], ["c1-developing-experience"], not_before=MONDAY)
    assert kept in plan.steps
    assert "c1-developing-experience" not in ids(plan)
    assert all(step.start >= MONDAY + 2 * WEEK for step in plan.steps if step is not kept)


def test_done_steps_leave_room_for_others() -> None:
    told = result(covered(45.0), covered(80.0), covered(90.0))
    done = replace(step_of(task_of(ACTIONS[3]), MONDAY, 2), done_on=MONDAY)
    plan = make_team_plan(framework(), told, replace(TERMS, at_most=2), [done])
    assert len(plan.steps) == 3


def test_progress_of_the_plan_weighs_steps_by_their_hours() -> None:
    first = replace(step_of(task_of(ACTIONS[0]), MONDAY, 2), hours=6.0, progress=50)
    second = replace(step_of(task_of(ACTIONS[1]), MONDAY, 2), hours=2.0, progress=30, done_on=MONDAY)
    assert second.percent == 100
    assert TeamPlan(TERMS, (first, second)).percent == 63
    assert TeamPlan(TERMS, ()).percent == 0


def test_nothing_told_gives_an_empty_plan() -> None:
    assert make_team_plan(framework(), result(HIDDEN, HIDDEN, HIDDEN), TERMS).steps == ()
