"""What is stored about an assessment, as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.languages import Language
from assessment.use_cases.records import AssessmentRecord
from assessment.web.own_data.keeping import Keeping, account_text, link_text


@dataclass(frozen=True, slots=True)
class StoredLine:
    """One kind of data, and what is stored of it."""

    what: str
    stored: str


@dataclass(frozen=True, slots=True)
class OwnDataPage:
    """``refusal`` is the sentence at the confirmation, empty unless it was missing."""

    assessment_id: str
    is_submitted: bool
    stored: tuple[StoredLine, ...]
    refusal: str


def build_own_data_page(
    language: Language, record: AssessmentRecord, framework_title: str, keeping: Keeping, *, refusal: str = ""
) -> OwnDataPage:
    """Every kind of data there is, also those of which nothing is stored."""
    return OwnDataPage(
        assessment_id=record.id,
        is_submitted=record.is_submitted,
        stored=tuple(StoredLine(what, text) for what, text in _list_stored(language, record, framework_title, keeping)),
        refusal=refusal,
    )


def _list_stored(
    language: Language, record: AssessmentRecord, framework_title: str, keeping: Keeping
) -> list[tuple[str, str]]:
    nothing = language.gettext("nothing")
    submitted = record.submitted_at
    return [
        (
            language.gettext("Answers"),
            language.gettext(
                "%(answered)s of %(items)s, with the time each took", answered=record.answered, items=record.items
            ),
        ),
        (
            language.gettext("Questionnaire"),
            language.gettext("%(title)s, version %(version)s", title=framework_title, version=record.version),
        ),
        (
            language.gettext("Times"),
            language.gettext("started on %(date)s", date=language.date(record.started_at.date()))
            if submitted is None
            else language.gettext(
                "started on %(date)s, submitted on %(submitted)s",
                date=language.date(record.started_at.date()),
                submitted=language.date(submitted.date()),
            ),
        ),
        (
            language.gettext("Result and plan"),
            nothing if submitted is None else language.gettext("the scores, your plan and what you wrote in it"),
        ),
        (language.gettext("Name"), record.name or nothing),
        (language.gettext("Private link"), link_text(language, keeping)),
        (language.gettext("Email and account"), account_text(language, keeping) or nothing),
        (language.gettext("Shared with people"), ", ".join(keeping.recipients) or language.gettext("nobody")),
    ]
