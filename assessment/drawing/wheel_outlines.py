"""Geometry of the wheel as matplotlib paths, in the wheel's own units."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, cos, floor, radians, sin, sqrt

import numpy as np
from matplotlib.path import Path
from numpy.typing import NDArray

from assessment.domain.wheel.measures import Measures
from assessment.domain.wheel.parts import Arc, Bracket, Line, Sector


def sector_outline(measures: Measures, sector: Sector) -> Path:
    outer, kinds = _curve(measures, sector.outer, sector.start, sector.end)
    inner, _ = _curve(measures, sector.inner, sector.start, sector.end)
    back = inner[::-1]
    return Path(
        np.concatenate([outer, back, outer[:1]]),
        np.concatenate([kinds, [Path.LINETO], kinds[1:], [Path.CLOSEPOLY]]),
    )


def arcs_outline(measures: Measures, arcs: Iterable[Arc]) -> Path:
    """Several arcs as one path."""
    return _join(Path(*_curve(measures, arc.radius, arc.start, arc.end)) for arc in arcs)


def circle_outline(measures: Measures, radius: float) -> Path:
    """A circle that begins at 3 o'clock and runs clockwise, which is where its dashes begin."""
    return Path(*_curve(measures, radius, 0, 360))


def lines_outline(lines: Iterable[Line]) -> Path:
    """Several lines as one path."""
    return _join(Path([(line.x1, line.y1), (line.x2, line.y2)], [Path.MOVETO, Path.LINETO]) for line in lines)


def bracket_outline(measures: Measures, bracket: Bracket) -> Path:
    arc, kinds = _curve(measures, bracket.outer, bracket.start, bracket.end)
    first, last = (
        (measures.cx + bracket.inner * cos(radians(angle)), measures.cy + bracket.inner * sin(radians(angle)))
        for angle in (bracket.start, bracket.end)
    )
    return Path(
        np.concatenate([[first], arc, [last]]), np.concatenate([[Path.MOVETO, Path.LINETO], kinds[1:], [Path.LINETO]])
    )


def hatching(measures: Measures, area: Path) -> Path:
    """Lines at 45°, a hatch apart, that cover the area; they are as wide as the gaps of the hatching."""
    extents = area.get_extents()
    step = measures.hatch * sqrt(2)
    offset = measures.hatch_gap / 2 * sqrt(2)
    first = ceil((extents.x0 + extents.y0 - measures.hatch - offset) / step)
    last = floor((extents.x1 + extents.y1 + measures.hatch - offset) / step)
    left, right = extents.x0 - measures.hatch, extents.x1 + measures.hatch
    sums = (offset + number * step for number in range(first, last + 1))
    return lines_outline(Line(left, total - left, right, total - right) for total in sums)


def joined(paths: Iterable[Path]) -> Path:
    """Several paths as one."""
    return _join(paths)


def _join(paths: Iterable[Path]) -> Path:
    return Path.make_compound_path(*paths)


def _curve(
    measures: Measures, radius: float, start: float, end: float
) -> tuple[NDArray[np.float64], NDArray[np.uint8]]:
    """Points and kinds of an arc, clockwise as seen."""
    arc = Path.arc(start, end)
    points = np.asarray(arc.vertices, dtype=np.float64) * radius + np.array((measures.cx, measures.cy))
    return points, np.asarray(arc.codes, dtype=np.uint8)
