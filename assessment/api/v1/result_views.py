"""What a submitted assessment gives: result, wheel, plan, report; and everything stored about any."""

from __future__ import annotations

from io import BytesIO
from typing import Literal

from flask import Response, send_file

from assessment.api.json_answer import json_answer
from assessment.api.v1.access import needs_token
from assessment.api.v1.plan_documents import plan_document
from assessment.api.v1.routes import blueprint
from assessment.use_cases.draw_files import plan_pdf, wheel_file
from assessment.use_cases.make_plan import get_plan
from assessment.use_cases.own_data import export_json
from assessment.use_cases.parts import parts
from assessment.use_cases.records import AssessmentRecord
from assessment.use_cases.result_document import result_document
from assessment.use_cases.show_result import get_result


def result_answer(assessment_id: str) -> Response:
    """The result as it is stored."""
    result = get_result(assessment_id)
    record = result.record
    return json_answer(
        result_document(result.framework, result.profile, locale=record.locale, submitted_at=record.submitted_at)
    )


@blueprint.get("/assessments/<assessment_id>/result")
@needs_token
def show_result(record: AssessmentRecord) -> Response:
    """Scores, the weakest link, and what blocks the next band."""
    return result_answer(record.id)


@blueprint.get("/assessments/<assessment_id>/wheel.svg")
@needs_token
def show_wheel_svg(record: AssessmentRecord) -> Response:
    """The wheel as a drawing."""
    return _wheel(record, "svg", "image/svg+xml")


@blueprint.get("/assessments/<assessment_id>/wheel.png")
@needs_token
def show_wheel_png(record: AssessmentRecord) -> Response:
    """The wheel as a picture."""
    return _wheel(record, "png", "image/png")


@blueprint.get("/assessments/<assessment_id>/plan")
@needs_token
def show_plan(record: AssessmentRecord) -> Response:
    """The development plan, made at the first look."""
    view = get_plan(record.id, today=parts().clock().date())
    return json_answer(plan_document(view.result.framework, view.plan, record.locale))


@blueprint.get("/assessments/<assessment_id>/plan.pdf")
@needs_token
def show_plan_pdf(record: AssessmentRecord) -> Response:
    """The report with the plan."""
    content = plan_pdf(record.id, record.locale, today=parts().clock().date())
    return _file(content, media_type="application/pdf", name="plan.pdf")


@blueprint.get("/assessments/<assessment_id>/export")
@needs_token
def export_assessment(record: AssessmentRecord) -> Response:
    """Everything stored about the assessment."""
    return json_answer(export_json(record.id))


def _wheel(record: AssessmentRecord, kind: Literal["svg", "png"], media_type: str) -> Response:
    content = wheel_file(record.id, kind, record.locale)
    return _file(content, media_type=media_type, name=f"wheel.{kind}")


def _file(content: bytes, *, media_type: str, name: str) -> Response:
    """A file to save, whole, that no cache keeps."""
    answer = send_file(
        BytesIO(content), mimetype=media_type, as_attachment=True, download_name=name, conditional=False, etag=False
    )
    answer.headers["Cache-Control"] = "no-store"
    return answer
