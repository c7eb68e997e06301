"""What the app hands to whoever answers a request."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from flask import current_app

from assessment.bank.shelf import Shelf
from assessment.settings import Settings
from assessment.use_cases.tokens import TokenSource

Clock = Callable[[], datetime]
"""The present moment, aware and in UTC."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Joined once by the app factory, found at ``app.extensions["cx_wheel"]``."""

    settings: Settings
    shelf: Shelf
    clock: Clock
    token_source: TokenSource


def parts() -> Parts:
    """The parts of the application that answers the present request."""
    found: Parts = current_app.extensions["cx_wheel"]
    return found


def utc_now() -> datetime:
    return datetime.now(UTC)
