"""Repeated measurement of one call."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import perf_counter


def milliseconds(call: Callable[[], object], repeats: int, *, warm_up: int = 1) -> str:
    """The median of ``repeats`` calls after ``warm_up`` unmeasured ones, with the slowest beside it."""
    for _ in range(warm_up):
        call()
    times = []
    for _ in range(repeats):
        start = perf_counter()
        call()
        times.append(1000 * (perf_counter() - start))
    return f"{median(times):.2f} ms (max {max(times):.1f})"


def first_milliseconds(call: Callable[[], object]) -> str:
    """One call, with everything it has to load."""
    start = perf_counter()
    call()
    return f"{1000 * (perf_counter() - start):.0f} ms"
