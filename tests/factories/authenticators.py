"""Authenticator apps on phones, and how people set them up."""

from __future__ import annotations

import re

from flask.testing import FlaskClient
from passlib.totp import TOTP

from tests.factories.accounts import send
from tests.factories.visitors import hidden_fields


class Phone:
    """An authenticator app that was shown the secret. Each code it gives is of another half minute."""

    def __init__(self, page: str) -> None:
        found = re.search(r'class="cx-secret">([^<]+)<', page)
        assert found is not None
        self._totp = TOTP(key=found[1], format="base32")
        self.key = self._totp.base32_key
        self._steps = [-1, 0, 1]

    def code(self) -> str:
        return self._totp.generate(TOTP.now() + 30 * self._steps.pop(0)).token


def set_up(client: FlaskClient) -> Phone:
    """Scan the picture and type the first code."""
    page = send(client, "/account/two-factor", setup="authenticator")
    phone = Phone(page.text)
    action = re.search(r'action="(/account/two-factor/[^"]+)"', page.text)
    assert action is not None
    answer = client.post(action[1], data={**hidden_fields(page), "code": phone.code()})
    assert answer.location == "/account/two-factor/changed"
    return phone


def make_codes(client: FlaskClient) -> list[str]:
    page = send(client, "/account/two-factor/recovery-codes", generate_new_codes="yes")
    return re.findall(r"<code>([^<]+)</code>", page.text)
