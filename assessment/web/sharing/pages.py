"""The owner's page of sharing, and the recipient's list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for

from assessment.domain.paging import Paged
from assessment.languages import Language
from assessment.use_cases.accounts import Account
from assessment.use_cases.records import AssessmentRecord
from assessment.use_cases.sharing import StoredShare
from assessment.web.belonging import Belonging
from assessment.web.fields import FieldView
from assessment.web.home.pages import Line, shared_line
from assessment.web.own_time import own_day
from assessment.web.paging import PageLinks, build_links


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody the result is shared with."""

    share_id: str
    email: str
    facts: str


@dataclass(frozen=True, slots=True)
class SharingPage:
    """``recipient_field`` keeps what was typed and says what was refused about it."""

    assessment_id: str
    belonging: Belonging
    recipient_field: FieldView
    with_plan: bool
    recipients: tuple[Recipient, ...]


@dataclass(frozen=True, slots=True)
class SharedPage:
    """What is shared with the reader. ``may_be_shown`` tells whether anything can be."""

    email: str
    may_be_shown: bool
    lines: tuple[Line, ...]
    links: PageLinks | None


def build_sharing_page(
    language: Language,
    owner: Account,
    record: AssessmentRecord,
    *,
    belonging: Belonging,
    shares: Sequence[StoredShare],
    typed: str = "",
    with_plan: bool = False,
    refusal: str = "",
) -> SharingPage:
    """The form and with whom the result is shared; with ``refusal`` the form as it was sent."""
    return SharingPage(
        assessment_id=record.id,
        belonging=belonging,
        recipient_field=FieldView(
            id="recipient",
            name="recipient",
            label=language.gettext("Address of the person"),
            value=typed,
            kind="email",
            hint=language.gettext(
                "They see the result when they sign in here with this address and lead a team, administer an "
                "organisation or are a trainer."
            ),
            error=refusal,
            required=True,
            limits={"maxlength": "254", "autocomplete": "off"},
        ),
        with_plan=with_plan,
        recipients=tuple(_build_recipient(language, owner, share) for share in shares),
    )


def build_shared_page(
    language: Language, reader: Account, found: Paged[StoredShare], *, may_be_shown: bool
) -> SharedPage:
    """One page of what is shared with the reader."""
    return SharedPage(
        email=reader.email,
        may_be_shown=may_be_shown,
        lines=tuple(shared_line(language, reader, share) for share in found.items),
        links=build_links(language, found, lambda page: url_for("sharing.list_shared", page=page)),
    )


def _build_recipient(language: Language, owner: Account, share: StoredShare) -> Recipient:
    since = language.date(own_day(owner, share.shared_at))
    facts = (
        language.gettext("since %(date)s, with the plan", date=since)
        if share.with_plan
        else language.gettext("since %(date)s, without the plan", date=since)
    )
    return Recipient(share.id, share.recipient, facts)
