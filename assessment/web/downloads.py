"""Files that people take along."""

from __future__ import annotations

from io import BytesIO

from flask import Response, send_file


def download(content: bytes | str, *, kind: str, name: str) -> Response:
    """A file to save under ``name`` (any letters, with its ending); never kept by caches. Text is sent as UTF-8."""
    body = content.encode() if isinstance(content, str) else content
    response = send_file(BytesIO(body), mimetype=kind, as_attachment=True, download_name=name, conditional=False)
    response.headers["Cache-Control"] = "no-store"
    return response
