"""Shelves of frameworks made in memory, snapshots included."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from assessment.bank.advice_shapes import VersionShape
from assessment.bank.reader import CheckedFramework
from assessment.bank.shelf import Shelf
from assessment.bank.snapshot import digest_of, restore_framework, write_snapshot
from assessment.domain.framework import Framework


def shelf_of(*frameworks: Framework) -> Shelf:
    """A shelf on which these frameworks stand as if they had been read from a bank."""
    return Shelf(check_in(framework) for framework in frameworks)


def check_in(framework: Framework) -> CheckedFramework:
    """The framework with its snapshot; raises where the bank could not hold it."""
    parts = _listed(asdict(framework))
    snapshot = write_snapshot(
        VersionShape.model_validate(
            {
                "framework": {
                    **{key: parts[key] for key in ("id", "version", "locales", "title", "description", "blocks")},
                    **{key: parts[key] for key in ("facets", "bands", "stages", "measurement", "consistency_pairs")},
                    "levels": [str(level) for level in framework.levels],
                    "published": framework.published,
                    "disclaimer": parts["disclaimer"],
                },
                "competencies": parts["competencies"],
                "scales": parts["scales"],
                "items": _by_level(parts["items"]),
                "actions": _by_level(parts["actions"]),
                "courses": parts["courses"],
                "resources": parts["resources"],
                "terms": parts["glossary"],
            }
        )
    )
    assert restore_framework(snapshot) == framework
    return CheckedFramework(framework, snapshot, digest_of(snapshot))


def _listed(value: Any) -> Any:
    """Tuples as lists, levels as plain text, keys without a value left out: what YAML would have given."""
    if isinstance(value, Mapping):
        return {key: _listed(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list | tuple):
        return [_listed(inner) for inner in value]
    return str(value) if isinstance(value, str) else value


def _by_level(entries: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    levels: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for entry in entries:
        levels[entry["level"]].append({key: value for key, value in entry.items() if key != "level"})
    return dict(levels)
