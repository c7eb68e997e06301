"""Views that belong to no area of their own."""

from __future__ import annotations

from flask import Blueprint, Response, abort, redirect, request
from flask.typing import ResponseReturnValue

from assessment.languages import LOCALES
from assessment.use_cases.availability import check_database
from assessment.web.addresses import own_address
from assessment.web.locale import choose_locale

blueprint = Blueprint("site", __name__)


@blueprint.get("/language/<locale>")
def language(locale: str) -> ResponseReturnValue:
    """Change the language and go back to where the person was."""
    if locale not in LOCALES:
        abort(404)
    choose_locale(locale)
    return redirect(own_address(request.args.get("next")), 303)


@blueprint.get("/health")
def health() -> Response:
    """``ok`` while answers can be saved; 503 otherwise, for whoever watches the service."""
    check_database()
    return Response("ok\n", mimetype="text/plain")
