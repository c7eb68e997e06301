"""A shared result as one value: the recipient's page and its preview show the same."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.development_plan import PlanStep
from assessment.domain.framework import Framework
from assessment.languages import Language
from assessment.use_cases.accounts import Account
from assessment.use_cases.sharing import SharedResult
from assessment.web.home.pages import owner_text
from assessment.web.hues import hue_of
from assessment.web.own_time import own_day
from assessment.web.result.standings import SpokeRow, build_rows
from assessment.web.wheel_page import WheelPage, make_wheel_page
from assessment.wording.amounts import hours_short, weeks_text
from assessment.wording.scores import balance_note, balance_text, bands_sentence, mean_note
from assessment.wording.shared_result import held_back_sentence, shared_headline, shared_standfirst
from assessment.wording.steps import done_when, step_dates, step_place


@dataclass(frozen=True, slots=True)
class SharedStep:
    """A step of a shared plan. ``done`` is a date in words, empty while it is open."""

    hue: int | None
    place: str
    title: str
    done_when: str
    dates: str
    effort: str
    done: str


@dataclass(frozen=True, slots=True)
class SharedResultPage:
    """``roll``, ``mean`` and ``balance`` are empty while a spoke has no score. ``steps`` is None without the plan."""

    owner: str
    date: str
    headline: str
    standfirst: str
    wheel: WheelPage
    roll: str
    mean: str
    mean_note: str
    balance: str
    balance_note: str
    held_back: tuple[str, ...]
    rows: tuple[SpokeRow, ...]
    facets: tuple[str, ...]
    table_caption: str
    steps: tuple[SharedStep, ...] | None
    disclaimer: str


def build_shared_result(language: Language, reader: Account, shared: SharedResult) -> SharedResultPage:
    """The page in the framework's language; dates as the reader's clock has them."""
    framework, profile = shared.framework, shared.profile
    return SharedResultPage(
        owner=owner_text(shared.owner_name, shared.owner_email),
        date=language.date(own_day(reader, shared.submitted_at)),
        headline=shared_headline(language, framework, profile),
        standfirst=shared_standfirst(language, profile),
        wheel=make_wheel_page(language, framework, profile),
        roll="" if profile.roll is None else language.whole(profile.roll),
        mean="" if profile.mean is None else language.whole(profile.mean),
        mean_note=mean_note(language, profile),
        balance=balance_text(language, profile),
        balance_note=balance_note(language),
        held_back=tuple(held_back_sentence(language, framework, held) for held in shared.held_back),
        rows=build_rows(language, framework, profile, lambda _competency: ""),
        facets=tuple(language.pick(facet.name) for facet in framework.facets),
        table_caption=bands_sentence(language, framework),
        steps=_build_steps(language, framework, shared),
        disclaimer=language.pick(framework.disclaimer),
    )


def _build_steps(language: Language, framework: Framework, shared: SharedResult) -> tuple[SharedStep, ...] | None:
    if not shared.with_plan:
        return None
    steps = () if shared.plan is None else shared.plan.steps
    return tuple(_build_step(language, framework, step) for step in steps)


def _build_step(language: Language, framework: Framework, step: PlanStep) -> SharedStep:
    return SharedStep(
        hue=None if step.competency is None else hue_of(framework, step.competency),
        place=step_place(language, framework, step),
        title=language.pick(step.title),
        done_when=done_when(language, step),
        dates=step_dates(language, step),
        effort=f"{hours_short(language, step.hours)} · {weeks_text(language, step.weeks)}",
        done="" if step.done_on is None else language.gettext("Done on %(date)s", date=language.date(step.done_on)),
    )
