"""The account's home as one value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from flask import url_for

from assessment.domain.permissions import Action
from assessment.languages import Language
from assessment.use_cases.accounts import Account
from assessment.use_cases.answer_campaign import Asked
from assessment.use_cases.own_assessments import History, list_histories, list_open
from assessment.use_cases.own_plans import OwnPlan, list_plans
from assessment.use_cases.records import AssessmentRecord
from assessment.use_cases.sharing import StoredShare, list_shared_by, list_shared_with
from assessment.use_cases.site_accounts import may_administer
from assessment.web.home.history import HistoryPart, build_history, history_heading
from assessment.web.known_assessments import KnownAssessment, build_known
from assessment.web.locale import language_for
from assessment.web.own_time import own_day
from assessment.wording.steps import step_dates, step_place

WHEELS_AT_ONCE = 4
OPEN_AT_ONCE = 5
SHARES_AT_ONCE = 5


@dataclass(frozen=True, slots=True)
class Line:
    """Something that can be opened, with facts beside it."""

    url: str
    name: str
    facts: str


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A plan: how far it is, and the step that is due first; its texts are empty when all is done."""

    url: str
    heading: str
    progress: str
    step: str
    place: str
    dates: str


@dataclass(frozen=True, slots=True)
class HomePage:
    """Everything an account holds, the newest first; ``more_…`` say how many are left out, empty for none."""

    email: str
    offered: tuple[KnownAssessment, ...]
    asked: tuple[Line, ...]
    open: tuple[KnownAssessment, ...]
    more_open: str
    histories: tuple[HistoryPart, ...]
    plans: tuple[PlanLine, ...]
    shared_by: tuple[Line, ...]
    more_shared_by: str
    shared_with: tuple[Line, ...]
    more_shared_with: str
    is_empty: bool
    administers: bool


def build_home_page(
    language: Language,
    account: Account,
    *,
    offered: Sequence[AssessmentRecord],
    asked: Sequence[Asked],
) -> HomePage:
    """The home of an account. ``offered`` are assessments that this device holds links to and no account has."""
    waiting = list_open(account.id, page=1, size=OPEN_AT_ONCE)
    histories = list_histories(account.id, most=WHEELS_AT_ONCE)
    given, given_count = list_shared_by(account.id, most=SHARES_AT_ONCE)
    got = list_shared_with(account, page=1, size=SHARES_AT_ONCE)
    return HomePage(
        email=account.email,
        offered=tuple(build_known(record, language) for record in reversed(offered)),
        asked=tuple(_asked_line(language, one) for one in asked),
        open=tuple(build_known(record, language) for record in waiting.items),
        more_open=_more(language, waiting.count, len(waiting.items)),
        histories=tuple(build_history(language, account, history) for history in histories),
        plans=_build_plans(language, histories),
        shared_by=tuple(_given_line(language, account, share) for share in given),
        more_shared_by=_more(language, given_count, len(given)),
        shared_with=tuple(shared_line(language, account, share) for share in got.items),
        more_shared_with=_more(language, got.count, len(got.items)),
        is_empty=not (histories or waiting.count),
        administers=may_administer(account, Action.USE_ACCOUNTS),
    )


def shared_line(language: Language, account: Account, share: StoredShare) -> Line:
    """A result that is shared with the account."""
    return Line(
        url=url_for("sharing.show", share_id=share.id),
        name=owner_text(share.owner_name, share.owner_email),
        facts=_since(language, account, share.shared_at),
    )


def owner_text(name: str, email: str) -> str:
    """Who shares: "Anna Lebedeva (anna@example.org)", or the address alone."""
    return f"{name} ({email})" if name else email


def _asked_line(language: Language, asked: Asked) -> Line:
    campaign = asked.record.campaign
    return Line(
        url=url_for("invitations.show_member", campaign_id=campaign.id),
        name=asked.record.title,
        facts=language.gettext("asked by the team “%(team)s”", team=asked.team),
    )


def _given_line(language: Language, account: Account, share: StoredShare) -> Line:
    return Line(
        url=url_for("sharing.manage", assessment_id=share.assessment_id),
        name=share.recipient,
        facts=_since(language, account, share.shared_at),
    )


def _since(language: Language, account: Account, moment: datetime) -> str:
    return language.gettext("since %(date)s", date=language.date(own_day(account, moment)))


def _build_plans(language: Language, histories: Sequence[History]) -> tuple[PlanLine, ...]:
    return tuple(_plan_line(language, plan) for plan in list_plans(histories))


def _plan_line(language: Language, plan: OwnPlan) -> PlanLine:
    result, step = plan.result, plan.next_step
    spoken = language_for(result.framework)
    return PlanLine(
        url=url_for("plan.show", assessment_id=result.record.id),
        heading=history_heading(language, result, result.record.level),
        progress=language.ngettext(
            "%(done)s of %(n)s step done", "%(done)s of %(n)s steps done", plan.steps, done=plan.done
        ),
        step="" if step is None else spoken.pick(step.title),
        place="" if step is None else step_place(spoken, result.framework, step),
        dates="" if step is None else step_dates(language, step),
    )


def _more(language: Language, count: int, shown: int) -> str:
    return language.gettext("All %(n)s", n=count) if count > shown else ""
