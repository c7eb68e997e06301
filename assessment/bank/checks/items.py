"""Items: what they refer to, and whether there are enough of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from assessment.bank.checks.references import find_unknown
from assessment.bank.finding import Finding
from assessment.bank.scale_choice import find_scales
from assessment.bank.shapes import ConsistencyPairShape, ItemShape, ScaleShape
from assessment.bank.source import Entry, Source
from assessment.domain.framework import Level

FEWEST_PER_FACET = 3


def check_items(source: Source) -> Iterator[Finding]:
    """Competency and facet exist, an item has a facet when the framework has facets, and one scale."""
    competencies = source.names("competencies.yaml", "competencies")
    facets = source.names("framework.yaml", "facets")
    scales = [scale.shape for scale in source.entries("scales.yaml", "scales", ScaleShape)]
    scales_known = "scales.yaml" in source.present - source.faulty
    for level in source.levels:
        for item in source.entries(f"items/{level}.yaml", "items", ItemShape):
            yield from find_unknown(item, "competency", competencies, "competency")
            yield from find_unknown(item, "facet", facets, "facet")
            if facets and item.shape.facet is None:
                yield item.finding("", f"has no facet; add `facet:` with one of {', '.join(sorted(facets))}")
            elif scales_known and item.shape.facet in {None, *(facets or ())}:
                yield from _check_scale(item, level, scales)


def _check_scale(item: Entry[ItemShape], level: Level, scales: Sequence[ScaleShape]) -> Iterator[Finding]:
    found = find_scales(item.shape, level, scales)
    for_whom = f"level {level}" + (f" and facet {item.shape.facet}" if item.shape.facet else "")
    if item.shape.scale is not None and not found:
        elsewhere = any(scale.id == item.shape.scale for scale in scales)
        reason = f"belongs to a level other than {level}" if elsewhere else "does not exist"
        yield item.finding("scale", f"the scale `{item.shape.scale}` {reason}; name another or correct scales.yaml")
    elif not found:
        yield item.finding("", f"has no scale for {for_whom}; add one to scales.yaml or name one under `scale:`")
    elif len(found) > 1:
        names = ", ".join(scale.id for scale in found)
        yield item.finding("", f"has several scales for {for_whom} ({names}); name one under `scale:`")
    elif found[0].facet not in {None, item.shape.facet}:
        yield item.finding("scale", f"its words were written for the facet {found[0].facet}; name another scale")


def check_items_per_facet(source: Source) -> Iterator[Finding]:
    """Every competency is asked about at every level; with facets, by at least three items of each."""
    competencies = [name for _, name in source.named("competencies.yaml", "competencies")]
    facets: list[str | None] = [name for _, name in source.named("framework.yaml", "facets")]
    facets = facets or [None]
    for level in source.levels:
        file = f"items/{level}.yaml"
        parts = Counter((item.shape.competency, item.shape.facet) for item in source.entries(file, "items", ItemShape))
        meant = set(product(competencies, facets))
        if file not in source.present - source.faulty or not parts.keys() <= meant:
            continue  # nobody knows what an item counts for before its competency and facet are corrected
        for competency in competencies:
            for message in _lacks(level, {facet: parts[competency, facet] for facet in facets}):
                yield source.documents[file].finding(("items",), f"the competency {competency} has {message}")


def _lacks(level: Level, numbers: Mapping[str | None, int]) -> Iterator[str]:
    """What a competency lacks, given its number of items by facet."""
    if not any(numbers.values()):
        yield f"no item at the level {level}; add some"
        return
    for facet, number in numbers.items():
        if facet is not None and number < FEWEST_PER_FACET:
            reason = f"a facet needs three rated items to be reportable: add {FEWEST_PER_FACET - number}"
            yield f"{number} items of the facet {facet}; {reason}"


def check_consistency_pairs(source: Source) -> Iterator[Finding]:
    """A pair names two different items of one level, and no two pairs are the same."""
    files = [f"items/{level}.yaml" for level in source.levels]
    if not files or any(source.names(file, "items") is None for file in files):
        return
    level_of = {name: file for file in reversed(files) for _, name in source.named(file, "items")}
    seen: set[frozenset[str]] = set()
    for pair in source.entries("framework.yaml", "consistency_pairs", ConsistencyPairShape):
        first, second = pair.shape.first, pair.shape.second
        yield from find_unknown(pair, "first", frozenset(level_of), "item")
        yield from find_unknown(pair, "second", frozenset(level_of), "item")
        if first == second:
            yield pair.finding("second", "is the same item as the first; name one that says nearly the same")
        elif level_of.get(first, "") != level_of.get(second, "") and {first, second} <= level_of.keys():
            yield pair.finding("second", "belongs to another level than the first; name two items of one level")
        if frozenset((first, second)) in seen:
            yield pair.finding("first", "is in this list as a pair with the second already; remove one of the pairs")
        seen.add(frozenset((first, second)))
