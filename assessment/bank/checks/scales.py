"""Scales: their points, their words, and what they were made for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from assessment.bank.checks.references import find_unknown
from assessment.bank.finding import Finding
from assessment.bank.shapes import ScaleShape
from assessment.bank.source import Entry, Source


def check_scale_points(source: Source) -> Iterator[Finding]:
    """A scale has at least two points in ascending order, and words on the lowest and the highest."""
    for scale in source.entries("scales.yaml", "scales", ScaleShape):
        points = scale.shape.points
        if len(points) < 2:
            yield scale.finding("points", f"has {len(points)} of the at least two points a scale needs; add points")
        for position, (before, point) in enumerate(pairwise(points), start=1):
            if point.value == before.value:
                yield _at_point(scale, position, "value", f"is {point.value} a second time; keep one of the two points")
            elif point.value < before.value:
                message = f"is {point.value} after {before.value}; bring the points in ascending order"
                yield _at_point(scale, position, "value", message)
        for position in sorted({0, len(points) - 1}) if points else ():
            if points[position].anchor is None:
                message = "has no anchor; the lowest and the highest point need words"
                yield _at_point(scale, position, "value", message)


def check_scale_references(source: Source) -> Iterator[Finding]:
    """The level and the facet of a scale are the framework's."""
    facets = source.names("framework.yaml", "facets")
    levels = frozenset(source.levels) or None
    for scale in source.entries("scales.yaml", "scales", ScaleShape):
        yield from find_unknown(scale, "facet", facets, "facet")
        yield from find_unknown(scale, "level", levels, "level")


def _at_point(scale: Entry[ScaleShape], position: int, key: str, message: str) -> Finding:
    return scale.document.finding((*scale.place, "points", position, key), message)
