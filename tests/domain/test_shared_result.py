"""What is left of a result for others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assessment.domain.development_plan import DevelopmentPlan, PlanStep, PlanTerms, StepKind
from assessment.domain.profile import Blocker
from assessment.domain.shared_result import HeldBack, leave_out_answers, leave_out_notes, list_held_back
from tests.factories.profiles import make_profile

FIRST = date(2026, 11, 23)


def blocker(item: str, facet: str | None, competency: str = "design") -> Blocker:
    return Blocker(item=item, competency=competency, facet=facet, value=1, needed=2)


def test_scores_stay_and_statements_go() -> None:
    profile = make_profile(62, 48, 70, 67, 35, blockers=[blocker("d1", "skill")], blind_spots=["x1"])
    shared = leave_out_answers(profile)

    assert "d1" not in repr(shared)
    assert "x1" not in repr(shared)
    assert [spoke.score for spoke in shared.competencies] == [62, 48, 70, 67, 35]
    assert (shared.roll, shared.mean, shared.weakest) == (profile.roll, profile.mean, profile.weakest)


def test_what_holds_back_is_told_by_facet_in_the_order_of_the_wheel() -> None:
    profile = make_profile(
        62,
        48,
        70,
        67,
        35,
        facets=(1, 2, 3),
        blockers=[blocker("d1", "skill"), blocker("d2", "knowledge"), blocker("d3", "skill")],
    )
    assert list_held_back(profile) == (HeldBack("design", ("knowledge", "skill")),)


def test_without_facets_only_the_competency_is_told() -> None:
    profile = make_profile(62, 48, 70, 67, 35, blockers=[blocker("d1", None)])
    assert list_held_back(profile) == (HeldBack("design", ()),)


def test_nothing_holds_back_at_the_highest_level() -> None:
    assert list_held_back(make_profile(90, 90, 90, 90, 80)) == ()


def test_every_one_of_the_lowest_is_told() -> None:
    profile = make_profile(35, 48, 70, 67, 35, blockers=[blocker("d1", None), blocker("c1", None, "culture")])
    assert [held.competency for held in list_held_back(profile)] == ["culture", "design"]


def test_notes_go_and_everything_else_of_a_plan_stays() -> None:
    text = {"en": "x"}
    step = PlanStep(
        id="own-1",
        kind=StepKind.OWN,
        competency=None,
        facet=None,
        title=text,
        how=text,
        evidence=text,
        hours=1,
        weeks=1,
        start=FIRST,
        due=FIRST,
        courses=(),
        resources=(),
        done_on=FIRST,
        note="for my eyes only",
        fixed=True,
    )
    terms = PlanTerms(start=FIRST, weekly_hours=2, weeks=12, at_most=5)
    assert leave_out_notes(DevelopmentPlan(terms, (step,), None)).steps == (replace(step, note=""),)
