"""The wheel: how many spokes it has and how they are bracketed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from assessment.bank.checks.references import find_unknown
from assessment.bank.finding import Finding
from assessment.bank.shapes import BlockShape, CompetencyShape
from assessment.bank.source import Source

FEWEST, MOST = 3, 12


def check_number_of_competencies(source: Source) -> Iterator[Finding]:
    """A wheel has 3 to 12 spokes."""
    document = source.documents["competencies.yaml"]
    number = len(source.listed("competencies.yaml", "competencies"))
    if isinstance(document.value.get("competencies"), list) and not FEWEST <= number <= MOST:
        advice = f"a wheel has {FEWEST} to {MOST} spokes: add or remove some"
        yield document.finding(("competencies",), f"{number} competencies; {advice}")


def check_blocks(source: Source) -> Iterator[Finding]:
    """Blocks exist, hold a competency, and hold neighbours only; the last spoke is the first one's neighbour."""
    blocks = source.names("framework.yaml", "blocks")
    spokes = source.entries("competencies.yaml", "competencies", CompetencyShape)
    for spoke in spokes:
        yield from find_unknown(spoke, "block", blocks, "block")
    members = Counter(spoke.shape.block for spoke in spokes)
    readable = "competencies.yaml" in source.present - source.faulty
    if blocks is None or not readable or not members.keys() <= blocks | {None}:
        return
    for block in source.entries("framework.yaml", "blocks", BlockShape):
        if not members[block.shape.id]:
            yield block.finding("id", "no competency is in this block; remove it or name it in competencies.yaml")
    begun: set[str] = set()
    for before, spoke in zip((*spokes[-1:], *spokes[:-1]), spokes, strict=True):
        block_id = spoke.shape.block
        if block_id is not None and block_id != before.shape.block:
            if block_id in begun:
                message = f"`{block_id}` is interrupted by another block; move its competencies side by side"
                yield spoke.finding("block", message)
            begun.add(block_id)
