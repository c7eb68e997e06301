"""Views that change the steps of a plan. Each is a form of its own: post, change, and back to its place."""

from __future__ import annotations

from flask import flash, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from assessment.use_cases import change_steps
from assessment.use_cases.records import AssessmentRecord
from assessment.web.parts import today
from assessment.web.plan.answering import answer, back
from assessment.web.plan.forms import DatesForm, EvidenceForm, OwnStepForm, SwapForm
from assessment.web.plan.views import blueprint
from assessment.web.submitted import needs_result

__all__ = ["blueprint"]


@blueprint.post("/assessments/<assessment_id>/plan/steps")
@needs_result
def add_step(record: AssessmentRecord) -> ResponseReturnValue:
    """Add a step of the person's own."""
    form = OwnStepForm(request.form)

    def change() -> None:
        start, due = form.days()
        change_steps.add_own_step(
            record.id,
            title=form.typed("title"),
            how=form.typed("how"),
            evidence=form.typed("evidence"),
            competency=form.typed("competency") or None,
            hours=float(form.hours.data or 0),
            start=start,
            due=due,
            today=today(),
        )

    return answer(record, form, change, place="steps")


@blueprint.post("/assessments/<assessment_id>/plan/steps/<step_id>/dates")
@needs_result
def set_dates(record: AssessmentRecord, step_id: str) -> ResponseReturnValue:
    """Give a step its first and last day."""
    form = DatesForm(request.form)

    def change() -> None:
        start, due = form.days()
        change_steps.set_dates(record.id, step_id, start=start, due=due, today=today())

    return answer(record, form, change, step=step_id)


@blueprint.post("/assessments/<assessment_id>/plan/steps/<step_id>/evidence")
@needs_result
def write_evidence(record: AssessmentRecord, step_id: str) -> ResponseReturnValue:
    """Keep what the person has to show."""
    form = EvidenceForm(request.form)
    note = form.typed("note")
    return answer(
        record, form, lambda: change_steps.write_evidence(record.id, step_id, note, today=today()), step=step_id
    )


@blueprint.post("/assessments/<assessment_id>/plan/steps/<step_id>/done")
@needs_result
def tick_done(record: AssessmentRecord, step_id: str) -> ResponseReturnValue:
    """Note that a step is done today, or that it is not."""
    done_on = today() if request.form.get("done") == "yes" else None
    change_steps.tick_done(record.id, step_id, done_on=done_on, today=today())
    return back(record, f"step-{step_id}")


@blueprint.post("/assessments/<assessment_id>/plan/steps/<step_id>/swap")
@needs_result
def swap_step(record: AssessmentRecord, step_id: str) -> ResponseReturnValue:
    """Put another action in a step's place."""
    form = SwapForm(request.form)
    if not form.validate():
        flash(_("Nothing was swapped: choose the action to take instead."))
        return back(record, f"step-{step_id}")
    chosen = form.typed("action")
    change_steps.swap_step(record.id, step_id, chosen, today=today())
    return back(record, f"step-{chosen}")


@blueprint.post("/assessments/<assessment_id>/plan/steps/<step_id>/drop")
@needs_result
def drop_step(record: AssessmentRecord, step_id: str) -> ResponseReturnValue:
    """Take a step out."""
    change_steps.drop_step(record.id, step_id, today=today())
    return back(record, "steps" if step_id.startswith("own-") else "dropped")


@blueprint.post("/assessments/<assessment_id>/plan/steps/<step_id>/return")
@needs_result
def bring_back_step(record: AssessmentRecord, step_id: str) -> ResponseReturnValue:
    """Put a dropped action back."""
    change_steps.bring_back_step(record.id, step_id, today=today())
    return back(record, f"step-{step_id}")
