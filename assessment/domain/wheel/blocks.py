"""Names of blocks, set along their brackets."""

from __future__ import annotations

from collections.abc import Sequence
from math import copysign, radians, sin

from assessment.domain.framework import Block, Framework
from assessment.domain.wheel.angles import angle_of
from assessment.domain.wheel.frame import Run
from assessment.domain.wheel.measures import MEASURES, Measures, WheelForm
from assessment.domain.wheel.parts import ArcText, Bracket
from assessment.domain.wheel.text_widths import text_width

_DIAGONAL = 38
"""Names of long brackets stand this far from the vertical: near the corners, and not steep to read."""
_STEEP = 50
_DESCENT = 0.24


def name_blocks(
    framework: Framework, locale: str, form: WheelForm, runs: Sequence[Run], brackets: Sequence[Bracket]
) -> tuple[ArcText, ...]:
    """The name of each block on its longest run: the full one where it fits on the wide form, else the short one.

    A bracket too short for either, even in smaller type, stays without a name.
    """
    longest: dict[str, tuple[Run, Bracket]] = {}
    for run, bracket in zip(runs, brackets, strict=True):
        known = longest.get(run.block)
        if known is None or run.last - run.first > known[0].last - known[0].first:
            longest[run.block] = run, bracket
    blocks = {block.id: block for block in framework.blocks}
    names = (
        _fit_name(_wordings(blocks[block], locale, form), MEASURES[form], run, bracket)
        for block, (run, bracket) in longest.items()
    )
    return tuple(name for name in names if name is not None)


def lowest_point(measures: Measures, names: Sequence[ArcText]) -> float:
    """The largest y that a name reaches, the wheel's centre at least."""
    lowest = measures.cy
    for name in names:
        half = angle_of(text_width(name.text, name.size) / 2, name.radius)
        nearest = max(name.angle - half, min(name.angle + half, 90))
        lowest = max(lowest, measures.cy + (name.radius + _DESCENT * name.size) * sin(radians(nearest)))
    return lowest


def _wordings(block: Block, locale: str, form: WheelForm) -> tuple[str, ...]:
    short = block.short[locale]
    return (block.name[locale], short) if form is WheelForm.WIDE else (short,)


def _fit_name(wordings: tuple[str, ...], measures: Measures, run: Run, bracket: Bracket) -> ArcText | None:
    for text in wordings:
        for size in (measures.block_size, measures.block_size * 0.88):
            half = angle_of(text_width(text, size) / 2, measures.block_top)
            if 2 * half <= bracket.end - bracket.start:
                angle = _place_name(bracket, half, single=run.first == run.last)
                flipped = sin(radians(angle)) >= 0
                radius = measures.block_bottom if flipped else measures.block_top
                return ArcText(text, radius, angle, size, flipped)
    return None


def _place_name(bracket: Bracket, half: float, *, single: bool) -> float:
    """Centre of a name of that half angle: within the bracket, as little steep as its place allows."""
    middle = (bracket.start + bracket.end) / 2
    vertical = -90 if sin(radians(middle)) < 0 else 90
    lean = (middle - vertical + 180) % 360 - 180
    if single:
        lean = max(-_STEEP, min(_STEEP, lean))
    elif abs(lean) > _DIAGONAL / 2:
        lean = copysign(_DIAGONAL, lean)
    wanted = middle + (vertical + lean - middle + 180) % 360 - 180
    return max(bracket.start + half, min(bracket.end - half, wanted))
