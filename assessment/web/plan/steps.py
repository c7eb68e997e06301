"""Steps of a plan as cards: what to do, when, what helps, and what can be changed about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assessment.domain.actions import Action
from assessment.domain.development_plan import PlanStep, StepKind
from assessment.domain.framework import Framework
from assessment.languages import Language
from assessment.web.fields import FieldView
from assessment.web.hues import hue_of
from assessment.web.plan.fields import Refused, dates_fields, evidence_field
from assessment.web.plan.forms import DatesForm, EvidenceForm
from assessment.wording.amounts import hours_short, weeks_text
from assessment.wording.scores import band_name
from assessment.wording.steps import done_when, effort_text, step_dates, step_place, what_helps


@dataclass(frozen=True, slots=True)
class Help:
    """A course or a book; ``url`` is empty unless the administrator gave one."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Alternative:
    """An action that could stand in a step's place; ``about`` is its facet, level and effort in one line."""

    id: str
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class StepCard:
    """``state`` says when it is or was due, or was done; ``note`` is what the person wrote. ``hue`` may be None.

    ``opens`` names the part whose form was refused: "dates", "evidence" or nothing.
    """

    id: str
    hue: int | None
    place: str
    title: str
    how: str
    done_when: str
    effort: str
    dates: str
    state: str
    is_done: bool
    is_late: bool
    is_own: bool
    note: str
    helps: tuple[Help, ...]
    dates_fields: tuple[FieldView, ...]
    evidence_field: FieldView
    alternatives: tuple[Alternative, ...]
    opens: str

    @property
    def fields(self) -> tuple[FieldView, ...]:
        """Every field of the card's forms."""
        return (*self.dates_fields, self.evidence_field)


@dataclass(frozen=True, slots=True)
class DroppedAction:
    """An action that was left out and can be brought back."""

    id: str
    title: str
    about: str


def build_card(
    language: Language,
    framework: Framework,
    step: PlanStep,
    alternatives: Sequence[Action],
    *,
    today: date,
    refused: Refused | None,
) -> StepCard:
    """One step; ``refused`` is the form to show again, whichever it is."""
    opens = ""
    if refused is not None and refused.step == step.id:
        opens = {DatesForm: "dates", EvidenceForm: "evidence"}.get(type(refused.form), "")
    return StepCard(
        id=step.id,
        hue=None if step.competency is None else hue_of(framework, step.competency),
        place=step_place(language, framework, step),
        title=language.pick(step.title),
        how=language.pick(step.how),
        done_when=done_when(language, step),
        effort=effort_text(language, step),
        dates=step_dates(language, step),
        state=state_text(language, step, today),
        is_done=step.done_on is not None,
        is_late=step.done_on is None and step.due < today,
        is_own=step.kind is StepKind.OWN,
        note=step.note,
        helps=list_help(language, framework, step),
        dates_fields=dates_fields(language, step, refused),
        evidence_field=evidence_field(language, step, refused),
        alternatives=tuple(_alternative(language, framework, action) for action in alternatives),
        opens=opens,
    )


def build_dropped(language: Language, framework: Framework, action: Action) -> DroppedAction:
    return DroppedAction(action.id, language.pick(action.title), _about(language, framework, action))


def state_text(language: Language, step: PlanStep, today: date) -> str:
    """Done on a day, in work, late, or still to come."""
    if step.done_on is not None:
        return language.gettext("Done on %(date)s", date=language.date(step.done_on))
    if step.due < today:
        return language.gettext("Was to be done by %(date)s", date=language.date(step.due))
    if step.start <= today:
        return language.gettext("In work")
    return language.gettext("To come")


def list_help(language: Language, framework: Framework, step: PlanStep) -> tuple[Help, ...]:
    """Courses and then books; only addresses of the web become links."""
    addresses = [framework.course(course).url or "" for course in step.courses] + [""] * len(step.resources)
    texts = what_helps(language, framework, step)
    return tuple(
        Help(text, url if url.startswith(("https://", "http://")) else "")
        for text, url in zip(texts, addresses, strict=True)
    )


def _alternative(language: Language, framework: Framework, action: Action) -> Alternative:
    return Alternative(action.id, language.pick(action.title), _about(language, framework, action))


def _about(language: Language, framework: Framework, action: Action) -> str:
    parts = [
        "" if action.facet is None else language.pick(framework.facet(action.facet).name),
        band_name(language, framework, action.band),
        hours_short(language, action.hours),
        weeks_text(language, action.weeks),
    ]
    return " · ".join(part for part in parts if part)
