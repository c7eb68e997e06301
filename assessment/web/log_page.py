"""A page of the audit log."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import url_for

from assessment.domain.paging import Paged
from assessment.languages import Language
from assessment.use_cases.accounts import Account
from assessment.use_cases.audit import AuditEntry
from assessment.web.own_time import own_moment
from assessment.web.paging import PageLinks, build_links
from assessment.wording.audit import actor_text, audit_sentence


@dataclass(frozen=True, slots=True)
class LogLine:
    """When, who, what."""

    moment: str
    actor: str
    said: str


@dataclass(frozen=True, slots=True)
class LogPage:
    """Entries, newest first."""

    lines: tuple[LogLine, ...]
    links: PageLinks | None


def build_log_page(
    language: Language, reader: Account, found: Paged[AuditEntry], endpoint: str, **place: Any
) -> LogPage:
    """A page of entries as the reader sees them, in the reader's time zone.

    ``endpoint`` with the arguments ``place`` gives its other pages.
    """
    return LogPage(
        lines=tuple(
            LogLine(
                moment=own_moment(language, reader, entry.at),
                actor=actor_text(language, entry.email, own=entry.own, name=entry.name, unnamed=entry.unnamed),
                said=audit_sentence(language, entry.action, entry.facts),
            )
            for entry in found.items
        ),
        links=build_links(language, found, lambda page: url_for(endpoint, page=page, **place)),
    )
