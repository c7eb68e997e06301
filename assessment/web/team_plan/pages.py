"""The page of a team's plan, and the page that says why there is none."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta

from flask import url_for

from assessment.domain.framework import Level
from assessment.domain.people import name_with_address
from assessment.languages import Language
from assessment.use_cases.team_plan import TeamPlanView
from assessment.use_cases.teams import list_members
from assessment.web.fields import FieldView, find_refused
from assessment.web.plan.calendar import Calendar, build_calendar
from assessment.web.plan.fields import Refused, terms_fields
from assessment.web.plan.steps import DroppedAction
from assessment.web.team_plan.access import PlanVisit
from assessment.web.team_plan.fields import own_step_fields
from assessment.web.team_plan.forms import OwnTeamStepForm
from assessment.web.team_plan.steps import TeamStepCard, build_card, build_dropped
from assessment.web.team_result.links import WayBack
from assessment.wording import team_plan as words
from assessment.wording.plan import plan_heading, plan_title


@dataclass(frozen=True, slots=True)
class TeamPlanPage:
    """The plan. ``names`` may be chosen as owners. For readers the fields are empty.

    ``refused_field`` is the id of the first field that needs a look, ``changed`` that somebody was faster.
    """

    campaign_id: str
    may_change: bool
    disclaimer: str
    title: str
    heading: str
    summary: str
    progress: str
    ground: str
    owners: str
    steps: tuple[TeamStepCard, ...]
    dropped: tuple[DroppedAction, ...]
    names: tuple[str, ...]
    terms_fields: tuple[FieldView, ...]
    terms_mark: str
    own_fields: tuple[FieldView, ...]
    calendar: Calendar | None
    how_you_will_know: str
    opens_own: bool
    refused_field: str
    changed: bool


@dataclass(frozen=True, slots=True)
class NoPlanPage:
    """Why there is no plan; ``onward`` is where its button leads."""

    team: str
    reason: str
    onward: WayBack


def build_page(
    language: Language,
    visit: PlanVisit,
    view: TeamPlanView,
    *,
    today: date,
    refused: Refused | None = None,
    changed: bool = False,
) -> TeamPlanPage:
    """The page; with ``refused`` a form is shown again with what was typed into it."""
    framework, result, plan = view.ground.framework, view.ground.result, view.plan
    told = words.told_plan(language, framework, plan)
    may_change = visit.may_change
    cards = _build_cards(language, view, today=today, refused=refused, may_change=may_change)
    terms = terms_fields(language, plan.terms, refused) if may_change else ()
    start = max(today, plan.terms.start)
    own = own_step_fields(language, framework, start, start + timedelta(days=6), refused) if may_change else ()
    calendar = build_calendar(language, framework, told, today=today)
    return TeamPlanPage(
        campaign_id=visit.record.id,
        may_change=may_change,
        disclaimer=language.pick(framework.disclaimer),
        title=f"{visit.standing.team.name} · {plan_title(language, Level.TEAM, told)}",
        heading=plan_heading(language, told),
        summary=words.team_plan_sentence(language, framework, result, plan),
        progress=words.plan_progress_sentence(language, plan),
        ground=words.ground_sentence(language, framework, result),
        owners=words.owners_note(language, result),
        steps=cards,
        dropped=tuple(build_dropped(language, framework, task) for task in view.dropped) if may_change else (),
        names=_list_names(visit) if may_change else (),
        terms_fields=terms,
        terms_mark=plan.terms_mark,
        own_fields=own,
        calendar=None if calendar is None else replace(calendar, repeat_title=words.ask_again(language)),
        how_you_will_know=words.how_a_team_will_know(language, framework, plan),
        opens_own=refused is not None and refused.is_for(OwnTeamStepForm),
        refused_field=find_refused((*terms, *own, *(field for card in cards for field in card.fields))),
        changed=changed,
    )


def build_no_plan_page(language: Language, visit: PlanVisit) -> NoPlanPage:
    """What stands in the way, in a sentence."""
    team = visit.standing.team.name
    if visit.view is None:
        return NoPlanPage(team, words.not_closed_sentence(language), _way_back(language, visit))
    result_url = url_for("team_result.show", campaign_id=visit.record.id)
    onward = WayBack(language.gettext("To the result of this campaign"), result_url)
    return NoPlanPage(team, words.no_plan_sentence(language, visit.view.result), onward)


def _way_back(language: Language, visit: PlanVisit) -> WayBack:
    if visit.may_change:
        return WayBack(language.gettext("To the campaign"), url_for("campaigns.show", campaign_id=visit.record.id))
    return WayBack(language.gettext("To your page"), url_for("home.show"))


def _build_cards(
    language: Language, view: TeamPlanView, *, today: date, refused: Refused | None, may_change: bool
) -> tuple[TeamStepCard, ...]:
    alternatives = view.alternatives if may_change else {}
    return tuple(
        build_card(
            language,
            view.ground.framework,
            step,
            alternatives.get(step.id, ()),
            today=today,
            refused=refused,
            may_change=may_change,
        )
        for step in view.plan.steps
    )


def _list_names(visit: PlanVisit) -> tuple[str, ...]:
    """Names of the team, by which nobody learns who answered what: everybody is in the list."""
    named = [member for member in list_members(visit.record.team_id) if member.name]
    how_often = Counter(member.name for member in named)
    return tuple(
        member.name if how_often[member.name] == 1 else name_with_address(member.name, member.email) for member in named
    )
