"""Memory of the workers: at rest, and after many PDFs."""

from __future__ import annotations

from pathlib import Path

from tests.bench.journeys import Visitor
from tests.bench.site import Site


def at_rest(site: Site) -> tuple[str, str]:
    """After one question page each way, before anything is drawn."""
    return "memory of the largest worker at rest", f"{_largest(site):.0f} MB"


def after_documents(site: Site, *, count: int) -> list[tuple[str, str]]:
    """A quarter of the way and at the end, so that growth shows."""
    visitor = Visitor(site.port)
    visitor.take_journey()
    quarter = count // 4
    rows = []
    for number in range(1, count + 1):
        visitor.download_plan()
        if number in (quarter, count):
            rows.append((f"memory of the largest worker after {number:,} PDFs", f"{_largest(site):.0f} MB"))
    return rows


def _largest(site: Site) -> float:
    return max(_megabytes(pid) for pid in site.worker_pids())


def _megabytes(pid: int) -> float:
    """Resident memory, pages shared with the other worker included."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError(f"process {pid} has no memory figure")
