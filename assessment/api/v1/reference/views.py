"""The description of the interface, for machines and for people."""

from __future__ import annotations

import json
from typing import Any

from flask import Response, current_app, render_template
from flask.typing import ResponseReturnValue

from assessment.api.v1.reference.document import build_document
from assessment.api.v1.reference.examples import build_examples
from assessment.api.v1.reference.page import build_reference_page
from assessment.api.v1.routes import blueprint
from assessment.use_cases.parts import parts

_KEPT = "cx_wheel_openapi_v1"


@blueprint.get("/openapi.json")
def show_document() -> Response:
    """The OpenAPI document."""
    text = json.dumps(_document(), ensure_ascii=False, indent=1)
    return Response(text + "\n", content_type="application/json")


@blueprint.get("/", strict_slashes=False)
def show_page() -> ResponseReturnValue:
    """The same as a page."""
    return render_template("api/reference.html", page=build_reference_page(_document(), parts().settings.base_url))


def _document() -> dict[str, Any]:
    """Made at the first request: the frameworks of a running service do not change."""
    document: dict[str, Any] | None = current_app.extensions.get(_KEPT)
    if document is None:
        frameworks = [checked.framework for checked in parts().shelf.list_latest()]
        document = build_document(frameworks, build_examples(frameworks[0]))
        current_app.extensions[_KEPT] = document
    return document
