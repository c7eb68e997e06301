"""Pages that exist once the answers are submitted."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from assessment.use_cases.records import AssessmentRecord
from assessment.web.access import needs_access

P = ParamSpec("P")


def needs_result(
    view: Callable[Concatenate[AssessmentRecord, P], ResponseReturnValue],
) -> Callable[Concatenate[str, P], ResponseReturnValue]:
    """Give the view the record of a submitted assessment; lead to the page before submission while it is open."""

    @wraps(view)
    def checked(record: AssessmentRecord, /, *args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        if not record.is_submitted:
            return redirect(url_for("questions.review", assessment_id=record.id), 303)
        return view(record, *args, **kwargs)

    return needs_access(checked)
