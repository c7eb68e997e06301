"""Views that belong to no area of their own."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from flask import Blueprint, Response, abort, current_app, redirect, render_template, request
from flask.typing import ResponseReturnValue

from assessment.domain.refusals import AssessmentNotFound
from assessment.languages import LOCALES
from assessment.use_cases.availability import check_database
from assessment.use_cases.change_language import change_language
from assessment.web.access import open_assessment
from assessment.web.addresses import find_assessment_id, own_address
from assessment.web.locale import choose_locale, language_for
from assessment.web.parts import core_framework, parts

blueprint = Blueprint("site", __name__)


@blueprint.get("/language/<locale>")
def language(locale: str) -> ResponseReturnValue:
    """Change the language and go back to where the person was."""
    if locale not in LOCALES:
        abort(404)
    choose_locale(locale)
    address = own_address(request.args.get("next"))
    assessment_id = find_assessment_id(address)
    if assessment_id is not None:
        with suppress(AssessmentNotFound):
            change_language(open_assessment(assessment_id).id, locale)
    return redirect(address, 303)


@blueprint.get("/health")
def health() -> Response:
    """``ok`` while answers can be saved; 503 otherwise, for whoever watches the service."""
    check_database()
    return Response("ok\n", mimetype="text/plain")


@blueprint.get("/favicon.ico")
def favicon() -> Response:
    """The icon, for what asks at the old address: a PDF or an SVG opened in a window of its own."""
    icon = Path(str(current_app.static_folder), "icon.svg")
    return Response(icon.read_bytes(), mimetype="image/svg+xml", headers={"Cache-Control": "public, max-age=86400"})


@blueprint.get("/robots.txt")
def robots() -> Response:
    """What belongs to one person is not for search engines."""
    lines = ["User-agent: *", "Disallow: /assessments/", "Disallow: /link/", "Disallow: /api/"]
    return Response("\n".join(lines) + "\n", mimetype="text/plain")


@blueprint.get("/style-guide")
def style_guide() -> ResponseReturnValue:
    """Every component in every state, for those who build pages; in development only."""
    if not parts().settings.is_development:
        abort(404)
    from assessment.web.site.style_guide import build_style_guide  # needs the rules of scoring and planning

    framework = core_framework()
    page = build_style_guide(framework, language_for(framework), parts().clock())
    return render_template("site/style_guide.html", page=page)
