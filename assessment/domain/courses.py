"""The catalogue: courses and resources that help with a competency."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Course:
    """A type of course, training or support; provider and address are left to the administrator.

    ``length`` is one of short, medium, long.
    """

    id: str
    kind: str
    title: Mapping[str, str]
    description: Mapping[str, str]
    competencies: tuple[str, ...]
    levels: tuple[str, ...]
    length: str
    provider: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Resource:
    """A book or an article. ``title`` and ``authors`` stay in the language they were published in."""

    id: str
    kind: str
    title: Mapping[str, str]
    authors: str
    year: int | None
    competencies: tuple[str, ...]
