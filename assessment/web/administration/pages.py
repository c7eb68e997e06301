"""The list of accounts as one value."""

from __future__ import annotations

from dataclasses import dataclass

from flask import url_for

from assessment.domain.paging import Paged
from assessment.languages import Language
from assessment.use_cases.accounts import SITE_ADMIN, TRAINER, Account
from assessment.use_cases.site_accounts import ListedAccount
from assessment.web.own_time import own_day
from assessment.web.paging import PageLinks, build_links


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account. ``is_own``: it is the reader's, who cannot close it."""

    id: int
    email: str
    since: str
    confirmed: str
    roles: str
    state: str
    active: bool
    is_own: bool


@dataclass(frozen=True, slots=True)
class AccountsPage:
    """Accounts by address; ``part`` is what their addresses contain."""

    part: str
    count: str
    rows: tuple[AccountRow, ...]
    links: PageLinks | None


def build_accounts_page(language: Language, reader: Account, found: Paged[ListedAccount], part: str) -> AccountsPage:
    """One page of accounts."""
    return AccountsPage(
        part=part,
        count=language.ngettext("%(n)s account", "%(n)s accounts", found.count),
        rows=tuple(_build_row(language, reader, account) for account in found.items),
        links=build_links(
            language, found, lambda page: url_for("administration.accounts", part=part or None, page=page)
        ),
    )


def _build_row(language: Language, reader: Account, account: ListedAccount) -> AccountRow:
    names = {SITE_ADMIN: language.gettext("administrator"), TRAINER: language.gettext("trainer")}
    return AccountRow(
        id=account.id,
        email=account.email,
        since=language.date(own_day(reader, account.created_at)),
        confirmed=language.gettext("confirmed") if account.confirmed_at else language.gettext("not confirmed"),
        roles=", ".join(names.get(role, role) for role in account.roles) or "–",
        state=language.gettext("open to its owner") if account.active else language.gettext("closed to its owner"),
        active=account.active,
        is_own=account.id == reader.id,
    )
