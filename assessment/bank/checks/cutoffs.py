"""Bands and stages divide 0-100 without gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from assessment.bank.finding import Finding
from assessment.bank.shapes import BandShape, StageShape
from assessment.bank.source import Entry, Source


def check_bands(source: Source) -> Iterator[Finding]:
    """Bands begin at 0 and ascend."""
    yield from _check_ascent(source.entries("framework.yaml", "bands", BandShape), "band")


def check_stages(source: Source) -> Iterator[Finding]:
    """Stages are numbered 1, 2, 3 ..., begin at 0 and ascend."""
    stages = source.entries("framework.yaml", "stages", StageShape)
    if len(stages) != len(source.listed("framework.yaml", "stages")):
        return
    for number, stage in enumerate(stages, start=1):
        if stage.shape.number != number:
            yield stage.finding("number", f"is {stage.shape.number}; stages count 1, 2, 3 ...: make it {number}")
    yield from _check_ascent(stages, "stage")


def _check_ascent(entries: Sequence[Entry[BandShape] | Entry[StageShape]], what: str) -> Iterator[Finding]:
    if entries and entries[0].place[-1] == 0 and entries[0].shape.lower != 0:
        yield entries[0].finding("lower", f"is {entries[0].shape.lower:g}; the first {what} begins at 0")
    for before, entry in pairwise(entries):
        if entry.shape.lower <= before.shape.lower:
            begin = f"the {what} before begins at {before.shape.lower:g}"
            yield entry.finding("lower", f"is {entry.shape.lower:g}, but {begin}; bring them in ascending order")
