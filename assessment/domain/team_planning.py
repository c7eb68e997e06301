"""How a team's plan is made: from the published result alone, weakest link and gaps in turn, within hours and weeks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from math import inf

from assessment.domain.actions import Action
from assessment.domain.development_plan import PlanTerms
from assessment.domain.framework import Framework, Level
from assessment.domain.schedule import Schedule, last_day
from assessment.domain.suppression.release import Form
from assessment.domain.team_gaps import ceiling, list_proposed
from assessment.domain.team_plan import TeamPlan, TeamStep, TeamStepKind, TeamTask
from assessment.domain.team_result import ReleasedCompetency, TeamResult


def make_team_plan(
    framework: Framework,
    result: TeamResult,
    terms: PlanTerms,
    kept: Sequence[TeamStep] = (),
    dropped: Collection[str] = (),
    *,
    not_before: date | None = None,
) -> TeamPlan:
    """A plan that fits the terms; the same arguments always give the same plan.

    In turn comes a task for the most pressing gap (see ``team_gaps``) and an action of the bank for the weakest
    competency; where one of the two has nothing left that fits, the other goes on, up to ``terms.at_most`` steps
    that are not done. Only what was told is used: the weakest competency is the one whose mean can be at most the
    lowest (a band stands for its upper end), its actions are those of the told band for its lowest told facet first,
    and a hidden competency gets none. Every planned action counts as the rise that the framework assumes of one, so
    that the next bottleneck is served in time; what a task for a gap lifts is not assumed.

    ``kept`` steps keep their dates and hold their hours; tasks in ``dropped`` do not come back. New steps start in a
    whole week on or after ``not_before`` (default: ``terms.start``) and after everything they presuppose. ``terms``
    must allow hours above 0 and at least one week.
    """
    maker = _Maker(framework, result, terms, kept=kept, dropped=dropped, not_before=not_before or terms.start)
    while maker.count_open() < terms.at_most and maker.add_next():
        pass
    return arrange(TeamPlan(terms, tuple(maker.steps)))


def arrange(plan: TeamPlan) -> TeamPlan:
    """The plan with its steps in the order of their start; those of one day keep their order."""
    return TeamPlan(plan.terms, tuple(sorted(plan.steps, key=lambda step: step.start)))


def task_of(action: Action) -> TeamTask:
    """An action of the bank as a task."""
    return TeamTask(
        id=action.id,
        kind=TeamStepKind.ACTION,
        competency=action.competency,
        hours=float(action.hours),
        weeks=action.weeks,
        facet=action.facet,
        band=action.band,
        title=action.title,
        how=action.how,
        evidence=action.evidence,
        courses=action.courses,
        resources=action.resources,
        after=action.after,
    )


def step_of(task: TeamTask, start: date, weeks: int) -> TeamStep:
    """A task as a step that begins on ``start`` and lasts so many whole weeks."""
    return TeamStep(task, hours=task.hours, weeks=weeks, start=start, due=last_day(start, weeks))


class _Maker:
    """A plan while it grows."""

    def __init__(
        self,
        framework: Framework,
        result: TeamResult,
        terms: PlanTerms,
        *,
        kept: Sequence[TeamStep],
        dropped: Collection[str],
        not_before: date,
    ) -> None:
        self.steps = list(kept)
        self._framework = framework
        self._result = result
        self._dropped = frozenset(dropped)
        self._not_before = not_before
        self._schedule = Schedule(terms, kept)

    def count_open(self) -> int:
        return sum(step.done_on is None for step in self.steps)

    def add_next(self) -> bool:
        """One more step, of the kind there are fewer of; False when nothing fits any more."""
        actions = sum(step.task.kind is TeamStepKind.ACTION for step in self.steps)
        gaps = sum(step.task.gap is not None for step in self.steps)
        turns = [self._list_gaps(), self._list_actions()]
        for tasks in turns if gaps <= actions else reversed(turns):
            for task in tasks:
                step = self._place(task)
                if step is not None:
                    self.steps.append(step)
                    self._schedule.hold(step)
                    return True
        return False

    def _list_actions(self) -> list[TeamTask]:
        """Actions of the bank, weakest competency first, its lowest facet first, then in the order of the bank."""
        told = [spoke for spoke in self._result.competencies if spoke.score.form is not Form.HIDDEN]
        told.sort(key=lambda spoke: ceiling(self._framework, spoke.score) + self._rise(spoke.competency))
        return [task for spoke in told for task in self._list_actions_of(spoke)]

    def _list_actions_of(self, spoke: ReleasedCompetency) -> list[TeamTask]:
        facets = {facet.facet: ceiling(self._framework, facet.score) for facet in spoke.facets}
        whole = ceiling(self._framework, spoke.score) + self._rise(spoke.competency)

        def level(action: Action) -> float:
            if action.facet is None:
                return whole
            return facets.get(action.facet, inf) + self._rise(spoke.competency, action.facet)

        in_plan = {step.id for step in self.steps}
        fitting = [
            action
            for action in self._framework.actions
            if action.level == Level.TEAM and action.competency == spoke.competency and action.band == spoke.score.band
            if action.id not in in_plan and action.id not in self._dropped
        ]
        return [task_of(action) for action in sorted(fitting, key=level)]

    def _list_gaps(self) -> list[TeamTask]:
        """Tasks for gaps that no step answers yet."""
        answered = {(step.task.competency, step.task.gap) for step in self.steps}
        return [
            task
            for task in list_proposed(self._framework, self._result)
            if (task.competency, task.gap) not in answered and task.id not in self._dropped
        ]

    def _rise(self, competency: str, facet: str | None = None) -> float:
        """What the planned actions are assumed to lift a mean by, in points of 0-100, every statement weighed alike.

        The framework's assumption of a finished action, for everybody on average.
        """
        asked = self._framework.items_of(self._result.level, competency)
        part = [item for item in asked if facet in (None, item.facet)]
        if not part:
            return 0.0
        scale = self._framework.scale_of(part[0])
        measurement = self._framework.measurement
        points = measurement.items_per_action * measurement.points_per_action / (scale.maximum - scale.minimum)
        actions = sum(
            step.task.kind is TeamStepKind.ACTION and step.task.competency == competency
            for step in self.steps
            if facet in (None, step.task.facet)
        )
        return actions * 100 * points / len(part)

    def _place(self, task: TeamTask) -> TeamStep | None:
        """The task at its earliest place; None where it fits nowhere or what it presupposes is missing."""
        not_before = self._not_before
        due = {step.id: step.due for step in self.steps if step.done_on is None}
        done = {step.id for step in self.steps if step.done_on is not None}
        for former in task.after:
            if former in due:
                not_before = max(not_before, due[former] + timedelta(days=1))
            elif former not in done and not self._is_below_today(former):
                return None
        weeks = self._schedule.weeks_for(task.hours, task.weeks)
        start = self._schedule.find_start(task.hours, weeks, not_before)
        return step_of(task, start, weeks) if start is not None else None

    def _is_below_today(self, action_id: str) -> bool:
        """Whether an action is of a lower band than was told of its competency, and so counts as done."""
        action = self._framework.action(action_id)
        told = next((s.score.band for s in self._result.competencies if s.competency == action.competency), None)
        if told is None:
            return False
        return self._framework.band(action.band).lower < self._framework.band(told).lower
