"""Writes that make no sense, the same ones from the same seed."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from random import Random

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

_NUMBERS = ("0", "-1", "1", "3", "5", "6", "1e309", "nan", "inf", "9" * 20, "\u0663", "0x1", "2,5", " 4 ", "")
_WORDS = ("y", "on", "yes", "no", "culture", "design", "ru", "xx", "individual", "review", "link", "null", "\x00")
_DAYS = ("2026-12-01", "0001-01-01", "9999-12-31", "2026-02-30", "-2026-01-01", "2026-12-01T00:00")
_TEAM_WORDS = (
    *(
        "new@example.org",
        "lead@example.org",
        "@",
        "a@b",
        "x" * 300 + "@example.org",
        "\u0430@\u043f\u0440.\u0440\u0444",
    ),
    *("a@example.org\r\nBcc: b@example.org", "Name <a@example.org>, ; <b@example.org>", "18:00", "25:61", "02:30"),
    *("Europe/Berlin", "Mars/Base", "../../etc/passwd", "themselves", "team", "lead_alone", "anonymous", "linked"),
    *("lead", "member", "authenticator", "disable", "2026-03-29", "2027-03-28"),
)
_TEXTS = ("x" * 5000, "\U0001f3f3" * 300, "\ud800", "\u202e" * 50, "%s%n{}", "<b>", "' OR 1=1 --", "http://[x", "../..")
_FIELDS = (
    *("csrf_token", "go", "language", "link", "shown", "level", "framework", "accept_incomplete", "keep", "done"),
    *("weekly_hours", "weeks", "start", "at_most", "due", "hours", "action", "competency"),
    *("name", "note", "title", "how", "evidence"),
    *("email", "password", "new_password", "code", "setup", "locale", "time_zone", "next", "confirmed", "assessment"),
    *("people", "role", "days", "organisation", "recipient", "with_plan", "team"),
    *("kind", "day", "time", "zone", "k", "linking", "week", "last_day", "owner", "progress", "seen", "key", "part"),
)
_KINDS = ("application/x-www-form-urlencoded", "application/json", "multipart/form-data; boundary=b", "", "a/b; c=")


class Nonsense:
    """Chance from a seed. ``ids`` exist, so that some of the writes come close to sense."""

    def __init__(self, seed: int, ids: Sequence[str]) -> None:
        self._random = Random(seed)  # noqa: S311  chance, not a key
        self._ids = tuple(ids)
        self._words = (*_NUMBERS, *_WORDS, *_DAYS, *_TEAM_WORDS, *_TEXTS, *ids)
        self._fields = (*_FIELDS, *(f"answer.{one}" for one in ids))

    def word(self) -> str:
        return self._random.choice(self._words)

    def write(self, client: FlaskClient, path: str) -> TestResponse:
        """One POST: mostly a form, at times JSON of any shape, at times bytes that claim to be anything."""
        turn = self._random.random()
        if turn < 0.6:
            count = self._random.randrange(9)
            return client.post(path, data={self._random.choice(self._fields): self._bytes() for _ in range(count)})
        if turn < 0.9:
            content = self._answers() if turn < 0.8 else self._json(3)
            return client.post(path, data=json.dumps(content), content_type="application/json")
        content_type = self._random.choice(_KINDS)
        return client.post(path, data=self._random.randbytes(self._random.randrange(300)), content_type=content_type)

    def _bytes(self) -> bytes:
        return self.word().encode("utf-8", "surrogatepass")

    def _answers(self) -> object:
        return {key: {self._random.choice(self._ids): self._json(1) for _ in range(3)} for key in ("answers", "shown")}

    def _json(self, depth: int) -> object:
        leaves: Sequence[Callable[[], object]] = (
            self.word,
            lambda: self._random.randrange(-9, 9),
            lambda: self._random.choice((2.0, 1e308, 10**30, True, None)),
        )
        turn = self._random.random()
        if depth == 0 or turn < 0.4:
            return self._random.choice(leaves)()
        if turn < 0.6:
            return [self._json(depth - 1) for _ in range(3)]
        return {self._random.choice(("answers", "shown", self.word())): self._json(depth - 1) for _ in range(3)}
