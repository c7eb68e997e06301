"""Long lists in pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Paging:
    """Which part of a list is asked for: pages count from 1 and hold ``size`` things."""

    page: int
    size: int

    @property
    def offset(self) -> int:
        """How many things come before the page."""
        return (self.page - 1) * self.size


@dataclass(frozen=True, slots=True)
class Paged(Generic[T]):
    """One page of a list of ``count`` things."""

    items: tuple[T, ...]
    count: int
    paging: Paging

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.count // self.paging.size))
