"""People who answer on a live site, over the wire."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import unescape

from tests.factories.wire import Reply, Wire

_HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
_CSRF = re.compile(r'name="csrf_token" value="([^"]+)"')

_LINK = re.compile(r"/link/[\w-]+")


class Person:
    """One respondent with an assessment of their own. ``csrf`` is what the scripts of the pages send along."""

    def __init__(self, port: int) -> None:
        self.wire = Wire(port)
        self.assessment = ""
        self.csrf = ""

    def start(self, level: str = "individual") -> None:
        """Start an assessment on the first page. Raises RuntimeError when the site answers otherwise."""
        first = expect(self.wire.get("/"), 200)
        place = expect(self.wire.post("/assessments", {**hidden_fields(first), "level": level}), 303).place
        self._open(place)

    def begin(self, personal_link: str) -> None:
        """Begin to answer the campaign that the link (a path) invites to. Raises RuntimeError as ``start`` does."""
        invited = expect(self.wire.get(personal_link), 200)
        self._open(expect(self.wire.post(personal_link, hidden_fields(invited)), 303).place)

    def _open(self, place: str) -> None:
        self.assessment = "/".join(place.split("/")[:3])
        found = _CSRF.search(expect(self.wire.get(f"{self.assessment}/questions/culture"), 200).text)
        self.csrf = unescape(found[1]) if found else ""

    def save(self, answers: Mapping[str, int], shown: Mapping[str, int] | None = None) -> Reply:
        """What the page sends after a change; ``shown`` are the answers it displayed before."""
        return self.wire.post_json(f"{self.assessment}/answers", {"answers": answers, "shown": shown or {}}, self.csrf)

    @contextmanager
    def on_another_connection(self) -> Iterator[Person]:
        """The same person in another window, for the length of a block."""
        same = Person(self.wire.port)
        same.wire.cookies, same.assessment, same.csrf = dict(self.wire.cookies), self.assessment, self.csrf
        try:
            yield same
        finally:
            same.close()

    def close(self) -> None:
        self.wire.close()

    def submit(self) -> Reply:
        """Press the button that shows the result, whatever is open or looks hurried."""
        ticks = {"csrf_token": self.csrf, "accept_incomplete": "y", "keep": "y"}
        return self.wire.post(f"{self.assessment}/submission", ticks)

    def private_link(self) -> str:
        """The path of the link that the person is told to keep."""
        found = _LINK.search(expect(self.wire.get(f"{self.assessment}/link"), 200).text)
        if found is None:
            raise RuntimeError("the page shows no private link")
        return found[0]

    def stored(self) -> dict[str, object]:
        """All that the site holds about this person."""
        found: dict[str, object] = json.loads(expect(self.wire.get(f"{self.assessment}/data/export.json"), 200).body)
        return found


def hidden_fields(page: Reply) -> dict[str, str]:
    return {name: unescape(value) for name, value in _HIDDEN.findall(page.text)}


def expect(reply: Reply, status: int) -> Reply:
    """The reply, if it has the status; RuntimeError otherwise."""
    if reply.status != status:
        raise RuntimeError(f"{reply.status} instead of {status}:\n{reply.text[:2000]}")
    return reply
