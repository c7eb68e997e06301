"""How a development plan is made: weakest competency first, within the hours and weeks a person has."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from math import inf

from assessment.domain.actions import Action
from assessment.domain.answers import AnswerSheet
from assessment.domain.development_plan import DevelopmentPlan, PlanStep, PlanTerms
from assessment.domain.framework import Framework
from assessment.domain.plan_steps import actions_of, arrange_plan, list_weakest_first, step_of
from assessment.domain.profile import CompetencyScore
from assessment.domain.schedule import Schedule
from assessment.domain.scoring import score_competencies
from assessment.domain.swapping import add_action, list_alternatives, swap_step
from assessment.domain.what_if import simulate

__all__ = ["add_action", "arrange_plan", "list_alternatives", "make_plan", "swap_step"]


def make_plan(
    framework: Framework,
    sheet: AnswerSheet,
    terms: PlanTerms,
    kept: Sequence[PlanStep] = (),
    dropped: Collection[str] = (),
    *,
    not_before: date | None = None,
) -> DevelopmentPlan:
    """A plan of the bank's actions that fits the terms; the same arguments always give the same plan.

    Again and again, the weakest competency of the simulated wheel (ties: the earlier spoke) gets its next action: of
    the band its score has today, for its lowest facet first, then in the order of the bank; the first one that fits
    into the weekly hours and the weeks is taken, and the wheel is simulated anew. Where no action of the weakest fits,
    the next bottleneck is served. It ends at ``terms.at_most`` steps that are not done.

    ``kept`` steps keep their dates and hold their hours; actions in ``dropped`` do not come back. New steps start in a
    whole week on or after ``not_before`` (default: ``terms.start``), after everything they presuppose; an action
    that is presupposed but belongs to a lower band than the competency has reached counts as done. Competencies
    without a score are left out. ``terms`` must allow hours above 0 and at least one week.
    """
    maker = _PlanMaker(framework, sheet, terms, kept=kept, dropped=dropped, not_before=not_before or terms.start)
    while maker.count_open() < terms.at_most and maker.add_next():
        pass
    return arrange_plan(framework, sheet, DevelopmentPlan(terms, tuple(maker.steps), None))


class _PlanMaker:
    """A plan while it grows."""

    def __init__(
        self,
        framework: Framework,
        sheet: AnswerSheet,
        terms: PlanTerms,
        *,
        kept: Sequence[PlanStep],
        dropped: Collection[str],
        not_before: date,
    ) -> None:
        self.steps = list(kept)
        self._framework = framework
        self._sheet = sheet
        self._dropped = frozenset(dropped)
        self._not_before = not_before
        self._schedule = Schedule(terms, kept)
        self._today = {spoke.competency: spoke for spoke in score_competencies(framework, sheet)}

    def count_open(self) -> int:
        return sum(step.done_on is None for step in self.steps)

    def add_next(self) -> bool:
        """One more step for the weakest competency that has one; False when none has."""
        spokes = self._simulated()
        for competency in list_weakest_first(spokes.values()):
            for action in self._list_candidates(spokes[competency]):
                step = self._place(action)
                if step is not None:
                    self.steps.append(step)
                    self._schedule.hold(step)
                    return True
        return False

    def _simulated(self) -> dict[str, CompetencyScore]:
        sheet = simulate(self._framework, self._sheet, actions_of(self._framework, self.steps))
        return {spoke.competency: spoke for spoke in score_competencies(self._framework, sheet)}

    def _list_candidates(self, spoke: CompetencyScore) -> list[Action]:
        """Actions for the band of today, the lowest facet of the simulated wheel first."""
        band = self._today[spoke.competency].band
        scores = {facet.facet: facet.score for facet in spoke.facets}
        in_plan = {step.id for step in self.steps}

        def facet_score(action: Action) -> float:
            score = spoke.score if action.facet is None else scores.get(action.facet)
            return inf if score is None else score

        candidates = [
            action
            for action in self._framework.actions
            if action.competency == spoke.competency and action.level == self._sheet.level and action.band == band
            if action.id not in in_plan and action.id not in self._dropped
        ]
        return sorted(candidates, key=facet_score)

    def _place(self, action: Action) -> PlanStep | None:
        """The action as a step at its earliest place; None where it fits nowhere or what it presupposes is missing."""
        not_before = self._not_before
        due = {step.id: step.due for step in self.steps if step.done_on is None}
        done = {step.id for step in self.steps if step.done_on is not None}
        for former in action.after:
            if former in due:
                not_before = max(not_before, due[former] + timedelta(days=1))
            elif former not in done and not self._is_below_today(former):
                return None
        weeks = self._schedule.weeks_for(action.hours, action.weeks)
        start = self._schedule.find_start(action.hours, weeks, not_before)
        return step_of(action, start, weeks) if start is not None else None

    def _is_below_today(self, action_id: str) -> bool:
        action = self._framework.action(action_id)
        today = self._today[action.competency].score
        return today is not None and self._framework.band(action.band).lower < self._framework.band_at(today).lower
