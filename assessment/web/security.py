"""Headers and form tokens."""

from __future__ import annotations

from flask import Flask, Response, abort, request
from flask_wtf.csrf import CSRFProtect

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

_HTTPS_ALONE = "max-age=31536000"
"""For a year browsers ask for this host by https, whatever a link says."""

_LARGEST_FORM_BYTES = 256 * 1024
"""A page of answers is under 4 KB."""


def register(app: Flask) -> None:
    """Set tokens and headers for all pages; the API checks its own callers."""
    app.config.update(
        # An answer that is still on its way must not bring back the cookie of a moment ago.
        SESSION_REFRESH_EACH_REQUEST=False,
        WTF_CSRF_CHECK_DEFAULT=False,
        # A page left open over night still saves.
        WTF_CSRF_TIME_LIMIT=None,
        # Pages send no Referer at all, so its absence proves nothing.
        WTF_CSRF_SSL_STRICT=False,
        MAX_FORM_MEMORY_SIZE=_LARGEST_FORM_BYTES,
    )
    csrf = CSRFProtect(app)

    @app.before_request
    def refuse_forged_forms() -> None:
        if is_api_request():
            return
        if None in request.form or None in request.files:  # a part of a form without a name, as no browser sends it
            abort(400)
        if app.config["WTF_CSRF_ENABLED"]:
            csrf.protect(apply_exemptions=True)

    app.after_request(_add_headers)
    if app.extensions["cx_wheel"].settings.is_https:
        app.after_request(_insist_on_https)


def is_api_request() -> bool:
    """Whether a machine asks: the API has no cookies and answers errors in JSON."""
    return request.path.startswith("/api/")


def _add_headers(response: Response) -> Response:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault("Cache-Control", "no-store")
    return response


def _insist_on_https(response: Response) -> Response:
    response.headers["Strict-Transport-Security"] = _HTTPS_ALONE
    return response
