"""Steps of a team's plan as cards: what to do, who sees to it, when, how far it is, and what can be changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assessment.domain.framework import Framework
from assessment.domain.team_plan import TeamStep, TeamStepKind, TeamTask
from assessment.languages import Language
from assessment.languages.typography import unbroken
from assessment.web.fields import FieldView
from assessment.web.hues import hue_of
from assessment.web.plan.fields import Refused
from assessment.web.plan.steps import Alternative, DroppedAction, Help, list_help, state_text
from assessment.web.team_plan.fields import step_fields
from assessment.web.team_plan.forms import StepForm
from assessment.wording.amounts import hours_short, weeks_text
from assessment.wording.scores import band_name
from assessment.wording.steps import done_when, effort_text, step_dates
from assessment.wording.team_plan import owner_text, progress_text, told_step
from assessment.wording.team_tasks import kind_name, list_statements, statements_lead, task_how, task_place, task_title


@dataclass(frozen=True, slots=True)
class TeamStepCard:
    """``mark`` tells this state of the step from any other; ``percent`` is 0-100; ``hue`` may be None.

    ``fields`` and ``alternatives`` are empty for readers. ``opens`` says that the form is to be shown open.
    """

    id: str
    hue: int | None
    place: str
    title: str
    how: str
    statements_lead: str
    statements: tuple[str, ...]
    done_when: str
    helps: tuple[Help, ...]
    owner: str
    has_owner: bool
    effort: str
    dates: str
    state: str
    percent: int
    progress: str
    note: str
    mark: str
    is_done: bool
    is_late: bool
    is_own: bool
    fields: tuple[FieldView, ...]
    alternatives: tuple[Alternative, ...]
    opens: bool


def build_card(
    language: Language,
    framework: Framework,
    step: TeamStep,
    alternatives: Sequence[TeamTask],
    *,
    today: date,
    refused: Refused | None,
    may_change: bool,
) -> TeamStepCard:
    """One step; ``refused`` is the form to show again, whichever it is."""
    task, told = step.task, told_step(language, framework, step)
    return TeamStepCard(
        id=step.id,
        hue=None if task.competency is None else hue_of(framework, task.competency),
        place=task_place(language, framework, task),
        title=task_title(language, framework, task),
        how=task_how(language, task),
        statements_lead=statements_lead(language, task),
        statements=list_statements(language, framework, task),
        done_when=done_when(language, told),
        helps=list_help(language, framework, told),
        owner=owner_text(language, step),
        has_owner=bool(step.owner),
        effort=effort_text(language, told),
        dates=step_dates(language, told),
        state=state_text(language, told, today),
        percent=step.percent,
        progress=progress_text(language, step),
        note=step.note,
        mark=step.mark,
        is_done=step.done_on is not None,
        is_late=step.done_on is None and step.due < today,
        is_own=task.kind is TeamStepKind.OWN,
        fields=step_fields(language, step, refused) if may_change else (),
        alternatives=tuple(_alternative(language, framework, task) for task in alternatives),
        opens=refused is not None and refused.is_for(StepForm, step.id),
    )


def build_dropped(language: Language, framework: Framework, task: TeamTask) -> DroppedAction:
    """A task that was taken out and can be brought back."""
    return DroppedAction(task.id, task_title(language, framework, task), _about(language, framework, task))


def _alternative(language: Language, framework: Framework, task: TeamTask) -> Alternative:
    return Alternative(task.id, task_title(language, framework, task), _about(language, framework, task))


def _about(language: Language, framework: Framework, task: TeamTask) -> str:
    parts = [
        kind_name(language, task.kind),
        "" if task.facet is None else language.pick(framework.facet(task.facet).name),
        "" if task.band is None else band_name(language, framework, task.band),
        unbroken(hours_short(language, task.hours)),
        weeks_text(language, task.weeks),
    ]
    return " · ".join(part for part in parts if part)
