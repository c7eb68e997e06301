"""The plan page as one value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from assessment.languages import Language
from assessment.use_cases.make_plan import PlanView
from assessment.web.fields import FieldView, find_refused
from assessment.web.plan.calendar import Calendar, build_calendar
from assessment.web.plan.fields import Refused, name_field, own_step_fields, terms_fields
from assessment.web.plan.forms import OwnStepForm
from assessment.web.plan.steps import DroppedAction, StepCard, build_card, build_dropped
from assessment.wording.plan import (
    assumption_note,
    how_you_will_know,
    next_bottleneck_sentence,
    plan_heading,
    plan_sentence,
    plan_title,
    what_you_need,
    what_you_need_heading,
)


@dataclass(frozen=True, slots=True)
class PlanPage:
    """``calendar`` is None without steps. ``refused_field`` is the id of the first field that was refused, if any.

    ``opens_own``: the form for an own step was refused and has to stand open.
    """

    assessment_id: str
    disclaimer: str
    title: str
    heading: str
    summary: str
    steps: tuple[StepCard, ...]
    dropped: tuple[DroppedAction, ...]
    terms_fields: tuple[FieldView, ...]
    name_field: FieldView
    own_fields: tuple[FieldView, ...]
    calendar: Calendar | None
    next_bottleneck: str
    assumption: str
    how_you_will_know: str
    needs_heading: str
    needs: str
    opens_own: bool
    refused_field: str


def build_plan_page(language: Language, view: PlanView, *, today: date, refused: Refused | None = None) -> PlanPage:
    """The page of a plan; with ``refused`` a form is shown again with what was typed into it."""
    result, plan = view.result, view.plan
    framework, profile = result.framework, result.profile
    alternatives = view.alternatives
    terms, name = terms_fields(language, plan.terms, refused), name_field(language, view.name, refused)
    own_start = max(today, plan.terms.start)
    own = own_step_fields(language, framework, own_start, own_start + timedelta(days=6), refused)
    cards = tuple(
        build_card(language, framework, step, alternatives[step.id], today=today, refused=refused)
        for step in plan.steps
    )
    return PlanPage(
        assessment_id=result.record.id,
        disclaimer=language.pick(framework.disclaimer),
        title=plan_title(language, result.record.level, plan),
        heading=plan_heading(language, plan),
        summary=plan_sentence(language, framework, profile, plan, sheet=result.sheet),
        steps=cards,
        dropped=tuple(build_dropped(language, framework, action) for action in view.dropped),
        terms_fields=terms,
        name_field=name,
        own_fields=own,
        calendar=build_calendar(language, framework, plan, today=today),
        next_bottleneck=next_bottleneck_sentence(language, framework, profile, plan),
        assumption=assumption_note(language, framework),
        how_you_will_know=how_you_will_know(language, framework, profile, plan),
        needs_heading=what_you_need_heading(language, result.record.level),
        needs=what_you_need(language, plan),
        opens_own=refused is not None and refused.is_for(OwnStepForm),
        refused_field=find_refused((*terms, name, *own, *(field for card in cards for field in card.fields))),
    )
