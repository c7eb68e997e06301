"""Development actions: what a person, a team or an organisation can do to lift one facet of one competency."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """An action of the bank, for people whose score is in ``band``.

    ``hours`` is effort in hours (own, lead's or the working group's, by level), ``weeks`` how long it is spread.
    ``after`` names actions that must come earlier. ``courses`` and ``resources`` are ids of the catalogue.
    """

    id: str
    competency: str
    level: str
    band: str
    facet: str | None
    hours: int
    weeks: int
    title: Mapping[str, str]
    how: Mapping[str, str]
    evidence: Mapping[str, str]
    courses: tuple[str, ...] = ()
    resources: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
