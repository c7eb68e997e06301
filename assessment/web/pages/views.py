"""Views of the pages that explain."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

blueprint = Blueprint("pages", __name__)


@blueprint.get("/scores")
def scores() -> ResponseReturnValue:
    return render_template("pages/scores.html")


@blueprint.get("/your-data")
def your_data() -> ResponseReturnValue:
    return render_template("pages/your_data.html")


@blueprint.get("/glossary")
def glossary() -> ResponseReturnValue:
    return render_template("pages/glossary.html")


@blueprint.get("/accessibility")
def accessibility() -> ResponseReturnValue:
    return render_template("pages/accessibility.html")
