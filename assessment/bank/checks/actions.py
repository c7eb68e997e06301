"""Actions: what they refer to and in which order they come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from assessment.bank.advice_shapes import ActionShape
from assessment.bank.checks.references import find_unknown
from assessment.bank.finding import Finding
from assessment.bank.source import Source


def check_actions(source: Source) -> Iterator[Finding]:
    """Competency, band, facet, courses, resources and earlier actions exist, the latter at the same level."""
    known = {
        "competency": source.names("competencies.yaml", "competencies"),
        "band": source.names("framework.yaml", "bands"),
        "facet": source.names("framework.yaml", "facets"),
        "courses": source.names("courses.yaml", "courses"),
        "resources": source.names("courses.yaml", "resources"),
    }
    words = {"courses": "course", "resources": "resource"}
    for level in source.levels:
        file = f"actions/{level}.yaml"
        for action in source.entries(file, "actions", ActionShape):
            for key, names in known.items():
                yield from find_unknown(action, key, names, words.get(key, key))
            earlier = source.names(file, "actions")
            yield from find_unknown(action, "after", earlier, f"action of the level {level}")


def check_order_of_actions(source: Source) -> Iterator[Finding]:
    """Following `after` never leads back to the same action."""
    for level in source.levels:
        actions = source.entries(f"actions/{level}.yaml", "actions", ActionShape)
        by_name = {action.shape.id: action for action in actions}
        before = {name: [one for one in action.shape.after if one in by_name] for name, action in by_name.items()}
        while circle := _find_circle(before):
            earlier, later = circle[:2]
            yield by_name[later].finding("after", f"leads in a circle ({' → '.join(circle)}); remove one of its steps")
            before[later] = [name for name in before[later] if name != earlier]


def _find_circle(before: Mapping[str, Sequence[str]]) -> list[str]:
    """Actions of which each comes before the next, the first and the last being the same; empty if there are none."""
    try:
        TopologicalSorter(before).prepare()
    except CycleError as fault:
        circle: list[str] = fault.args[1]
        return circle
    return []
