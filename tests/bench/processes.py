"""What the processes of a running site take."""

from __future__ import annotations

import os
from pathlib import Path

from tests.factories.live_site import LiveSite

_TICKS = os.sysconf("SC_CLK_TCK")


def cpu_seconds(site: LiveSite) -> float:
    """Processor time of the site's processes since they started, in the kernel too."""
    return sum(_cpu_seconds(pid) for pid in (site.pid, *site.worker_pids()))


def largest_worker(site: LiveSite) -> float:
    """Resident memory of the largest worker in megabytes, pages shared with the others included."""
    return max(_megabytes(pid) for pid in site.worker_pids())


def _cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _megabytes(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError(f"process {pid} has no memory figure")
