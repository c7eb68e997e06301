"""The same thing done many times at once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

from flask import Flask

T = TypeVar("T")


def in_threads(site: Flask, number: int, act: Callable[[int], T]) -> list[T]:
    """``act(0)`` to ``act(number - 1)``, all started at the same moment; raises what any of them raised."""
    ready = Barrier(number)

    def run(turn: int) -> T:
        with site.app_context():
            ready.wait()
            return act(turn)

    with ThreadPoolExecutor(number) as pool:
        return list(pool.map(run, range(number)))
