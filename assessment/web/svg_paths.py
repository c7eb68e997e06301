"""Geometry of the wheel as SVG path data, rounded to a tenth of a unit.

What returns on every wheel (all but arcs at scores) is kept: writing numbers takes most of the time.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import degrees

from assessment.domain.wheel.angles import point
from assessment.domain.wheel.measures import Measures
from assessment.domain.wheel.parts import Arc, ArcText, Bracket, Line, Sector
from assessment.domain.wheel.text_widths import text_width


@lru_cache(maxsize=8192)
def number(value: float) -> str:
    """At most one decimal, none where it is 0."""
    return f"{value:.1f}".removesuffix(".0")


@lru_cache(maxsize=4096)
def sector_path(measures: Measures, sector: Sector) -> str:
    inner, outer, large = number(sector.inner), number(sector.outer), _large(sector.start, sector.end)
    return (
        f"M{_at(measures, sector.inner, sector.start)}L{_at(measures, sector.outer, sector.start)}"
        f"A{outer} {outer} 0 {large} 1 {_at(measures, sector.outer, sector.end)}"
        f"L{_at(measures, sector.inner, sector.end)}"
        f"A{inner} {inner} 0 {large} 0 {_at(measures, sector.inner, sector.start)}Z"
    )


def arcs_path(measures: Measures, arcs: Iterable[Arc]) -> str:
    """Several arcs as one path."""
    return "".join(_arc(measures, arc.radius, arc.start, arc.end) for arc in arcs)


def lines_path(lines: Iterable[Line]) -> str:
    """Several lines as one path."""
    return "".join(f"M{number(line.x1)} {number(line.y1)}L{number(line.x2)} {number(line.y2)}" for line in lines)


def brackets_path(measures: Measures, brackets: Iterable[Bracket]) -> str:
    """Several brackets as one path."""
    return "".join(_bracket(measures, bracket) for bracket in brackets)


def baseline_path(measures: Measures, name: ArcText) -> str:
    """The arc that a text stands on, long enough for any face, centred where the text is; flipped ones run back."""
    half = min(170, degrees(text_width(name.text, name.size) / name.radius) / 2 + 12)
    if not name.flipped:
        return _arc(measures, name.radius, name.angle - half, name.angle + half)
    radius = number(name.radius)
    start, end = _at(measures, name.radius, name.angle + half), _at(measures, name.radius, name.angle - half)
    return f"M{start}A{radius} {radius} 0 {_large(0, 2 * half)} 0 {end}"


def _bracket(measures: Measures, bracket: Bracket) -> str:
    outer = number(bracket.outer)
    return (
        f"M{_at(measures, bracket.inner, bracket.start)}L{_at(measures, bracket.outer, bracket.start)}"
        f"A{outer} {outer} 0 {_large(bracket.start, bracket.end)} 1 {_at(measures, bracket.outer, bracket.end)}"
        f"L{_at(measures, bracket.inner, bracket.end)}"
    )


def _arc(measures: Measures, radius: float, start: float, end: float) -> str:
    length = number(radius)
    large = _large(start, end)
    return f"M{_at(measures, radius, start)}A{length} {length} 0 {large} 1 {_at(measures, radius, end)}"


def _at(measures: Measures, radius: float, angle: float) -> str:
    x, y = point(measures, radius, angle)
    return f"{number(x)} {number(y)}"


def _large(start: float, end: float) -> int:
    return 1 if end - start > 180 else 0
