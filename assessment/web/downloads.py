"""Files that people take along."""

from __future__ import annotations

import re
from io import BytesIO

from flask import Response, send_file


def download(content: bytes | str, *, kind: str, name: str) -> Response:
    """A file to save under ``name`` (any letters, with its ending); never kept by caches. Text is sent as UTF-8.

    What reads plain letters only sees the name without the others, and without the spaces they leave in front.
    """
    body = content.encode() if isinstance(content, str) else content
    response = send_file(BytesIO(body), mimetype=kind, as_attachment=True, download_name=name, conditional=False)
    disposition = response.headers["Content-Disposition"]
    response.headers["Content-Disposition"] = re.sub(r'filename="\s+', 'filename="', disposition)
    response.headers["Cache-Control"] = "no-store"
    return response
