"""Answers that could not be saved: a page that holds them and says what to do, or the same for a script."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError

from assessment.domain.campaign_refusals import AnsweringEnded
from assessment.domain.refusals import AlreadySubmitted, AssessmentNotFound, InvalidAnswers
from assessment.use_cases.availability import DatabaseUnavailable
from assessment.web.errors import assessment_not_found, http_error, refused, unavailable

_NOT_KEPT = {"csrf_token", "link"}


@dataclass(frozen=True, slots=True)
class HeldPage:
    """What was sent, as hidden fields of a form that sends it again to the same address."""

    title: str
    happened: str
    advice: str
    asks_for_link: bool
    refusal: str | None
    fields: tuple[tuple[str, str], ...]


def register(blueprint: Blueprint) -> None:
    """Let nothing that was sent from a page of questions get lost."""
    blueprint.register_error_handler(AssessmentNotFound, _no_access)
    blueprint.register_error_handler(CSRFError, _old_page)
    blueprint.register_error_handler(DatabaseUnavailable, _no_database)
    blueprint.register_error_handler(AlreadySubmitted, _too_late)
    blueprint.register_error_handler(AnsweringEnded, _campaign_closed)
    blueprint.register_error_handler(InvalidAnswers, _unreadable)


def _no_access(refusal: AssessmentNotFound) -> ResponseReturnValue:
    if _is_autosave():
        return _problem("no_access", 404)
    if not _is_page_of_answers():
        return assessment_not_found(refusal)
    tried = bool(request.form.get("link"))
    return _held(
        404,
        title=_("One step before we can save"),
        happened=_("This device does not hold the private link of the assessment any more."),
        advice=_("Paste your private link and press the button."),
        asks_for_link=True,
        refusal=_("This link does not open this assessment. Copy the whole link.") if tried else None,
    )


def _old_page(error: CSRFError) -> ResponseReturnValue:
    if _is_autosave():
        return _problem("old_page", 403)
    if not _is_page_of_answers():
        return http_error(error)
    return _held(
        400,
        title=_("One step before we can save"),
        happened=_("The page was open for a long time, or in a browser without cookies."),
        advice=_("Press the button to save your answers now."),
    )


def _no_database(outage: DatabaseUnavailable) -> ResponseReturnValue:
    if _is_autosave():
        return _problem("busy", 503)
    if not _is_page_of_answers():
        return unavailable(outage)
    return _held(
        503,
        title=_("Not saved yet"),
        happened=_("The server is busy and could not save the answers of this page."),
        advice=_("Wait a moment and press the button."),
    )


def _too_late(_refusal: AlreadySubmitted) -> ResponseReturnValue:
    if _is_autosave():
        return _problem("submitted", 409)
    flash(_("This assessment has been submitted: its answers are fixed, and this is the result."))
    return redirect(url_for("result.show", assessment_id=(request.view_args or {})["assessment_id"]), 303)


def _campaign_closed(refusal: AnsweringEnded) -> ResponseReturnValue:
    if _is_autosave():
        return _problem("closed", 410)
    return refused(refusal)


def _unreadable(refusal: InvalidAnswers) -> ResponseReturnValue:
    if _is_autosave():
        return _problem("invalid", 422)
    return refused(refusal)


def _held(
    status: int, *, title: str, happened: str, advice: str, asks_for_link: bool = False, refusal: str | None = None
) -> ResponseReturnValue:
    fields = tuple((name, value) for name, value in request.form.items() if name not in _NOT_KEPT)
    page = HeldPage(title, happened, advice, asks_for_link, refusal, fields)
    return render_template("questions/held.html", page=page), status


def _problem(kind: str, status: int) -> ResponseReturnValue:
    return jsonify(problem=kind), status


def _is_autosave() -> bool:
    return request.endpoint == "questions.autosave"


def _is_page_of_answers() -> bool:
    return request.endpoint == "questions.save"
