"""The service has one address, the one in its settings, whatever a request calls it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import Flask

from assessment.use_cases.parts import Parts

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


def register(app: Flask) -> None:
    """Let every request appear at the host and the scheme of ``settings.base_url``.

    Redirects, passkeys and everything else a library derives from the request's host then cannot be led astray.
    """
    parts: Parts = app.extensions["cx_wheel"]
    base = urlsplit(parts.settings.base_url)
    inner = app.wsgi_app

    def at_own_address(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        environ["HTTP_HOST"] = base.netloc
        environ["wsgi.url_scheme"] = base.scheme
        return inner(environ, start_response)

    app.wsgi_app = at_own_address  # type: ignore[method-assign]
