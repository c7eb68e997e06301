"""What if: the answers as they would stand after finished actions, or with a facet moved up or down.

The effect of an action is an assumption, not a measurement: a finished action lifts the ``items_per_action``
lowest-valued rated items of its facet (of its whole competency, where it names none) by ``points_per_action`` scale
points. Both constants belong to the framework version. Ticking it in a plan promises nothing; repeating the
assessment shows what really changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from assessment.domain.actions import Action
from assessment.domain.answers import AnswerSheet, SpecialAnswer
from assessment.domain.framework import Framework, Item
from assessment.domain.ratings import rate

Place = tuple[str, str | None]
"""A competency id and a facet id; None stands for all items of the competency."""


def simulate(
    framework: Framework,
    sheet: AnswerSheet,
    actions: Iterable[Action] = (),
    facet_moves: Mapping[Place, int] | None = None,
) -> AnswerSheet:
    """The sheet after the actions and then the moves, to be scored like any other.

    ``facet_moves`` gives scale points, up (positive) or down, for every rated item of a place. Values never leave
    their scale; better means down for a reversed item; special and missing answers stay. Actions count once each and
    take effect in the order of the bank, so the order they come in does not matter.
    """
    values = dict(sheet.values)
    for action in _in_bank_order(framework, actions):
        rated = _rated_items(framework, sheet, action.competency, action.facet)
        lowest = sorted(rated, key=lambda item: _steps_share(framework, item, values))
        for item in lowest[: framework.measurement.items_per_action]:
            values[item.id] = _moved(framework, item, values, framework.measurement.points_per_action)
    for (competency, facet), points in (facet_moves or {}).items():
        for item in _rated_items(framework, sheet, competency, facet):
            values[item.id] = _moved(framework, item, values, points)
    return AnswerSheet(level=sheet.level, values=values)


def _in_bank_order(framework: Framework, actions: Iterable[Action]) -> list[Action]:
    chosen = {action.id for action in actions}
    return [action for action in framework.actions if action.id in chosen]


def _rated_items(framework: Framework, sheet: AnswerSheet, competency: str, facet: str | None) -> list[Item]:
    """Items with a scale value: those of the facet, or of the whole competency for None."""
    return [
        item
        for item in framework.items_of(sheet.level, competency)
        if (facet is None or item.facet == facet)
        and not isinstance(sheet.values.get(item.id, SpecialAnswer.DONT_KNOW), SpecialAnswer)
    ]


def _steps_share(framework: Framework, item: Item, values: Mapping[str, int | SpecialAnswer]) -> float:
    rating = rate(item, framework.scale_of(item), int(values[item.id]))
    return rating.steps / rating.span


def _moved(framework: Framework, item: Item, values: Mapping[str, int | SpecialAnswer], points: int) -> int:
    """The value of an item some points better (or worse, below 0), cut to its scale."""
    on_scale = framework.scale_of(item).values
    target = on_scale.index(int(values[item.id])) + (-points if item.reversed else points)
    return on_scale[min(max(target, 0), len(on_scale) - 1)]
