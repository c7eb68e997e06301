"""Styles and scripts, served with addresses that change with their content and may be kept for ever."""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from wsgiref.headers import Headers

import flask_bootstrap
from flask import Flask, Response, request, url_for
from whitenoise import WhiteNoise

from assessment.use_cases.parts import Parts

_BOOTSTRAP = Path(flask_bootstrap.__file__).parent / "static" / "bootstrap5" / "css" / "bootstrap.min.css"
_YEAR = 31_536_000
_ORDER = ("tokens.css", "base.css", "layout.css", "components/*.css", "print.css")


@dataclass(frozen=True)
class Stylesheet:
    """All style files of the service as one, below Bootstrap, which sits in a layer of its own and always yields."""

    folder: Path

    @cached_property
    def text(self) -> bytes:
        """The whole sheet in UTF-8."""
        bootstrap = _BOOTSTRAP.read_text(encoding="utf-8").removeprefix('@charset "UTF-8";')
        bootstrap = re.sub(r"/\*# sourceMappingURL=.*?\*/", "", bootstrap)
        own = [path.read_text(encoding="utf-8") for pattern in _ORDER for path in sorted(self.folder.glob(pattern))]
        return "\n".join([f"@layer bootstrap {{{bootstrap}}}", *own]).encode()

    @cached_property
    def packed(self) -> bytes:
        """The sheet as gzip, the same bytes each time."""
        return gzip.compress(self.text, 9, mtime=0)


def register(app: Flask) -> None:
    """Serve ``static/`` under ``/static/<digest>/`` and the one stylesheet as ``/static/<digest>/site.css``."""
    parts: Parts = app.extensions["cx_wheel"]
    root = Path(str(app.static_folder))
    fresh = parts.settings.is_development
    kept = Stylesheet(root / "css")
    digest = "dev" if fresh else _digest(root, kept.text)

    def stylesheet(digest: str) -> Response:  # noqa: ARG001  (part of the address only)
        sheet = Stylesheet(root / "css") if fresh else kept
        return _sheet_response(sheet, max_age=0 if fresh else _YEAR)

    app.add_url_rule("/static/<digest>/site.css", "stylesheet", stylesheet)
    noise = WhiteNoise(
        app.wsgi_app,
        autorefresh=fresh,
        max_age=0 if fresh else _YEAR,
        allow_all_origins=False,
        add_headers_function=_add_headers,
        immutable_file_test=_is_immutable(fresh),
    )
    noise.add_files(str(root), prefix=f"static/{digest}/")
    app.wsgi_app = noise  # type: ignore[method-assign]
    app.jinja_env.globals["stylesheet"] = lambda: url_for("stylesheet", digest=digest)
    app.jinja_env.globals["asset"] = lambda path: url_for("static", filename=f"{digest}/{path}")


def _digest(root: Path, sheet: bytes) -> str:
    """Twelve characters that change when any file does."""
    digest = hashlib.sha256(sheet)
    for path in sorted(root.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


def _is_immutable(fresh: bool) -> Callable[[str, str], bool]:
    return lambda path, url: not fresh  # noqa: ARG005  (WhiteNoise passes both)


def _add_headers(headers: Headers, path: str, url: str) -> None:  # noqa: ARG001  (WhiteNoise passes all three)
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"


def _sheet_response(sheet: Stylesheet, max_age: int) -> Response:
    packed = request.accept_encodings.quality("gzip") > 0
    response = Response(sheet.packed if packed else sheet.text, mimetype="text/css")
    if packed:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = f"public, max-age={max_age}, immutable" if max_age else "no-cache"
    return response
