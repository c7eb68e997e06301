"""Assessments as lines of a list: whom each is about, how far it is, where it goes on."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.languages import Language
from assessment.use_cases.records import AssessmentRecord
from assessment.web.resume import address_to_resume
from assessment.wording.levels import about_whom


@dataclass(frozen=True, slots=True)
class KnownAssessment:
    """An assessment that can be opened here."""

    id: str
    url: str
    name: str
    facts: str


def build_known(record: AssessmentRecord, language: Language) -> KnownAssessment:
    """The line of one assessment."""
    progress = (
        language.gettext("result ready")
        if record.is_submitted
        else language.gettext("%(answered)s of %(items)s answered", answered=record.answered, items=record.items)
    )
    started = language.gettext("started %(date)s", date=language.date(record.started_at.date()))
    return KnownAssessment(
        record.id, address_to_resume(record), about_whom(language, record.level), f"{started} · {progress}"
    )
