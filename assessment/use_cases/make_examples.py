"""Example assessments to look around with, made the way people make theirs."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from assessment.bank.shelf import Shelf
from assessment.domain.answers import SpecialAnswer
from assessment.domain.framework import Framework, Item, Level
from assessment.use_cases.change_steps import tick_done, write_evidence
from assessment.use_cases.make_plan import get_plan
from assessment.use_cases.take_assessment import record_answers, start_assessment, submit
from assessment.use_cases.tokens import TokenSource

FRAMEWORK = "cx_competencies"


@dataclass(frozen=True, slots=True)
class Portrait:
    """Whom an example shows. ``scores`` are what to aim at, 0-100 by competency, ``facets`` what to add by facet.

    ``days_ago`` is when it was taken; ``pages`` how many competencies were answered before the person stopped, None
    for all and submitted. ``shown`` is what the person has to show for the first step of the plan, which is then done.
    """

    about: str
    level: Level
    locale: str
    days_ago: int
    scores: Mapping[str, float]
    facets: Mapping[str, float]
    pages: int | None = None
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """An example assessment and its private token."""

    about: str
    token: str


PORTRAITS = (
    Portrait(
        "A CX manager: one clear weakest link",
        Level.INDIVIDUAL,
        "en",
        26,
        {"culture": 62, "strategy": 48, "metrics": 70, "voice": 67, "design": 33},
        {"knowledge": 12, "experience": -14, "skill": 2},
        shown="Done together with a colleague; our notes and the answer we got are in the team folder.",
    ),
    Portrait(
        "Специалист по клиентскому опыту: две слабые компетенции почти равны",
        Level.INDIVIDUAL,
        "ru",
        32,
        {"culture": 58, "strategy": 41, "metrics": 38, "voice": 72, "design": 61},
        {"knowledge": 8, "experience": -10, "skill": 2},
        shown="Вопросы, таблица ответов и ответ руководителя лежат в папке отдела.",
    ),
    Portrait(
        "An experienced head of CX: an even wheel",
        Level.INDIVIDUAL,
        "en",
        1,
        {"culture": 79, "strategy": 76, "metrics": 77, "voice": 71, "design": 75},
        {"knowledge": 2, "experience": 0, "skill": -2},
    ),
    Portrait(
        "Команда службы заботы: метрики отстают",
        Level.TEAM,
        "ru",
        4,
        {"culture": 60, "strategy": 50, "metrics": 30, "voice": 66, "design": 52},
        {"knowledge": 4, "experience": -6, "skill": 2},
    ),
    Portrait(
        "A company at the start of its CX work",
        Level.ORGANISATION,
        "en",
        5,
        {"culture": 34, "strategy": 29, "metrics": 42, "voice": 46, "design": 25},
        {"knowledge": 5, "experience": -5, "skill": 0},
    ),
    Portrait(
        "Начатая оценка: две компетенции из пяти",
        Level.INDIVIDUAL,
        "ru",
        0,
        {"culture": 55, "strategy": 45, "metrics": 50, "voice": 60, "design": 40},
        {"knowledge": 6, "experience": -8, "skill": 2},
        pages=2,
    ),
)


def make_examples(shelf: Shelf, *, now: datetime, token_source: TokenSource) -> tuple[Example, ...]:
    """One assessment for each portrait, answered page by page and submitted. Answers are always the same."""
    return tuple(_make(shelf, portrait, now=now, token_source=token_source) for portrait in PORTRAITS)


def _make(shelf: Shelf, portrait: Portrait, *, now: datetime, token_source: TokenSource) -> Example:
    framework = shelf.get(FRAMEWORK).framework
    moment = now - timedelta(days=portrait.days_ago, minutes=15)
    started = start_assessment(
        shelf,
        framework_id=FRAMEWORK,
        level=portrait.level,
        locale=portrait.locale,
        channel="web",
        now=moment,
        token_source=token_source,
    )
    for competency in framework.competencies[: portrait.pages]:
        moment += timedelta(minutes=2, seconds=20)
        items = framework.items_of(portrait.level, competency.id)
        answers = {item.id: answer_of(framework, item, portrait) for item in items}
        record_answers(started.assessment.id, answers, now=moment, timed=True)
    if portrait.pages is None:
        submit(started.assessment.id, accept_incomplete=False, now=moment + timedelta(seconds=30))
    if portrait.shown:
        _do_first_step(started.assessment.id, portrait.shown, taken=moment.date(), today=now.date())
    return Example(portrait.about, started.token)


def _do_first_step(assessment_id: str, shown: str, *, taken: date, today: date) -> None:
    step = get_plan(assessment_id, today=taken).plan.steps[0]
    write_evidence(assessment_id, step.id, shown, today=today)
    tick_done(assessment_id, step.id, done_on=min(step.due, today), today=today)


def answer_of(framework: Framework, item: Item, portrait: Portrait) -> object:
    """An answer near what the portrait aims at: the item's id decides to which side, and who cannot judge at times."""
    chance = int.from_bytes(hashlib.sha256(f"{portrait.about}/{item.id}".encode()).digest()[:4]) / 2**32
    if chance > 0.985:
        return SpecialAnswer.DONT_KNOW.value
    scale = framework.scale_of(item)
    aim = portrait.scores[item.competency] + portrait.facets.get(item.facet or "", 0) + (chance - 0.5) * 36
    share = min(max(aim / 100, 0.0), 1.0)
    return scale.minimum + round(share * (scale.maximum - scale.minimum))
