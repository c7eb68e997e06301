"""What a team that rated itself can do without help: told in words, never in counts."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

CAPABLE = 60.0
"""Score from which a person works on their own in typical cases."""

ENOUGH_PEOPLE = 2
"""Capable people from which nothing hangs on one of them."""


class Coverage(StrEnum):
    """How far a competency is covered."""

    COVERED = "covered"
    ONE_PERSON = "one_person"
    OPEN = "open"


class PartCoverage(StrEnum):
    """How far a facet or a topic is covered; whether somebody is capable is not told of so small a part."""

    COVERED = "covered"
    THIN = "thin"


def find_coverage(scores: Iterable[float | None]) -> Coverage | None:
    """Coverage of a competency by its people's scores (0-100); None when nobody has a score.

    Two or more at 60 and above → covered, one → hangs on one person, none → open.
    Source: scoring specification, section 5.
    """
    known = [score for score in scores if score is not None]
    if not known:
        return None
    capable = _count_capable(known)
    if capable >= ENOUGH_PEOPLE:
        return Coverage.COVERED
    return Coverage.ONE_PERSON if capable else Coverage.OPEN


def find_part_coverage(scores: Iterable[float | None]) -> PartCoverage | None:
    """Coverage of a facet or topic: covered from two people at 60 and above, otherwise thin; None without scores."""
    known = [score for score in scores if score is not None]
    if not known:
        return None
    return PartCoverage.COVERED if _count_capable(known) >= ENOUGH_PEOPLE else PartCoverage.THIN


def _count_capable(scores: Iterable[float]) -> int:
    return sum(score >= CAPABLE for score in scores)
