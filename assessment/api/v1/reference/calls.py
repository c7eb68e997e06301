"""Every call of the interface, as data: what it takes, what it answers, how it says no."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.api.problems import (
    ALREADY_SUBMITTED,
    ANSWERING_ENDED,
    INCOMPLETE,
    INVALID_ANSWERS,
    INVALID_REQUEST,
    NOT_SUBMITTED,
    STALE_REVISION,
    UNKNOWN_ASSESSMENT,
    UNKNOWN_FRAMEWORK,
    UNREADABLE_BODY,
    UNREADABLE_CONDITION,
    Kind,
)
from assessment.api.v1.shapes.requests import ChangeAnswers, RequestShape, StartAssessment, Submit


@dataclass(frozen=True, slots=True)
class Call:
    """One call. ``answers`` is the name of a shape for JSON, a media type for a file, None for nothing.

    ``problems`` go beyond what every call may meet; a ``private`` call needs a token.
    """

    name: str
    method: str
    path: str
    summary: str
    about: str
    answers: str | None
    status: int = 200
    problems: tuple[Kind, ...] = ()
    body: type[RequestShape] | None = None
    body_may_be_empty: bool = False
    private: bool = True
    conditional: bool = False
    headers: tuple[str, ...] = ()


_BODY = (UNREADABLE_BODY, INVALID_REQUEST)

CALLS = (
    Call(
        "listFrameworks",
        "GET",
        "/frameworks",
        "List frameworks",
        "The latest version of every framework.",
        "FrameworkList",
        private=False,
    ),
    Call(
        "showFramework",
        "GET",
        "/frameworks/{framework_id}",
        "Show what a framework asks",
        "One level of a framework in one language: competencies clockwise, scales with their anchors, items in the "
        "order asked.",
        "FrameworkDetail",
        problems=(UNKNOWN_FRAMEWORK, INVALID_REQUEST),
        private=False,
    ),
    Call(
        "createAssessment",
        "POST",
        "/assessments",
        "Start an assessment",
        "The answer holds the token that opens the assessment from now on. Keep it: it is shown once and stored "
        "nowhere.",
        "NewAssessment",
        status=201,
        problems=_BODY,
        body=StartAssessment,
        private=False,
        headers=("Location",),
    ),
    Call(
        "showAssessment",
        "GET",
        "/assessments/{assessment_id}",
        "Show an assessment",
        "How far it has come.",
        "Assessment",
    ),
    Call(
        "eraseAssessment",
        "DELETE",
        "/assessments/{assessment_id}",
        "Erase an assessment",
        "Everything about it is gone: answers, result, plan, pictures. Its token opens nothing any more.",
        None,
        status=204,
    ),
    Call(
        "showAnswers",
        "GET",
        "/assessments/{assessment_id}/answers",
        "Show the answers",
        "Answers by item id, and their revision, which also is the ETag.",
        "Answers",
        headers=("ETag",),
    ),
    Call(
        "changeAnswers",
        "PATCH",
        "/assessments/{assessment_id}/answers",
        "Change answers",
        "Stores the answers named and leaves the others alone; null clears one. All of the call is stored or none. "
        "With If-Match it is stored only if nobody changed the answers since that revision.",
        "Progress",
        problems=(*_BODY, UNREADABLE_CONDITION, ALREADY_SUBMITTED, ANSWERING_ENDED, STALE_REVISION, INVALID_ANSWERS),
        body=ChangeAnswers,
        conditional=True,
        headers=("ETag",),
    ),
    Call(
        "submitAssessment",
        "POST",
        "/assessments/{assessment_id}/submission",
        "Submit the answers",
        "Freezes the answers and gives the result. Again, it gives the same result.",
        "Result",
        problems=(*_BODY, ANSWERING_ENDED, INCOMPLETE),
        body=Submit,
        body_may_be_empty=True,
    ),
    Call(
        "showResult",
        "GET",
        "/assessments/{assessment_id}/result",
        "Show the result",
        "Scores, roll, the weakest link, and the items that block the next band.",
        "Result",
        problems=(NOT_SUBMITTED,),
    ),
    Call(
        "showWheelSvg",
        "GET",
        "/assessments/{assessment_id}/wheel.svg",
        "Get the wheel as SVG",
        "The picture in the language of the assessment.",
        "image/svg+xml",
        problems=(NOT_SUBMITTED,),
        headers=("Content-Disposition",),
    ),
    Call(
        "showWheelPng",
        "GET",
        "/assessments/{assessment_id}/wheel.png",
        "Get the wheel as PNG",
        "The picture in the language of the assessment.",
        "image/png",
        problems=(NOT_SUBMITTED,),
        headers=("Content-Disposition",),
    ),
    Call(
        "showPlan",
        "GET",
        "/assessments/{assessment_id}/plan",
        "Show the development plan",
        "Made at the first look; after that, as the person changed it.",
        "Plan",
        problems=(NOT_SUBMITTED,),
    ),
    Call(
        "showPlanPdf",
        "GET",
        "/assessments/{assessment_id}/plan.pdf",
        "Get the report as PDF",
        "Wheel, result and plan in the language of the assessment.",
        "application/pdf",
        problems=(NOT_SUBMITTED,),
        headers=("Content-Disposition",),
    ),
    Call(
        "exportAssessment",
        "GET",
        "/assessments/{assessment_id}/export",
        "Export everything stored",
        "Everything the service holds about the assessment. The token is not among it: only its hash is stored.",
        "Export",
    ),
)


def problems_of(call: Call) -> tuple[Kind, ...]:
    """Every kind of problem the call may meet: a private one does not tell strangers whether there is something."""
    return (*call.problems, UNKNOWN_ASSESSMENT) if call.private else call.problems
