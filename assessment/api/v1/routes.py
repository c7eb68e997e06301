"""Where the calls of version 1 are joined, and their refusals answered."""

from __future__ import annotations

from flask import Blueprint

from assessment.api.refused import answer_refusals

blueprint = Blueprint("api_v1", __name__, url_prefix="/api/v1")
answer_refusals(blueprint)
