"""Views that change the steps of a team's plan. Each is a form of its own: post, change, and back to its place."""

from __future__ import annotations

from flask import flash, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from assessment.use_cases import change_team_steps
from assessment.web.parts import today
from assessment.web.plan.forms import SwapForm
from assessment.web.team_plan.access import PlanVisit, needs_plan
from assessment.web.team_plan.answering import answer, answer_at_once, back, seen
from assessment.web.team_plan.forms import OwnTeamStepForm, StepForm
from assessment.web.team_plan.views import blueprint

__all__ = ["blueprint"]


@blueprint.post("/campaigns/<campaign_id>/plan/steps")
@needs_plan(change=True)
def add_step(visit: PlanVisit) -> ResponseReturnValue:
    """Add a step in the team's own words."""
    form = OwnTeamStepForm(request.form)
    return answer(
        visit,
        form,
        lambda: change_team_steps.add_own_step(visit.ground, form.step(), today=today()),
        place="steps",
    )


@blueprint.post("/campaigns/<campaign_id>/plan/steps/<step_id>")
@needs_plan(change=True)
def change_step(visit: PlanVisit, step_id: str) -> ResponseReturnValue:
    """Set who sees to a step, when, how far it is and what came of it."""
    form = StepForm(request.form)

    def change() -> None:
        change_team_steps.change_step(visit.ground, step_id, form.state(), seen=seen(), today=today())

    return answer(visit, form, change, step=step_id)


@blueprint.post("/campaigns/<campaign_id>/plan/steps/<step_id>/done")
@needs_plan(change=True)
def tick_done(visit: PlanVisit, step_id: str) -> ResponseReturnValue:
    """Note that a step is done today, or that it is not."""
    done = request.form.get("done") == "yes"
    change_team_steps.tick_done(visit.ground, step_id, done=done, today=today())
    return back(visit, f"step-{step_id}")


@blueprint.post("/campaigns/<campaign_id>/plan/steps/<step_id>/swap")
@needs_plan(change=True)
def swap_step(visit: PlanVisit, step_id: str) -> ResponseReturnValue:
    """Put another task in a step's place."""
    form = SwapForm(request.form)
    if not form.validate():
        flash(_("Nothing was swapped: choose the action to take instead."))
        return back(visit, f"step-{step_id}")
    chosen = form.typed("action")

    def change() -> None:
        change_team_steps.swap_step(visit.ground, step_id, chosen, seen=seen(), today=today())

    return answer_at_once(visit, change, step=step_id, place=f"step-{chosen}")


@blueprint.post("/campaigns/<campaign_id>/plan/steps/<step_id>/drop")
@needs_plan(change=True)
def drop_step(visit: PlanVisit, step_id: str) -> ResponseReturnValue:
    """Take a step out."""
    place = "steps" if step_id.startswith("own-") else "dropped"

    def change() -> None:
        change_team_steps.drop_step(visit.ground, step_id, seen=seen(), today=today())

    return answer_at_once(visit, change, step=step_id, place=place)


@blueprint.post("/campaigns/<campaign_id>/plan/steps/<step_id>/return")
@needs_plan(change=True)
def bring_back_step(visit: PlanVisit, step_id: str) -> ResponseReturnValue:
    """Put a dropped task back."""
    change_team_steps.bring_back_step(visit.ground, step_id, today=today())
    return back(visit, f"step-{step_id}")
