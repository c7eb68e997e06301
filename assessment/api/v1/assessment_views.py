"""Assessments: start, look, answer, submit, erase."""

from __future__ import annotations

from flask import Response

from assessment.api.json_answer import json_answer
from assessment.api.json_body import read_body
from assessment.api.problems import INVALID_REQUEST, Fault, Problem
from assessment.api.v1.access import needs_token
from assessment.api.v1.assessment_documents import (
    answers_document,
    assessment_document,
    new_assessment_document,
    progress_document,
)
from assessment.api.v1.result_views import result_answer
from assessment.api.v1.revisions import expected_revision, revision_tag
from assessment.api.v1.routes import blueprint
from assessment.api.v1.shapes.requests import ChangeAnswers, StartAssessment, Submit
from assessment.domain.refusals import UnknownFramework
from assessment.use_cases.own_data import erase
from assessment.use_cases.parts import parts
from assessment.use_cases.records import AssessmentRecord
from assessment.use_cases.take_assessment import read_sheet, record_answers, start_assessment, submit


@blueprint.post("/assessments")
def create_assessment() -> Response:
    """A new assessment, and the token that opens it."""
    wanted = read_body(StartAssessment)
    try:
        started = start_assessment(
            parts().shelf,
            framework_id=wanted.framework,
            level=wanted.level,
            locale=wanted.locale,
            channel="api",
            now=parts().clock(),
            token_source=parts().token_source,
        )
    except UnknownFramework as refusal:
        fault = Fault("/framework", "There is no framework of that id.")
        raise Problem(INVALID_REQUEST, "/framework: There is no framework of that id.", [fault]) from refusal
    document = new_assessment_document(started)
    return json_answer(document, 201, {"Location": document["links"]["self"]})


@blueprint.get("/assessments/<assessment_id>")
@needs_token
def show_assessment(record: AssessmentRecord) -> Response:
    """What is known about one sitting."""
    return json_answer(assessment_document(record))


@blueprint.delete("/assessments/<assessment_id>")
@needs_token
def erase_assessment(record: AssessmentRecord) -> Response:
    """Erase the assessment and everything that hangs on it."""
    erase(record.id)
    answer = Response(status=204)
    del answer.headers["Content-Type"]  # there is nothing to have a type
    return answer


@blueprint.get("/assessments/<assessment_id>/answers")
@needs_token
def show_answers(record: AssessmentRecord) -> Response:
    """The answers so far."""
    document = answers_document(read_sheet(record.id))
    return json_answer(document, headers=revision_tag(document["revision"]))


@blueprint.patch("/assessments/<assessment_id>/answers")
@needs_token
def change_answers(record: AssessmentRecord) -> Response:
    """Store answers, all of the call or none."""
    revision = expected_revision(record)
    changes = read_body(ChangeAnswers).answers
    now = parts().clock()
    progress = record_answers(record.id, changes, now=now, expected_revision=revision, timed=False)
    return json_answer(progress_document(progress), headers=revision_tag(progress.revision))


@blueprint.post("/assessments/<assessment_id>/submission")
@needs_token
def submit_assessment(record: AssessmentRecord) -> Response:
    """Freeze the answers and give the result; again gives the same result."""
    wanted = read_body(Submit, may_be_empty=True)
    submit(record.id, accept_incomplete=wanted.accept_incomplete, now=parts().clock())
    return result_answer(record.id)
