"""A whole journey in HTTP: start, five pages, submit, result; every page saved on disk before the answer comes."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from statistics import median
from time import perf_counter
from urllib.parse import urlencode, urlsplit

from tests.bench.site import HOST, Site

_INPUT = re.compile(r'<input type="(hidden|radio)"[^>]*?name="([^"]+)" value="([^"]*)"')
_ONWARD = re.compile(r'name="go" value="([^"]+)" data-onward')
_SECONDS = 20.0


@dataclass
class Visitor:
    """One person's browser, as far as it matters: a connection and its cookies."""

    port: int
    cookie: str = ""
    assessment: str = ""
    times: dict[str, list[float]] = field(default_factory=dict)

    def take_journey(self) -> None:
        """From the first page to the result; raises RuntimeError where a step answers otherwise than expected."""
        home = self._get("/", "first page")
        place = self._post("/assessments", {**_fields(home), "level": "individual"}, "start")
        assessment = "/".join(place.split("/")[:3])
        self._get(place, "private link")
        place = f"{assessment}/questions/culture"
        while "/questions/" in place:
            page = self._get(place, "question page")
            onward = _ONWARD.search(page)
            assert onward is not None
            place = self._post(place, {**_fields(page), "go": onward[1]}, "save a page")
        review = self._get(place, "review")
        place = self._post(f"{assessment}/submission", {**_fields(review), "keep": "y"}, "submit")
        self._get(place, "result")
        if not place.endswith("/result"):
            raise RuntimeError(f"the journey ended at {place}")
        self.assessment = assessment

    def download_plan(self) -> None:
        """The PDF of the last journey."""
        response, _ = self._request("GET", f"{self.assessment}/plan.pdf", None, "plan as a PDF", text=False)
        if response.status != 200:
            raise RuntimeError(f"the PDF answered {response.status}")

    def _get(self, path: str, name: str) -> str:
        return self._request("GET", path, None, name)[1]

    def _post(self, path: str, form: dict[str, str], name: str) -> str:
        response, _ = self._request("POST", path, urlencode(form), name)
        if response.status != 303:
            raise RuntimeError(f"{path} answered {response.status}")
        return urlsplit(response.headers["Location"]).path

    def _request(
        self, method: str, path: str, body: str | None, name: str, *, text: bool = True
    ) -> tuple[HTTPResponse, str]:
        headers = {"Cookie": self.cookie, "Accept-Language": "ru"}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection = HTTPConnection(HOST, self.port, timeout=30)
        start = perf_counter()
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        content = response.read()
        self.times.setdefault(name, []).append(perf_counter() - start)
        connection.close()
        fresh = response.headers.get_all("Set-Cookie") or []
        if fresh:
            self.cookie = "; ".join(cookie.split(";")[0] for cookie in fresh)
        return response, content.decode() if text else ""


def measure(site: Site, *, clients: int) -> list[tuple[str, str]]:
    """Journeys per second, and the median time of each request."""
    Visitor(site.port).take_journey()
    end = perf_counter() + _SECONDS
    visitors = [Visitor(site.port) for _ in range(clients)]

    def keep_going(visitor: Visitor) -> int:
        journeys = 0
        while perf_counter() < end:
            visitor.cookie = ""
            visitor.take_journey()
            journeys += 1
        return journeys

    start = perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        done = sum(pool.map(keep_going, visitors))
    rate = done / (perf_counter() - start)
    names = visitors[0].times
    rows = [(f"whole journeys, {clients} clients, 2 workers", f"{rate:.1f} per second")]
    for name in names:
        times = sorted(1000 * seconds for visitor in visitors for seconds in visitor.times[name])
        rows.append((f"  {name}", f"{median(times):.1f} ms (p95 {times[int(0.95 * len(times))]:.1f})"))
    return rows


def _fields(page: str) -> dict[str, str]:
    """Hidden fields as they are, and the fourth choice of each row of radio buttons."""
    chosen: dict[str, str] = {}
    seen: dict[str, int] = {}
    for kind, name, value in _INPUT.findall(page):
        if kind == "radio":
            seen[name] = seen.get(name, 0) + 1
            if seen[name] > 4:
                continue
        chosen[name] = value.replace("&#34;", '"')
    return chosen
