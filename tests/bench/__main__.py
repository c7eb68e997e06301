"""``make bench``: what things cost on this machine, as medians. Nothing here passes or fails."""

from __future__ import annotations

import os
import platform
import tempfile
from pathlib import Path

from tests.bench import campaigns, crowd, documents, drawing, journeys, memory, scoring
from tests.factories.live_site import running_site


def main() -> None:
    cores = os.cpu_count() or 1
    print(f"CX Wheel on {platform.machine()}, {cores} cores, Python {platform.python_version()}\n")
    for section in (scoring, drawing, documents):
        show(section.measure())
    with tempfile.TemporaryDirectory() as folder:
        show(campaigns.measure(Path(folder), members=1000))
    with tempfile.TemporaryDirectory() as folder:
        measure_site(Path(folder))


def measure_site(folder: Path) -> None:
    """What is measured from outside, on the site as people run it."""
    links = crowd.invite(folder, people=200)
    with running_site(folder, workers=2) as site:
        show(memory.at_rest(site))
        show(journeys.measure(site, clients=8))
        show(crowd.measure(site, links))
        show(memory.after_documents(site, count=1000))


def show(rows: list[tuple[str, str]]) -> None:
    for what, figure in rows:
        print(f"{what:<62} {figure:>22}", flush=True)


if __name__ == "__main__":
    main()
