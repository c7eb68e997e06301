"""Files that people take along."""

from __future__ import annotations

import re
from io import BytesIO

from flask import Response, send_file

_MARK = "\ufeff"


def download(content: bytes | str, *, kind: str, name: str) -> Response:
    """A file to save under ``name`` (any letters, with its ending); never kept by caches. Text is sent as UTF-8.

    A CSV table begins with the mark by which spreadsheets know that.

    What reads plain letters only sees the name without the others, and without the spaces they leave in front.
    """
    if isinstance(content, str):
        content = (_MARK + content if kind == "text/csv" else content).encode()
    response = send_file(BytesIO(content), mimetype=kind, as_attachment=True, download_name=name, conditional=False)
    disposition = response.headers["Content-Disposition"]
    response.headers["Content-Disposition"] = re.sub(r'filename="\s+', 'filename="', disposition)
    response.headers["Cache-Control"] = "no-store"
    return response
