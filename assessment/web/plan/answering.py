"""What every form of the plan does: change something and go back to its place, or show itself again."""

from __future__ import annotations

from collections.abc import Callable

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from assessment.use_cases import make_plan
from assessment.use_cases.records import AssessmentRecord
from assessment.web.forms import RefusableForm, attempt
from assessment.web.locale import language_for
from assessment.web.parts import today
from assessment.web.plan.fields import Refused
from assessment.web.plan.pages import build_plan_page


def answer(
    record: AssessmentRecord,
    form: RefusableForm,
    change: Callable[[], object],
    *,
    step: str | None = None,
    place: str = "",
) -> ResponseReturnValue:
    """Make the change and go back to its place; show the form again with what was typed when it is refused."""
    if attempt(form, change):
        return back(record, place or (f"step-{step}" if step else ""))
    return show_page(record, Refused(form, step)), 422


def show_page(record: AssessmentRecord, refused: Refused | None = None) -> str:
    """The plan; with ``refused`` one of its forms is shown again with what was typed into it."""
    view = make_plan.get_plan(record.id, today=today())
    page = build_plan_page(language_for(view.result.framework), view, today=today(), refused=refused)
    return render_template("plan/show.html", page=page)


def back(record: AssessmentRecord, place: str) -> ResponseReturnValue:
    """To the plan, at the element of that id."""
    return redirect(url_for("plan.show", assessment_id=record.id, _anchor=place or None), 303)
