"""Examples of what calls take and answer, made by the same code that answers them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from assessment.api.v1 import assessment_documents, framework_documents, plan_documents
from assessment.api.v1.assessment_documents import plain
from assessment.api.v1.shapes.exports import Export, ExportedAnswer
from assessment.domain.answers import AnswerSheet, AnswerValue, SpecialAnswer
from assessment.domain.development_plan import PlanTerms
from assessment.domain.framework import Framework, Item, Level
from assessment.domain.planning import make_plan
from assessment.domain.scoring import score_sheet
from assessment.use_cases.records import AssessmentRecord, Sitting, Status
from assessment.use_cases.result_document import result_document, rfc3339
from assessment.use_cases.take_assessment import Progress, Started

_ID = "XmDkzRG_0T2cDkvY"
_TOKEN = "3vJXb1y0kq9m2QeXW8n5R7tL4pZcA6sDfGhJkUiOoPE"  # noqa: S105  of an example that exists nowhere
_STARTED = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
_SUBMITTED = datetime(2026, 11, 21, 9, 14, 32, tzinfo=UTC)
_MONDAY = date(2026, 11, 23)


def build_examples(framework: Framework) -> dict[str, Any]:
    """By the name of the shape, for the framework's first level and language. An app context must be active."""
    level, locale = framework.levels[0], framework.locales[0]
    sheet = _example_sheet(framework, level)
    few = {item.id: sheet.values[item.id] for item in framework.items_of(level)[:3]}
    record = _example_record(framework, level, locale)
    detail = framework_documents.framework_detail(framework, level, locale)
    plan = make_plan(framework, sheet, PlanTerms(start=_MONDAY, at_most=1))
    profile = score_sheet(framework, sheet)
    return {
        "FrameworkList": {"frameworks": [framework_documents.framework_summary(framework, lambda _known: locale)]},
        "FrameworkDetail": {**detail, "scales": detail["scales"][:1], "items": detail["items"][:2]},
        "StartAssessment": {"framework": framework.id, "level": level.value, "locale": locale},
        "NewAssessment": assessment_documents.new_assessment_document(Started(record, _TOKEN)),
        "Assessment": assessment_documents.assessment_document(record),
        "ChangeAnswers": {"answers": few},
        "Answers": assessment_documents.answers_document(Sitting(record, framework, AnswerSheet(level, few))),
        "Progress": assessment_documents.progress_document(Progress(len(few), record.items, 1)),
        "Submit": {"accept_incomplete": True},
        "Result": result_document(framework, profile, locale=locale, submitted_at=_SUBMITTED),
        "Plan": plan_documents.plan_document(framework, plan, locale),
        "Export": _example_export(record, few),
    }


def _example_sheet(framework: Framework, level: Level) -> AnswerSheet:
    """Answers that rise from the last competency to the first; one item is not applicable."""
    items = framework.items_of(level)
    order = [competency.id for competency in framework.competencies]
    values: dict[str, Any] = {item.id: _rating(framework, item, place, order) for place, item in enumerate(items)}
    values[items[1].id] = SpecialAnswer.NOT_APPLICABLE
    return AnswerSheet(level, values)


def _rating(framework: Framework, item: Item, place: int, order: list[str]) -> int:
    values = framework.scale_of(item).values
    share = 0.75 - 0.5 * order.index(item.competency) / len(order)
    return values[min(len(values) - 1, int(share * (len(values) - 1)) + place % 2)]


def _example_record(framework: Framework, level: Level, locale: str) -> AssessmentRecord:
    return AssessmentRecord(
        id=_ID,
        framework_id=framework.id,
        version=framework.version,
        level=level,
        locale=locale,
        channel="api",
        status=Status.OPEN,
        revision=0,
        items=len(framework.items_of(level)),
        answered=0,
        started_at=_STARTED,
        submitted_at=None,
        name="",
    )


def _example_export(record: AssessmentRecord, answers: Mapping[str, AnswerValue]) -> Export:
    """Of an assessment with its first answers."""
    return Export(
        id=record.id,
        framework=record.framework_id,
        version=record.version,
        level=record.level.value,
        locale=record.locale,
        channel="api",
        status="open",
        revision=1,
        name="",
        started_at=rfc3339(_STARTED),
        last_saved_at=rfc3339(_SUBMITTED),
        submitted_at=None,
        kept_despite_flags=None,
        answers=[ExportedAnswer(item=item, value=plain(value), seconds=None) for item, value in answers.items()],
        result=None,
        plan=None,
        files=[],
        campaign=None,
        account=None,
        shares=[],
    )
