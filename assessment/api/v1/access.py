"""Who may use an assessment: whoever sends the token that its creation returned."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from flask import Response, request

from assessment.use_cases.records import AssessmentRecord
from assessment.use_cases.take_assessment import get_assessment


def needs_token(view: Callable[[AssessmentRecord], Response]) -> Callable[[str], Response]:
    """Give the call the checked record in place of the ``assessment_id`` of its path.

    Raises AssessmentNotFound alike for an unknown id, a wrong token and none.
    """

    @wraps(view)
    def checked(assessment_id: str) -> Response:
        return view(get_assessment(assessment_id, _sent_token()))

    return checked


def _sent_token() -> str:
    """The token of ``Authorization: Bearer TOKEN``, empty without one."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""
