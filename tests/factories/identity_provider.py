"""A small real identity provider on this machine: OpenID Connect with the code flow and PKCE."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode

from joserfc import jwt
from joserfc.jwk import RSAKey
from werkzeug.wrappers import Request, Response

from tests.factories.served_apps import serving

CLIENT_ID = "cx-wheel"
CLIENT_SECRET = "what the provider and the service share"


class Provider:
    """It recognises whoever comes as ``person``. The attributes let a test make it lie or fail."""

    def __init__(self) -> None:
        self.person: dict[str, Any] = {"sub": "42", "email": "sam@example.org", "email_verified": True, "name": "Sam"}
        self.forged: dict[str, Any] = {}
        """Claims put into the signed answer in place of the right ones."""
        self.key = RSAKey.generate_key(2048, {"kid": "1"})
        self.signs_with = self.key
        self.is_away = False
        self.issuer = ""
        self.asked: list[dict[str, str]] = []
        self._codes: dict[str, dict[str, str]] = {}

    def __call__(self, environ: Any, start_response: Any) -> Any:
        request = Request(environ)
        views = {
            "/.well-known/openid-configuration": self._configuration,
            "/jwks": self._keys,
            "/authorize": self._authorize,
            "/token": self._token,
        }
        response = Response("away", 503) if self.is_away else views[request.path](request)
        return response(environ, start_response)

    def _configuration(self, _request: Request) -> Response:
        return _json(
            {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/jwks",
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256", "none", "HS256"],
            }
        )

    def _keys(self, _request: Request) -> Response:
        return _json({"keys": [self.key.as_dict(private=False)]})

    def _authorize(self, request: Request) -> Response:
        asked = request.args.to_dict()
        self.asked.append(asked)
        code = secrets.token_urlsafe(16)
        self._codes[code] = asked
        back = urlencode({"code": code, "state": asked["state"]})
        return Response(status=302, headers={"Location": f"{asked['redirect_uri']}?{back}"})

    def _token(self, request: Request) -> Response:
        asked = self._codes.pop(request.form.get("code", ""), None)
        verifier = request.form.get("code_verifier", "")
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
        login = request.authorization
        is_client = login is not None and (login.username, login.password) == (CLIENT_ID, CLIENT_SECRET)
        if asked is None or not is_client or asked["code_challenge"] != challenge:
            return _json({"error": "invalid_grant"}, 400)
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": CLIENT_ID, "iat": now, "exp": now + 60, "nonce": asked["nonce"]}
        signed = jwt.encode({"alg": "RS256", "kid": "1"}, {**claims, **self.person, **self.forged}, self.signs_with)
        return _json({"access_token": "opaque", "token_type": "Bearer", "id_token": signed})


@contextmanager
def running_provider() -> Iterator[Provider]:
    """A provider that answers on a free port of this machine."""
    provider = Provider()
    with serving(provider) as port:
        provider.issuer = f"http://127.0.0.1:{port}"
        yield provider


def _json(content: object, status: int = 200) -> Response:
    return Response(json.dumps(content), status, mimetype="application/json")
