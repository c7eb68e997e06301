"""Long lists of an account's assessments as pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from flask import url_for

from assessment.domain.paging import Paged
from assessment.languages import Language
from assessment.use_cases.accounts import Account
from assessment.use_cases.own_assessments import OwnResult
from assessment.use_cases.records import AssessmentRecord
from assessment.web.home.change_page import Choice, build_choice
from assessment.web.home.history import PastResult, build_past, history_heading
from assessment.web.known_assessments import KnownAssessment, build_known
from assessment.web.paging import PageLinks, build_links


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """One page of a history; ``choice`` is None when there are no two to hold against each other."""

    heading: str
    count: str
    results: tuple[PastResult, ...]
    choice: Choice | None
    links: PageLinks | None


@dataclass(frozen=True, slots=True)
class OpenPage:
    """One page of what waits for answers."""

    assessments: tuple[KnownAssessment, ...]
    links: PageLinks | None


def build_history_page(
    language: Language, account: Account, found: Paged[OwnResult], choice: Sequence[tuple[str, datetime]]
) -> HistoryPage:
    """A page of results of one questionnaire and level, not empty."""
    newest = found.items[0]
    return HistoryPage(
        heading=history_heading(language, newest, newest.record.level),
        count=language.ngettext("%(n)s result", "%(n)s results", found.count),
        results=build_past(account, found.items, "past"),
        choice=build_choice(language, account, choice, earlier=choice[1][0], later=choice[0][0])
        if len(choice) > 1
        else None,
        links=build_links(
            language,
            found,
            lambda page: url_for(
                "home.history",
                framework_id=newest.framework.id,
                level=newest.record.level.value,
                page=page,
            ),
        ),
    )


def build_open_page(language: Language, found: Paged[AssessmentRecord]) -> OpenPage:
    """A page of assessments that wait for answers."""
    return OpenPage(
        assessments=tuple(build_known(record, language) for record in found.items),
        links=build_links(language, found, lambda page: url_for("home.waiting", page=page)),
    )
