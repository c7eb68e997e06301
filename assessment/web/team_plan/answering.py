"""What every form of a team's plan does: change something and go back to its place, or show itself again."""

from __future__ import annotations

from collections.abc import Callable

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from assessment.domain.team_plan_refusals import PlanChanged
from assessment.domain.team_swapping import get_step
from assessment.use_cases.team_plan import get_team_plan
from assessment.web.forms import RefusableForm, attempt
from assessment.web.locale import language_for
from assessment.web.parts import today
from assessment.web.plan.fields import Refused
from assessment.web.team_plan.access import PlanVisit
from assessment.web.team_plan.fields import stored_terms, stored_values, tell_what_changed
from assessment.web.team_plan.pages import build_page


def seen() -> str:
    """The mark of what the form was made from."""
    return request.form.get("seen", "")


def answer(
    visit: PlanVisit, form: RefusableForm, change: Callable[[], object], *, step: str | None = None, place: str = ""
) -> ResponseReturnValue:
    """Make the change and go back to its place; show the form again with what was typed when it is refused.

    Where somebody else was faster, the form says beside its fields what stands there now, and sending it again is
    meant.
    """
    try:
        made = attempt(form, change)
    except PlanChanged:
        return show_page(visit, Refused(form, step), changed=True), 409
    if made:
        return back(visit, place or (f"step-{step}" if step else ""))
    return show_page(visit, Refused(form, step)), 422


def answer_at_once(
    visit: PlanVisit, change: Callable[[], object], *, step: str, place: str = ""
) -> ResponseReturnValue:
    """The same for a form without fields: where somebody else was faster, nothing happens and the page says so."""
    try:
        change()
    except PlanChanged:
        flash(_("Somebody else changed this step meanwhile, so nothing was done. This is how it stands now."))
        return back(visit, f"step-{step}")
    return back(visit, place or f"step-{step}")


def show_page(visit: PlanVisit, refused: Refused | None = None, *, changed: bool = False) -> str:
    """The plan; with ``refused`` one of its forms is shown again with what was typed into it."""
    view = get_team_plan(visit.ground, today=today())
    language = language_for(view.ground.framework)
    if changed and refused is not None:
        terms = refused.step is None
        stored = stored_terms(view.plan.terms) if terms else stored_values(get_step(view.plan, refused.step or ""))
        tell_what_changed(language, refused.form, stored)
    page = build_page(language, visit, view, today=today(), refused=refused, changed=changed)
    return render_template("team_plan/show.html", page=page)


def back(visit: PlanVisit, place: str) -> ResponseReturnValue:
    """To the plan, at the element of that id."""
    return redirect(url_for("team_plan.show", campaign_id=visit.record.id, _anchor=place or None), 303)
