"""What a team can do about gaps that were told of it: nobody works in a competency alone, or opinions differ.

Every gap is a word of the published result. Who has it, and who could help, is not known here and not asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from assessment.domain.coverage import Coverage, PartCoverage
from assessment.domain.framework import Framework, Level
from assessment.domain.suppression.release import Form
from assessment.domain.team_plan import Gap, TeamStepKind, TeamTask
from assessment.domain.team_result import ReleasedCompetency, ReleasedScore, TeamResult

MOST_STATEMENTS = 6
"""Thin topics that one workshop can work through."""

_MOST_TRAININGS = 2
_TRAINING_KINDS = ("course", "training")


@dataclass(frozen=True, slots=True)
class _Effort:
    """Hours of whoever sees to it, and weeks. The figures are the service's own: an estimate, not a measurement."""

    hours: float
    weeks: int


_EXPERT_SUPPORT = _Effort(12.0, 8)
_LEARNING_FOR_TWO = _Effort(16.0, 6)
_SECOND_PERSON = _Effort(10.0, 6)
_EXAMPLES = _Effort(4.0, 2)
_WORKSHOP_BEFORE = 2.0
"""Hours to prepare a workshop on thin topics; each topic takes another."""

_WORKSHOP_WEEKS = 3

_NAMED_HELP = {
    TeamStepKind.EXPERT_SUPPORT: ("expert_support",),
    TeamStepKind.WORKSHOP: ("workshop", "facilitation"),
    TeamStepKind.LEARNING: ("mentorship",),
}
"""Entries of the catalogue that help with a kind of step, linked where a framework has them."""


def list_gap_tasks(framework: Framework, spoke: ReleasedCompetency) -> tuple[TeamTask, ...]:
    """Everything that could answer the gaps told of one competency; for each gap, what is proposed first stands first.

    Open → expert support, or a course for two people. Hanging on one person → a second person learns it, or an expert
    helps. Opinions differ → a workshop to agree on examples. Thin topics → a workshop that bundles them.
    """
    return tuple(_list_tasks(framework, spoke))


def list_proposed(framework: Framework, result: TeamResult) -> tuple[TeamTask, ...]:
    """What to propose for every gap of a team: the most pressing gap first, within it the weakest competency first.

    Several tasks for one gap stand one after another; the first that nobody dropped is meant. Where nobody works in a
    competency on their own there is nobody to lead a workshop on its topics: it is not proposed there.
    """
    urgency = list(Gap)
    ceilings = {spoke.competency: ceiling(framework, spoke.score) for spoke in result.competencies}
    tasks = [
        task
        for spoke in result.competencies
        for task in list_gap_tasks(framework, spoke)
        if not (task.gap is Gap.THIN and spoke.coverage is Coverage.OPEN)
    ]

    def pressing(task: TeamTask) -> tuple[int, float]:
        gap = urgency.index(task.gap) if task.gap is not None else len(urgency)
        return gap, ceilings.get(task.competency or "", inf)

    return tuple(sorted(tasks, key=pressing))


def ceiling(framework: Framework, score: ReleasedScore) -> float:
    """The most a mean can be by what was told of it: itself, the upper end of its band, infinity when it is hidden."""
    if score.form is Form.NUMBER and score.mean is not None:
        return score.mean
    if score.band is None:
        return inf
    limits = [band.lower for band in framework.bands] + [100.0]
    return limits[[band.id for band in framework.bands].index(score.band) + 1]


def _list_tasks(framework: Framework, spoke: ReleasedCompetency) -> Iterator[TeamTask]:
    if spoke.coverage is Coverage.OPEN:
        yield _task(framework, spoke, Gap.OPEN, TeamStepKind.EXPERT_SUPPORT, _EXPERT_SUPPORT)
        yield _task(framework, spoke, Gap.OPEN, TeamStepKind.LEARNING, _LEARNING_FOR_TWO)
    if spoke.coverage is Coverage.ONE_PERSON:
        yield _task(framework, spoke, Gap.ONE_PERSON, TeamStepKind.LEARNING, _SECOND_PERSON)
        yield _task(framework, spoke, Gap.ONE_PERSON, TeamStepKind.EXPERT_SUPPORT, _EXPERT_SUPPORT)
    if spoke.agreement is not None and spoke.agreement.opinions_differ:
        divided = tuple(statement.item for statement in spoke.statements if statement.differ)
        yield _task(framework, spoke, Gap.DIFFER, TeamStepKind.WORKSHOP, _EXAMPLES, statements=divided)
    thin = _list_thin_statements(framework, spoke)
    if thin:
        effort = _Effort(_WORKSHOP_BEFORE + min(len(thin), MOST_STATEMENTS), _WORKSHOP_WEEKS)
        yield _task(framework, spoke, Gap.THIN, TeamStepKind.WORKSHOP, effort, statements=thin)


def _task(
    framework: Framework,
    spoke: ReleasedCompetency,
    gap: Gap,
    kind: TeamStepKind,
    effort: _Effort,
    *,
    statements: tuple[str, ...] = (),
) -> TeamTask:
    return TeamTask(
        id=f"gap.{spoke.competency}.{gap}.{kind}",
        kind=kind,
        competency=spoke.competency,
        hours=effort.hours,
        weeks=effort.weeks,
        gap=gap,
        statements=statements,
        courses=_list_help(framework, spoke.competency, gap, kind),
    )


def _list_thin_statements(framework: Framework, spoke: ReleasedCompetency) -> tuple[str, ...]:
    """Statements of the topics told to be thin, lowest told level first, ties in the order asked."""
    thin = [topic for topic in spoke.topics if topic.coverage is PartCoverage.THIN]
    thin.sort(key=lambda topic: ceiling(framework, topic.score))
    return tuple(item for topic in thin for item in topic.items)


def _list_help(framework: Framework, competency: str, gap: Gap, kind: TeamStepKind) -> tuple[str, ...]:
    """Courses that help: those named for the kind of step, and for learning the trainings closest to the competency."""
    serving = [course for course in framework.courses if competency in course.competencies]
    named = [course.id for course in serving if course.id in _NAMED_HELP[kind]]
    if kind is not TeamStepKind.LEARNING:
        return tuple(named)
    trainings = [course for course in serving if course.kind in _TRAINING_KINDS and Level.TEAM in course.levels]
    closest = sorted(trainings, key=lambda course: len(course.competencies))[:_MOST_TRAININGS]
    learned = [course.id for course in closest]
    return tuple(learned + named if gap is Gap.ONE_PERSON else learned)
