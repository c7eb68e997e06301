"""Views of the pages that explain."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from assessment.web.locale import language_for
from assessment.web.pages.glossary import build_glossary_page
from assessment.web.parts import core_framework

blueprint = Blueprint("pages", __name__)


@blueprint.get("/scores")
def scores() -> ResponseReturnValue:
    """How scores are calculated, with the constants of the core framework."""
    from assessment.web.pages.scores import build_scores_page  # the rules of scoring are needed on this page alone

    framework = core_framework()
    return render_template("pages/scores.html", page=build_scores_page(framework, language_for(framework)))


@blueprint.get("/your-data")
def your_data() -> ResponseReturnValue:
    """What is stored, who sees it, how to take it along and how to erase it."""
    return render_template("pages/your_data.html")


@blueprint.get("/glossary")
def glossary() -> ResponseReturnValue:
    """The terms, by letter."""
    framework = core_framework()
    return render_template("pages/glossary.html", page=build_glossary_page(framework, language_for(framework)))


@blueprint.get("/accessibility")
def accessibility() -> ResponseReturnValue:
    """What works for whom, and what does not yet."""
    return render_template("pages/accessibility.html")
