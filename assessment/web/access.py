"""Who may see an assessment: whoever holds its private link on this device, and the account it was taken into."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import Concatenate, ParamSpec

from flask import session
from flask.typing import ResponseReturnValue

from assessment.domain.refusals import AssessmentNotFound
from assessment.use_cases.own_assessments import get_own_assessment, is_of_account
from assessment.use_cases.take_assessment import AssessmentRecord, get_assessment
from assessment.web.signed_in import find_account

P = ParamSpec("P")

_KEY = "links"
_MOST = 20
"""Assessments one device keeps the keys to; the cookie must stay under 4 KB."""


def grant_access(assessment_id: str, token: str) -> None:
    """Keep the key to an assessment in the signed session cookie, the newest last."""
    kept = [pair for pair in _grants() if pair[0] != assessment_id]
    session[_KEY] = [*kept, [assessment_id, token]][-_MOST:]
    session.permanent = True


def revoke_access(assessment_id: str) -> None:
    """Forget the key, as after erasure."""
    session[_KEY] = [pair for pair in _grants() if pair[0] != assessment_id]


def revoke_access_of(user_id: int) -> None:
    """Forget the keys to what belongs to an account, as when it signs out on this device."""
    for assessment_id, _token in _grants():
        if is_of_account(assessment_id, user_id):
            revoke_access(assessment_id)


def find_token(assessment_id: str) -> str | None:
    """The key this device holds, unchecked."""
    return next((token for known, token in _grants() if known == assessment_id), None)


def open_assessment(assessment_id: str) -> AssessmentRecord:
    """The assessment, when this device holds the right key to it or its owner is signed in here.

    Raises AssessmentNotFound for everybody else, whether or not there is such an assessment.
    """
    with suppress(AssessmentNotFound):
        return open_with_held_key(assessment_id)
    account = find_account()
    if account is None:
        raise AssessmentNotFound
    return get_own_assessment(assessment_id, account.id)


def open_with_held_key(assessment_id: str) -> AssessmentRecord:
    """The assessment, when this device holds the right key to it; raises AssessmentNotFound otherwise."""
    token = find_token(assessment_id)
    if token is None:
        raise AssessmentNotFound
    return get_assessment(assessment_id, token)


def find_right_token(assessment_id: str) -> str | None:
    """The key this device holds, if it is the right one still: an owner may have withdrawn it."""
    with suppress(AssessmentNotFound):
        open_with_held_key(assessment_id)
        return find_token(assessment_id)
    return None


def list_opened() -> tuple[AssessmentRecord, ...]:
    """The assessments this device holds right keys to, in the order the keys were taken."""
    found = []
    for assessment_id, token in _grants():
        with suppress(AssessmentNotFound):
            found.append(get_assessment(assessment_id, token))
    return tuple(found)


def needs_access(
    view: Callable[Concatenate[AssessmentRecord, P], ResponseReturnValue],
) -> Callable[..., ResponseReturnValue]:
    """Give the view the checked record in place of the ``assessment_id`` of its address."""

    @wraps(view)
    def checked(assessment_id: str, *args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        return view(open_assessment(assessment_id), *args, **kwargs)

    return checked


def _grants() -> list[list[str]]:
    found: list[list[str]] = session.get(_KEY, [])
    return found
