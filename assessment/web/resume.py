"""Where a person goes on with an assessment."""

from __future__ import annotations

from flask import url_for

from assessment.use_cases.records import AssessmentRecord, Sitting
from assessment.use_cases.take_assessment import read_sheet


def address_to_resume(record: AssessmentRecord) -> str:
    """The result when there is one, else the first competency with open items, else the page before submission."""
    if record.is_submitted:
        return url_for("result.show", assessment_id=record.id)
    competency = find_open_competency(read_sheet(record.id))
    if competency is None:
        return url_for("questions.review", assessment_id=record.id)
    return url_for("questions.show", assessment_id=record.id, competency=competency)


def find_open_competency(sitting: Sitting) -> str | None:
    """The first competency that still has an item without an answer."""
    for item in sitting.framework.items_of(sitting.record.level):
        if item.id not in sitting.sheet.values:
            return item.competency
    return None
