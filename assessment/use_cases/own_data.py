"""What the service holds about one assessment: to take along, and to erase."""

from __future__ import annotations

import csv
from io import StringIO
from typing import Any

from sqlalchemy import Connection

from assessment.domain.answers import AnswerValue, SpecialAnswer
from assessment.domain.development_plan import PlanStep
from assessment.domain.framework import Framework, Item
from assessment.domain.refusals import AssessmentNotFound
from assessment.languages import Language
from assessment.store import assessments
from assessment.store.belonging import find_answered, find_taken, list_every_share
from assessment.store.database import empty_journal, reading, transaction
from assessment.store.plans import KeptPlan, find_plan
from assessment.store.results import find_result, list_files
from assessment.use_cases.campaign_gate import leave_campaign
from assessment.use_cases.locales import language_of
from assessment.use_cases.plain_cells import harmless
from assessment.use_cases.records import TimedSitting, read_timed
from assessment.use_cases.result_document import result_document, rfc3339


def export_json(assessment_id: str) -> dict[str, Any]:
    """Everything stored about an assessment, as values that JSON knows; times are RFC 3339 in UTC.

    ``result`` and ``plan`` are None until they exist, ``campaign`` and ``account`` where there is none. The private
    link is not among it: only its hash is stored.
    Raises AssessmentNotFound.
    """
    with reading() as connection:
        sitting = read_timed(connection, assessment_id)
        profile = find_result(connection, assessment_id)
        kept = find_plan(connection, assessment_id, sitting.framework)
        files = list_files(connection, assessment_id)
        belonging = _belonging(connection, assessment_id)
    stored, framework = sitting.stored, sitting.framework
    return {
        "id": stored.id,
        "framework": framework.id,
        "version": framework.version,
        "level": stored.level,
        "locale": stored.locale,
        "channel": stored.channel,
        "status": stored.status,
        "revision": stored.revision,
        "name": stored.name,
        "started_at": rfc3339(stored.started_at),
        "last_saved_at": None if stored.last_saved_at is None else rfc3339(stored.last_saved_at),
        "submitted_at": None if stored.submitted_at is None else rfc3339(stored.submitted_at),
        "kept_despite_flags": stored.kept_despite_flags,
        "answers": _answers(sitting),
        "result": None
        if profile is None
        else result_document(framework, profile, locale=stored.locale, submitted_at=stored.submitted_at),
        "plan": None if kept is None else _plan(kept),
        "files": [{"kind": kind, "locale": locale, "bytes": size} for kind, locale, size in files],
        **belonging,
    }


def export_csv(assessment_id: str, locale: str) -> str:
    """The answers as a table with a heading, one line for each item in the order asked, words in ``locale``.

    Answers left open have empty cells. Cells never begin like a formula. Raises AssessmentNotFound, UnknownLocale.
    """
    with reading() as connection:
        sitting = read_timed(connection, assessment_id)
    language = language_of(sitting.framework, locale)
    table = StringIO()
    writer = csv.writer(table)
    writer.writerow(
        [
            "item",
            language.gettext("Competency"),
            language.gettext("Facet"),
            language.gettext("Statement"),
            language.gettext("Answer"),
            language.gettext("Answer in words"),
        ]
    )
    for item in sitting.framework.items_of(sitting.level):
        writer.writerow([harmless(cell) for cell in _line(sitting, item, language)])
    return table.getvalue()


def erase(assessment_id: str) -> None:
    """Delete the assessment with its answers, result, plan and files, so that nothing of it is left on disk.

    Raises AssessmentNotFound.
    """
    with transaction() as connection:
        if assessments.lock_assessment(connection, assessment_id) is None:
            raise AssessmentNotFound
        leave_campaign(connection, assessment_id)
        assessments.delete_assessment(connection, assessment_id)
    empty_journal()


def _answers(sitting: TimedSitting) -> list[dict[str, Any]]:
    """In the order asked; ``seconds`` is None where no time was taken."""
    values = sitting.sheet.values
    return [
        {"item": item.id, "value": values[item.id], "seconds": sitting.seconds.get(item.id)}
        for item in sitting.framework.items_of(sitting.level)
        if item.id in values
    ]


def _belonging(connection: Connection, assessment_id: str) -> dict[str, Any]:
    campaign = find_answered(connection, assessment_id)
    taken = find_taken(connection, assessment_id)
    return {
        "campaign": None
        if campaign is None
        else {
            "id": campaign.campaign_id,
            "title": campaign.title,
            "team": campaign.team,
            "respondent": campaign.respondent_id,
        },
        "account": None if taken is None else {"id": taken[0], "taken_at": rfc3339(taken[1])},
        "shares": [
            {
                "id": share.id,
                "recipient": share.recipient,
                "with_plan": share.with_plan,
                "shared_at": rfc3339(share.shared_at),
                "revoked_at": None if share.revoked_at is None else rfc3339(share.revoked_at),
            }
            for share in list_every_share(connection, assessment_id)
        ],
    }


def _plan(kept: KeptPlan) -> dict[str, Any]:
    terms = kept.plan.terms
    return {
        "start": terms.start.isoformat(),
        "weekly_hours": terms.weekly_hours,
        "weeks": terms.weeks,
        "at_most": terms.at_most,
        "next_bottleneck": kept.plan.next_bottleneck,
        "dropped": list(kept.dropped),
        "steps": [_step(step) for step in kept.plan.steps],
    }


def _step(step: PlanStep) -> dict[str, Any]:
    return {
        "id": step.id,
        "kind": step.kind.value,
        "competency": step.competency,
        "facet": step.facet,
        "title": dict(step.title),
        "how": dict(step.how),
        "evidence": dict(step.evidence),
        "hours": step.hours,
        "weeks": step.weeks,
        "start": step.start.isoformat(),
        "due": step.due.isoformat(),
        "done_on": None if step.done_on is None else step.done_on.isoformat(),
        "note": step.note,
        "fixed": step.fixed,
    }


def _line(sitting: TimedSitting, item: Item, language: Language) -> list[str]:
    framework = sitting.framework
    value = sitting.sheet.values.get(item.id)
    return [
        item.id,
        framework.competency(item.competency).name[language.locale],
        "" if item.facet is None else framework.facet(item.facet).name[language.locale],
        item.text[language.locale],
        "" if value is None else str(value),
        _words(framework, item, value, language),
    ]


def _words(framework: Framework, item: Item, value: AnswerValue | None, language: Language) -> str:
    if value is None:
        return ""
    if value is SpecialAnswer.NOT_APPLICABLE:
        return language.gettext("Not applicable")
    if value is SpecialAnswer.DONT_KNOW:
        return language.gettext("I cannot judge")
    anchor = framework.scale_of(item).anchor_at(int(value))
    return "" if anchor is None else anchor[language.locale]
