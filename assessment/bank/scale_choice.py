"""Which scale an item is rated on."""

from __future__ import annotations

from collections.abc import Iterable

from assessment.bank.shapes import ItemShape, ScaleShape


def find_scales(item: ItemShape, level: str, scales: Iterable[ScaleShape]) -> tuple[ScaleShape, ...]:
    """Scales that an item of a level may mean; in a sound bank exactly one.

    The one it names; otherwise those of its level made for its facet; otherwise those of its level made for no facet.
    """
    of_level = [scale for scale in scales if scale.level == level]
    if item.scale is not None:
        return tuple(scale for scale in of_level if scale.id == item.scale)
    of_facet = tuple(scale for scale in of_level if scale.facet == item.facet)
    return of_facet or tuple(scale for scale in of_level if scale.facet is None)
