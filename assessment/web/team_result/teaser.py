"""The first steps of a plan for the team."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.development_plan import PlanTerms
from assessment.domain.framework import Framework
from assessment.domain.team_planning import make_team_plan
from assessment.domain.team_result import TeamResult
from assessment.languages import Language
from assessment.wording.team_tasks import task_how, task_title
from assessment.wording.team_teaser import team_teaser_heading

_SHOWN = 2
_HOURS, _WEEKS, _STEPS = 20.0, 26, 8
"""Terms so wide that nothing is left out for want of time."""


@dataclass(frozen=True, slots=True)
class TeaserStep:
    """A step of the plan: what to do, and how."""

    title: str
    how: str


@dataclass(frozen=True, slots=True)
class TeamTeaser:
    """What a plan would begin with; ``steps`` may be empty."""

    heading: str
    steps: tuple[TeaserStep, ...]


def build_teaser(language: Language, framework: Framework, result: TeamResult) -> TeamTeaser:
    """At most two steps for the competency that a plan would begin with, the first of them its very first."""
    terms = PlanTerms(start=result.closed_on, weekly_hours=_HOURS, weeks=_WEEKS, at_most=_STEPS)
    tasks = [step.task for step in make_team_plan(framework, result, terms).steps]
    first = tasks[0].competency if tasks else None
    chosen = [task for task in tasks if task.competency == first][:_SHOWN]
    return TeamTeaser(
        heading=team_teaser_heading(language, framework, result, first, len(chosen)),
        steps=tuple(TeaserStep(task_title(language, framework, task), task_how(language, task)) for task in chosen),
    )
