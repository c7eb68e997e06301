"""Assessments and their answers as documents."""

from __future__ import annotations

from flask import url_for

from assessment.api.v1.shapes.assessments import Answers, Assessment, Links, NewAssessment, Progress, StoredValue
from assessment.domain.answers import AnswerValue, SpecialAnswer
from assessment.use_cases.parts import parts
from assessment.use_cases.records import AssessmentRecord, Sitting
from assessment.use_cases.take_assessment import Progress as Recorded
from assessment.use_cases.take_assessment import Started


def assessment_document(record: AssessmentRecord) -> Assessment:
    page = "result.show" if record.is_submitted else "questions.review"
    return _document(record, web=url_for(page, assessment_id=record.id))


def new_assessment_document(started: Started) -> NewAssessment:
    """As assessment_document, with the token, and with the private link as the page for people."""
    document = _document(started.assessment, web=url_for("start.open_link", token=started.token))
    return {"id": document["id"], "token": started.token, **document}  # the order of the contract


def answers_document(sitting: Sitting) -> Answers:
    values = sitting.sheet.values
    answers = {
        item.id: plain(values[item.id])
        for item in sitting.framework.items_of(sitting.record.level)
        if item.id in values
    }
    return Answers(answers=answers, revision=sitting.record.revision)


def progress_document(progress: Recorded) -> Progress:
    return Progress(answered=progress.answered, items=progress.items, revision=progress.revision)


def plain(value: AnswerValue) -> StoredValue:
    """One answer as JSON has it."""
    return value.value if isinstance(value, SpecialAnswer) else value


def _document(record: AssessmentRecord, *, web: str) -> Assessment:
    base = parts().settings.base_url
    return Assessment(
        id=record.id,
        framework=record.framework_id,
        version=record.version,
        level=record.level.value,
        locale=record.locale,
        status="submitted" if record.is_submitted else "open",
        items=record.items,
        answered=record.answered,
        revision=record.revision,
        links=Links(self=base + url_for("api_v1.show_assessment", assessment_id=record.id), web=base + web),
    )
