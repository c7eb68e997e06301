"""The first steps of a plan for the team."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.development_plan import PlanTerms
from assessment.domain.framework import Framework
from assessment.domain.team_plan import TeamStepKind
from assessment.domain.team_planning import make_team_plan
from assessment.domain.team_result import TeamResult
from assessment.languages import Language
from assessment.wording.team_teaser import team_teaser_heading

_ACTIONS = 2
_HOURS, _WEEKS, _STEPS = 20.0, 26, 8
"""Terms so wide that nothing is left out for want of time."""


@dataclass(frozen=True, slots=True)
class TeaserAction:
    """An action of the question bank: what to do, and how."""

    title: str
    how: str


@dataclass(frozen=True, slots=True)
class TeamTeaser:
    """What a plan would begin with; ``actions`` may be empty."""

    heading: str
    actions: tuple[TeaserAction, ...]


def build_teaser(language: Language, framework: Framework, result: TeamResult) -> TeamTeaser:
    """At most two actions for the competency that a plan would begin with, as the plan chooses them."""
    terms = PlanTerms(start=result.closed_on, weekly_hours=_HOURS, weeks=_WEEKS, at_most=_STEPS)
    tasks = [step.task for step in make_team_plan(framework, result, terms).steps]
    actions = [task for task in tasks if task.kind is TeamStepKind.ACTION]
    first = actions[0].competency if actions else None
    chosen = [action for action in actions if action.competency == first][:_ACTIONS]
    return TeamTeaser(
        heading=team_teaser_heading(language, framework, result, first, len(chosen)),
        actions=tuple(
            TeaserAction(language.pick(action.title), language.pick(action.how))
            for action in chosen
            if action.title is not None and action.how is not None
        ),
    )
