"""Views of answering."""

from __future__ import annotations

from flask import Blueprint, abort, jsonify, redirect, render_template, request
from flask.typing import ResponseReturnValue

from assessment.domain.framework import Framework
from assessment.domain.refusals import AlreadySubmitted
from assessment.languages import LOCALES
from assessment.use_cases.campaign_gate import check_gate
from assessment.use_cases.change_language import change_language
from assessment.use_cases.records import AssessmentRecord, Sitting
from assessment.use_cases.take_assessment import open_with_token, read_sheet, record_answers
from assessment.web.access import grant_access, needs_access, open_assessment
from assessment.web.addresses import token_of
from assessment.web.locale import choose_locale, language_for
from assessment.web.parts import parts
from assessment.web.questions import held
from assessment.web.questions.audience import find_audience
from assessment.web.questions.autosave import read_changes, saved_message
from assessment.web.questions.conflicts import build_conflict_page
from assessment.web.questions.forms import MoveForm, answers_form, sent_answers
from assessment.web.questions.moves import address_after
from assessment.web.questions.pages import build_question_page

blueprint = Blueprint("questions", __name__)
held.register(blueprint)


@blueprint.get("/assessments/<assessment_id>/questions/<competency>")
@needs_access
def show(record: AssessmentRecord, competency: str) -> ResponseReturnValue:
    """One competency with the answers so far."""
    sitting = _open_sitting(record)
    _require_competency(sitting.framework, competency)
    page = build_question_page(sitting, competency, language_for(sitting.framework))
    audience = find_audience(record.id) if page.number == 1 else None
    return render_template("questions/show.html", page=page, audience=audience)


@blueprint.post("/assessments/<assessment_id>/questions/<competency>")
def save(assessment_id: str, competency: str) -> ResponseReturnValue:
    """Save the answers of a page and go where the pressed button leads."""
    moves = MoveForm(request.form)
    if not moves.validate():
        abort(400)
    if moves.link.data:
        _open_with_link(assessment_id, moves.link.data)
    sitting = _open_sitting(open_assessment(assessment_id))
    framework = sitting.framework
    _require_competency(framework, competency)
    form = answers_form(framework, sitting.record.level, competency, request.form)
    if not form.validate():
        abort(400)
    now, shown = parts().clock(), moves.shown.data
    progress = record_answers(assessment_id, sent_answers(form), now=now, shown=shown, timed=False)
    _change_language(assessment_id, moves.language.data)
    go = moves.go.data or ""
    if progress.conflicts:
        page = build_conflict_page(sitting, language_for(framework), progress.conflicts, competency, go)
        return render_template("questions/conflict.html", page=page), 409
    return redirect(address_after(go, framework, assessment_id, competency), 303)


@blueprint.post("/assessments/<assessment_id>/answers")
@needs_access
def autosave(record: AssessmentRecord) -> ResponseReturnValue:
    """Save what changed on a page that is still open; answers in JSON once it is on disk."""
    answers, shown = read_changes(request.get_json(silent=True))
    now = parts().clock()
    progress = record_answers(record.id, answers, now=now, shown=shown, timed=True)
    return jsonify(saved_message(progress, now, record.id))


def _open_sitting(record: AssessmentRecord) -> Sitting:
    if record.is_submitted:
        raise AlreadySubmitted
    check_gate(record.id, now=parts().clock())
    return read_sheet(record.id)


def _require_competency(framework: Framework, competency_id: str) -> None:
    if all(competency.id != competency_id for competency in framework.competencies):
        abort(404)


def _open_with_link(assessment_id: str, link: str) -> None:
    """Take a pasted private link for this assessment; that of another one changes nothing here."""
    token = token_of(link)
    if open_with_token(token).id == assessment_id:
        grant_access(assessment_id, token)


def _change_language(assessment_id: str, locale: str | None) -> None:
    if locale in LOCALES:
        choose_locale(locale)
        change_language(assessment_id, locale)
