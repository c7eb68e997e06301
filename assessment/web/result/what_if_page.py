"""The "what if" page: what can be ticked or moved, and the wheel that would come of it."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.actions import Action
from assessment.domain.development_plan import DevelopmentPlan, StepKind
from assessment.domain.framework import Framework
from assessment.domain.profile import CompetencyScore
from assessment.languages import Language
from assessment.use_cases.show_result import WhatIf
from assessment.web.hues import hue_of
from assessment.web.result.forms import Wishes, most_points, move_value, places_of
from assessment.web.wheel_page import WheelPage, make_wheel_page
from assessment.wording.amounts import hours_short
from assessment.wording.names import facet_name_inside, short_name
from assessment.wording.plan import assumption_note
from assessment.wording.scores import score_text
from assessment.wording.what_if import what_if_bottleneck, what_if_headline


@dataclass(frozen=True, slots=True)
class ActionTick:
    """An action that can be thought finished."""

    id: str
    hue: int
    place: str
    title: str
    hours: str
    is_ticked: bool


@dataclass(frozen=True, slots=True)
class MoveOption:
    """So many scale points up or down; ``value`` is empty for none."""

    value: str
    text: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class MoveChoice:
    """A facet that can be moved; ``name`` is empty where the framework has no facets."""

    id: str
    name: str
    options: tuple[MoveOption, ...]


@dataclass(frozen=True, slots=True)
class SpokeMoves:
    """The facets of one spoke that can be moved."""

    hue: int
    name: str
    choices: tuple[MoveChoice, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """One row now and then. ``change`` is empty where nothing moves."""

    hue: int | None
    name: str
    now: str
    then: str
    change: str


@dataclass(frozen=True, slots=True)
class WhatIfPage:
    """``is_empty`` means that nothing is ticked or moved yet: the wheel stands as it is."""

    assessment_id: str
    disclaimer: str
    is_empty: bool
    headline: str
    bottleneck: str
    assumption: str
    actions: tuple[ActionTick, ...]
    spokes: tuple[SpokeMoves, ...]
    rows: tuple[Comparison, ...]
    wheel_now: WheelPage
    wheel_then: WheelPage


def build_what_if_page(language: Language, simulated: WhatIf, plan: DevelopmentPlan, wishes: Wishes) -> WhatIfPage:
    """The page for what is wished; offers the plan's open actions, and those of the address that left the plan."""
    result, framework = simulated.result, simulated.result.framework
    return WhatIfPage(
        assessment_id=result.record.id,
        disclaimer=language.pick(framework.disclaimer),
        is_empty=wishes.is_empty,
        headline=what_if_headline(language, simulated.before, simulated.after),
        bottleneck=what_if_bottleneck(language, framework, simulated.before, simulated.after),
        assumption=assumption_note(language, framework),
        actions=tuple(_tick(language, framework, action, wishes) for action in _offered(framework, plan, wishes)),
        spokes=_list_moves(language, simulated, wishes),
        rows=_compare(language, simulated),
        wheel_now=make_wheel_page(language, framework, simulated.before, wheel_id="now"),
        wheel_then=make_wheel_page(language, framework, simulated.after, wheel_id="then"),
    )


def _offered(framework: Framework, plan: DevelopmentPlan, wishes: Wishes) -> list[Action]:
    planned = [step.id for step in plan.steps if step.kind is StepKind.ACTION and step.done_on is None]
    return [framework.action(action) for action in dict.fromkeys((*planned, *wishes.actions))]


def _tick(language: Language, framework: Framework, action: Action, wishes: Wishes) -> ActionTick:
    place = short_name(language, framework, action.competency)
    if action.facet is not None:
        place = f"{place} · {facet_name_inside(language, framework, action.facet)}"
    return ActionTick(
        id=action.id,
        hue=hue_of(framework, action.competency),
        place=place,
        title=language.pick(action.title),
        hours=hours_short(language, action.hours),
        is_ticked=action.id in wishes.actions,
    )


def _list_moves(language: Language, simulated: WhatIf, wishes: Wishes) -> tuple[SpokeMoves, ...]:
    framework, level = simulated.result.framework, simulated.result.record.level
    spokes = []
    for spoke in framework.competencies:
        choices = []
        for place in places_of(framework, spoke.id):
            reach = most_points(framework, level, place)
            name = "" if place[1] is None else language.pick(framework.facet(place[1]).name)
            options = (
                MoveOption(
                    value=move_value(place, points) if points else "",
                    text=_points_text(language, points),
                    is_chosen=wishes.moves.get(place, 0) == points,
                )
                for points in range(reach, -reach - 1, -1)
            )
            choices.append(MoveChoice(f"move-{spoke.id}-{place[1] or 'all'}", name, tuple(options)))
        spokes.append(SpokeMoves(hue_of(framework, spoke.id), language.pick(spoke.short), tuple(choices)))
    return tuple(spokes)


def _points_text(language: Language, points: int) -> str:
    if not points:
        return language.gettext("as it is")
    sign = "+" if points > 0 else "−"
    return language.ngettext("%(sign)s%(n)s point", "%(sign)s%(n)s points", abs(points), sign=sign)


def _compare(language: Language, simulated: WhatIf) -> tuple[Comparison, ...]:
    framework, before, after = simulated.result.framework, simulated.before, simulated.after
    rows = [
        _row(language, framework, now, then) for now, then in zip(before.competencies, after.competencies, strict=True)
    ]
    if before.roll is not None and after.roll is not None and before.mean is not None and after.mean is not None:
        rows.append(_figure(language, language.gettext("Roll"), before.roll, after.roll))
        rows.append(_figure(language, language.gettext("Mean"), before.mean, after.mean))
    return tuple(rows)


def _row(language: Language, framework: Framework, now: CompetencyScore, then: CompetencyScore) -> Comparison:
    return Comparison(
        hue=hue_of(framework, now.competency),
        name=short_name(language, framework, now.competency),
        now=score_text(language, now.score),
        then=score_text(language, then.score),
        change=_change(language, now.score, then.score),
    )


def _figure(language: Language, name: str, now: float, then: float) -> Comparison:
    return Comparison(
        hue=None,
        name=name,
        now=language.whole(now),
        then=language.whole(then),
        change=_change(language, now, then),
    )


def _change(language: Language, now: float | None, then: float | None) -> str:
    """The difference of the two numbers as they are shown, so that it can be checked by eye."""
    if now is None or then is None:
        return ""
    difference = int(language.whole(then)) - int(language.whole(now))
    return "" if not difference else f"{'+' if difference > 0 else '−'}{abs(difference)}"
