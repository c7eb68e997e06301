"""Passkeys without hardware: keys that answer the browser's questions as a real one would."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field
from html import unescape
from secrets import token_bytes
from typing import Any

from cbor2 import dumps
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, EllipticCurvePrivateKey, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from flask.testing import FlaskClient
from webauthn.helpers import bytes_to_base64url
from werkzeug.test import TestResponse

from tests.factories.accounts import send
from tests.factories.visitors import hidden_fields

_PRESENT, _KNOWN, _NEW = 0x01, 0x04, 0x40
_PORTS = {"origin": "http://localhost", "rp": "localhost"}


@dataclass
class SecurityKey:
    """A key that was made for this site. ``knows``: it recognises its owner, by a finger or a PIN."""

    knows: bool = True
    id: bytes = field(default_factory=lambda: token_bytes(16))
    _secret: EllipticCurvePrivateKey = field(default_factory=lambda: generate_private_key(SECP256R1()))

    def attest(self, challenge: str) -> dict[str, Any]:
        """Its answer when it is registered."""
        client = _client_data("webauthn.create", challenge)
        made = dumps({"fmt": "none", "attStmt": {}, "authData": self._facts(_NEW) + self._described()})
        response = {"clientDataJSON": bytes_to_base64url(client), "attestationObject": bytes_to_base64url(made)}
        return {**self._named(), "response": {**response, "transports": ["usb"]}, "extensions": "{}"}

    def sign(self, challenge: str) -> dict[str, Any]:
        """Its answer when it is asked for."""
        client, facts = _client_data("webauthn.get", challenge), self._facts(0)
        signature = self._secret.sign(facts + hashlib.sha256(client).digest(), ECDSA(SHA256()))
        parts = {"clientDataJSON": client, "authenticatorData": facts, "signature": signature}
        return {**self._named(), "response": {name: bytes_to_base64url(part) for name, part in parts.items()}}

    def _named(self) -> dict[str, Any]:
        name = bytes_to_base64url(self.id)
        return {"id": name, "rawId": name, "type": "public-key"}

    def _facts(self, more: int) -> bytes:
        flags = _PRESENT | (_KNOWN if self.knows else 0) | more
        return hashlib.sha256(_PORTS["rp"].encode()).digest() + bytes([flags]) + bytes(4)

    def _described(self) -> bytes:
        numbers = self._secret.public_key().public_numbers()
        key = {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32), -3: numbers.y.to_bytes(32)}
        return bytes(16) + len(self.id).to_bytes(2) + self.id + dumps(key)


@dataclass(frozen=True)
class Ceremony:
    """What the browser was asked, and where the key's answer goes."""

    action: str
    challenge: str
    fields: dict[str, str]

    def answer(self, client: FlaskClient, credential: object) -> TestResponse:
        return client.post(self.action, data={**self.fields, "credential": json.dumps(credential)})


def ceremony_of(page: TestResponse) -> Ceremony:
    """The ceremony that a page begins."""
    action = re.search(r'action="(/account/passkeys/[^"]+)"', page.text)
    challenge = re.search(r'"challenge": "([^"]+)"', unescape(page.text))
    assert action is not None
    assert challenge is not None
    return Ceremony(action[1], challenge[1], hidden_fields(page))


def begin_registration(client: FlaskClient, usage: str, name: str = "Key") -> Ceremony:
    """Ask for a passkey in the settings. ``usage``: ``first`` instead of the password, ``secondary`` after it."""
    return ceremony_of(send(client, "/account/passkeys", name=name, usage=usage))


def register_key(client: FlaskClient, usage: str, *, knows: bool = True) -> SecurityKey:
    """A new key, registered by whoever is signed in."""
    key, asked = SecurityKey(knows=True), begin_registration(client, usage)
    answer = asked.answer(client, key.attest(asked.challenge))
    assert answer.location == "/account/passkeys"
    assert "Key" in client.get("/account/passkeys").text
    key.knows = knows
    return key


def begin_sign_in(client: FlaskClient) -> Ceremony:
    """Ask for the passkey on the sign-in page, alone or as the second step."""
    return ceremony_of(send(client, "/account/passkeys/sign-in"))


def _client_data(kind: str, challenge: str) -> bytes:
    return json.dumps({"type": kind, "challenge": challenge, "origin": _PORTS["origin"]}).encode()
