"""Single sign-on by OpenID Connect: the code flow with PKCE, a state and a nonce, against one provider."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from flask import current_app, session
from werkzeug.wrappers import Response

from assessment.sign_on_settings import SingleSignOn

_CLIENT = "cx_wheel_single_sign_on"
_NAME = "provider"
_STATE = f"_state_{_NAME}"
_PATIENCE_S = 10
_LONGEST_SUBJECT = 255
"""As OpenID Connect has it."""

_SIGNED = frozenset({"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"})
"""Signatures that only the provider can make."""


class SignOnFailed(Exception):
    """The provider is away, refused, or answered something that proves nothing. The message is for the log."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What the provider says of somebody: ``subject`` is theirs for ever, ``email`` may be missing."""

    issuer: str
    subject: str
    email: str
    is_verified: bool
    name: str


def begin(provider: SingleSignOn, return_to: str, *, anew: bool) -> Response:
    """Send the browser to the provider. ``return_to`` is the whole address it comes back to.

    ``anew``: the provider is to ask who it is, though it may know. Raises SignOnFailed.
    """
    for key in [key for key in session if key.startswith(_STATE)]:
        session.pop(key)  # an earlier attempt that was left; the cookie has little room
    with _failing():
        more = {"prompt": "login"} if anew else {}
        answer: Response = _client(provider).authorize_redirect(return_to, **more)
    return answer


def finish(provider: SingleSignOn) -> Proof:
    """What the provider says of whoever comes back. Raises SignOnFailed."""
    with _failing():
        client = _client(provider)
        options = {
            "iss": {"essential": True, "value": client.load_server_metadata()["issuer"]},
            "aud": {"essential": True, "value": provider.client_id},
        }
        claims = client.authorize_access_token(claims_options=options)["userinfo"]
        subject = str(claims["sub"])
        if not 0 < len(subject) <= _LONGEST_SUBJECT:
            raise ValueError("the provider names nobody")
        return Proof(
            issuer=claims["iss"],
            subject=subject,
            email=claims.get("email") or "",
            is_verified=claims.get("email_verified") is True,
            name=claims.get("name") or "",
        )


def _client(provider: SingleSignOn) -> Any:
    """The library's client, made at the first use: it keeps what the provider says of itself, and its keys."""
    client = current_app.extensions.get(_CLIENT)
    if client is None:
        client = _make_client(provider)
        current_app.extensions[_CLIENT] = client
    return client


def _make_client(provider: SingleSignOn) -> Any:
    from authlib.integrations.flask_client import OAuth  # few installations have a provider

    client = OAuth(current_app).register(
        _NAME,
        client_id=provider.client_id,
        client_secret=provider.client_secret,
        server_metadata_url=f"{provider.issuer}/.well-known/openid-configuration",
        client_kwargs={
            "scope": "openid email profile",
            "code_challenge_method": "S256",
            "default_timeout": _PATIENCE_S,
        },
    )
    described = client.load_server_metadata()
    if described["issuer"].rstrip("/") != provider.issuer:
        raise SignOnFailed(f"the provider calls itself {described['issuer']!r}")
    offered = described.get("id_token_signing_alg_values_supported", ["RS256"])
    described["id_token_signing_alg_values_supported"] = [each for each in offered if each in _SIGNED]
    return client


@contextmanager
def _failing() -> Iterator[None]:
    """Turn what the libraries raise about a provider into SignOnFailed."""
    from authlib.common.errors import AuthlibBaseError
    from joserfc.errors import JoseError
    from requests import RequestException

    try:
        yield
    except (AuthlibBaseError, JoseError, RequestException, KeyError, ValueError, TypeError) as error:
        raise SignOnFailed(f"{type(error).__name__}: {error}") from error
