"""JSON for machines. ``register`` joins every version of the interface to the application."""

from __future__ import annotations

from flask import Flask

from assessment.api.refused import answer_unmatched
from assessment.api.v1 import blueprint


def register(app: Flask) -> None:
    """Serve the interface under ``/api``. Expects ``app.extensions["cx_wheel"]``, as pages do."""
    answer_unmatched(app)
    app.register_blueprint(blueprint)
