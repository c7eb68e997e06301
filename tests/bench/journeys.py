"""A whole journey in HTTP: start, five pages, submit, result; every page saved on disk before the answer comes."""

from __future__ import annotations

import re
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from statistics import median
from time import perf_counter, process_time

from tests.bench.processes import cpu_seconds
from tests.factories.live_people import expect, hidden_fields
from tests.factories.live_site import LiveSite
from tests.factories.wire import Reply, Wire

_CHOICE = re.compile(r'name="(answer\.[^"]+)" value="(\d)"')
_ONWARD = re.compile(r'name="go" value="([^"]+)" data-onward')
_SECONDS = 20.0
_STEPS = ("first page", "start", "private link", "question page", "save a page", "review", "submit", "result")


class Visitor:
    """One person's browser. ``times`` are the seconds that each kind of request took."""

    def __init__(self, port: int) -> None:
        self.times: dict[str, list[float]] = defaultdict(list)
        self.assessment = ""
        self._wire = Wire(port)

    def take_journey(self) -> None:
        """From the first page to the result. Raises RuntimeError where a step answers otherwise than expected."""
        self._wire.cookies.clear()
        home = self._get("/", "first page")
        place = self._post("/assessments", {**hidden_fields(home), "level": "individual"}, "start")
        self.assessment = "/".join(place.split("/")[:3])
        self._get(place, "private link")
        place = f"{self.assessment}/questions/culture"
        while "/questions/" in place:
            page = self._get(place, "question page")
            place = self._post(place, _answered(page), "save a page")
        review = self._get(place, "review")
        place = self._post(f"{self.assessment}/submission", {**hidden_fields(review), "keep": "y"}, "submit")
        self._get(place, "result")

    def download_plan(self) -> None:
        """The PDF of the last journey."""
        expect(self._wire.get(f"{self.assessment}/plan.pdf"), 200)

    def leave(self) -> None:
        self._wire.close()

    def _get(self, path: str, step: str) -> Reply:
        start = perf_counter()
        reply = self._wire.get(path)
        self.times[step].append(perf_counter() - start)
        return expect(reply, 200)

    def _post(self, path: str, form: dict[str, str], step: str) -> str:
        start = perf_counter()
        reply = self._wire.post(path, form)
        self.times[step].append(perf_counter() - start)
        return expect(reply, 303).place


def measure(site: LiveSite, *, clients: int) -> list[tuple[str, str]]:
    """Journeys per second, the processor's time that one takes, and how long each request took."""
    visitors = [Visitor(site.port) for _ in range(clients)]
    visitors[0].take_journey()
    site_cpu, own_cpu, start = cpu_seconds(site), process_time(), perf_counter()

    def keep_going(visitor: Visitor) -> int:
        journeys = 0
        while perf_counter() - start < _SECONDS:
            visitor.take_journey()
            journeys += 1
        visitor.leave()
        return journeys

    with ThreadPoolExecutor(clients) as pool:
        done = sum(pool.map(keep_going, visitors))
    rate = done / (perf_counter() - start)
    site_cpu, own_cpu = cpu_seconds(site) - site_cpu, process_time() - own_cpu
    return [
        (f"whole journeys, {clients} clients, 2 workers", f"{rate:.1f} per second"),
        ("  processor time of a journey: site", f"{1000 * site_cpu / done:.1f} ms"),
        ("  processor time of a journey: the clients beside it", f"{1000 * own_cpu / done:.1f} ms"),
        *(_row(step, [seconds for visitor in visitors for seconds in visitor.times[step]]) for step in _STEPS),
    ]


def _row(step: str, seconds: list[float]) -> tuple[str, str]:
    times = sorted(1000 * each for each in seconds)
    return f"  {step}", f"{median(times):.1f} ms (p95 {times[int(0.95 * len(times))]:.1f})"


def _answered(page: Reply) -> dict[str, str]:
    """The form of a question page, every statement rated, and the button that leads on."""
    onward = _ONWARD.search(page.text)
    if onward is None:
        raise RuntimeError("the page has no button that leads on")
    chosen = {name: value for name, value in _CHOICE.findall(page.text) if int(value) == 1 + len(name) % 4}
    return {**hidden_fields(page), **chosen, "go": onward[1]}
