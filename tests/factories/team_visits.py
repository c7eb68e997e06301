"""A signed-in person in a browser without scripts, who manages teams."""

from __future__ import annotations

import io
import re
from typing import Any

from flask import Flask
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from assessment.use_cases.accounts import Account
from tests.factories.accounts import make_account, sign_in
from tests.factories.visitors import Visitor, hidden_fields


class TeamVisit(Visitor):
    """A browser on which ``account`` is signed in; ``account`` is None for somebody without one."""

    def __init__(self, app: Flask, account: Account | None = None, locale: str = "en") -> None:
        super().__init__(app.test_client(), locale)
        self.account = account
        if account is not None:
            sign_in(self.client, account)

    def send(self, page: str, address: str, /, **fields: Any) -> TestResponse:
        """Fill in a form that stands on ``page`` and send it to ``address``."""
        return self.client.post(address, data={**hidden_fields(self.see(page)), **fields})

    def send_file(self, page: str, address: str, /, content: bytes, name: str = "people.csv") -> TestResponse:
        """Choose a file in the form on ``page`` and send it."""
        fields: dict[str, Any] = {**hidden_fields(self.see(page)), "file": FileStorage(io.BytesIO(content), name)}
        boundary, body = encode_multipart(fields)
        return self.client.post(address, data=body, content_type=f"multipart/form-data; boundary={boundary}")

    def press(self, page: TestResponse, address: str) -> TestResponse:
        """Press the button of the form that leads to ``address`` on a page that was just seen."""
        assert f'action="{address}"' in page.text
        return self.client.post(address, data=hidden_fields(page))

    def create_team(self, name: str = "Support", **fields: str) -> str:
        """A new team through the real form; returns its address."""
        answer = self.send("/teams/new", "/teams/new", name=name, locale="en", **fields)
        assert answer.status_code == 303, answer.text
        return str(answer.location)


def signed_in(app: Flask, email: str = "lead@example.org", *, locale: str = "en", **changes: Any) -> TeamVisit:
    """Somebody with a new account, signed in."""
    return TeamVisit(app, make_account(app, email, **changes), locale)


def find_address(page: TestResponse, pattern: str) -> str:
    """The one address on a page that matches."""
    (found,) = set(re.findall(rf'(?:href|action)="({pattern})"', page.text))
    return str(found)
