"""Memory of the workers: at rest, and after many PDFs."""

from __future__ import annotations

from tests.bench.journeys import Visitor
from tests.bench.processes import largest_worker
from tests.factories.live_site import LiveSite


def at_rest(site: LiveSite) -> list[tuple[str, str]]:
    """Before anything is drawn."""
    return [("memory of the largest worker at rest", f"{largest_worker(site):.0f} MB")]


def after_documents(site: LiveSite, *, count: int) -> list[tuple[str, str]]:
    """A quarter of the way and at the end, so that growth shows."""
    visitor = Visitor(site.port)
    visitor.take_journey()
    rows = []
    for number in range(1, count + 1):
        visitor.download_plan()
        if number in (count // 4, count):
            rows.append((f"memory of the largest worker after {number:,} PDFs", f"{largest_worker(site):.0f} MB"))
    visitor.leave()
    return rows
