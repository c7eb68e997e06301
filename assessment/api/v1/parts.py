"""The parts of the running application that calls pass on to use cases."""

from __future__ import annotations

from flask import current_app

from assessment.use_cases.parts import Parts


def parts() -> Parts:
    """The parts of the application that answers the present request."""
    found: Parts = current_app.extensions["cx_wheel"]
    return found
