"""Views of joining a team by oneself.

The token of a link moves from the address into the signed cookie at once: pages, logs and other sites never see it.
"""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from assessment.domain.team_refusals import JoinLinkNotValid, TeamFull
from assessment.use_cases.accounts import Account
from assessment.use_cases.join_links import (
    ask_to_join,
    confirm_joining,
    find_joining,
    is_in_team,
    join_with_account,
    open_join_link,
)
from assessment.use_cases.teams import TeamRecord
from assessment.web.locale import current_language, current_locale
from assessment.web.parts import parts
from assessment.web.refusals import status_of, words_of
from assessment.web.signed_in import find_account
from assessment.web.teams.fields import address_field, person_fields
from assessment.web.teams.forms import MemberForm, attempt

blueprint = Blueprint("join", __name__)

_LINK = "joining"
_CONFIRMATION = "joining_confirmed"


@blueprint.get("/join/<token>")
def open_link(token: str) -> ResponseReturnValue:
    """Keep the token of a join link on this device and show where it leads."""
    open_join_link(token, now=parts().clock())
    session[_LINK] = token
    return redirect(url_for("join.show"), 303)


@blueprint.get("/join")
def show() -> ResponseReturnValue:
    """The team, and how to join it."""
    team, account = _team(), find_account()
    if account is not None and is_in_team(team.id, account.id):
        return redirect(url_for("teams.show", team_id=team.id), 303)
    return _render(team, account)


@blueprint.post("/join")
def join() -> ResponseReturnValue:
    """Join with the account that is signed in, whose address is confirmed."""
    team, account = _same_team(), find_account()
    if account is None or not account.confirmed:
        return _render(team, account), 422
    join_with_account(session[_LINK], account, now=parts().clock(), token_source=parts().token_source)
    session.pop(_LINK)
    flash(_("You are in the team “%(team)s”.", team=team.name))
    return redirect(url_for("teams.show", team_id=team.id), 303)


@blueprint.post("/join/address")
def ask() -> ResponseReturnValue:
    """Send a mail that confirms the address."""
    team, form = _same_team(), MemberForm(request.form)
    understood: list[str] = []

    def change() -> None:
        understood.append(
            ask_to_join(
                session[_LINK],
                address=form.typed("email"),
                name=form.typed("name"),
                locale=form.typed("locale"),
                now=parts().clock(),
                token_source=parts().token_source,
            )
        )

    if not attempt(form, change):
        return _render(team, find_account(), form), 422
    return render_template("teams/look_into_mail.html", team=team, address=understood[0])


@blueprint.get("/join/confirm/<token>")
def open_confirmation(token: str) -> ResponseReturnValue:
    """Keep the token of a mail on this device; programs that look through mails open links, and confirm nothing."""
    find_joining(token, now=parts().clock())
    session[_CONFIRMATION] = token
    return redirect(url_for("join.confirm"), 303)


@blueprint.get("/join/confirm")
def confirm() -> ResponseReturnValue:
    """One button that confirms; afterwards, that it is done."""
    joining = find_joining(_token(_CONFIRMATION), now=parts().clock())
    return render_template("teams/joined.html" if joining.done else "teams/confirm.html", team=joining.team)


@blueprint.post("/join/confirm")
def confirmed() -> ResponseReturnValue:
    """Note that the address is theirs."""
    confirm_joining(_token(_CONFIRMATION), now=parts().clock())
    session.pop(_LINK, None)
    return redirect(url_for("join.confirm"), 303)


@blueprint.errorhandler(JoinLinkNotValid)
@blueprint.errorhandler(TeamFull)
def cannot_join(refusal: JoinLinkNotValid | TeamFull) -> ResponseReturnValue:
    """The page of a link that does not work any more."""
    return render_template("teams/cannot_join.html", sentence=words_of(refusal)), status_of(refusal)


def _token(key: str) -> str:
    token = session.get(key)
    return token if isinstance(token, str) else ""


def _team() -> TeamRecord:
    return open_join_link(_token(_LINK), now=parts().clock())


def _same_team() -> TeamRecord:
    """The team, if it is the one that the page showed: another link may have been opened meanwhile."""
    team = _team()
    if request.form.get("team") != team.id:
        raise JoinLinkNotValid
    return team


def _render(team: TeamRecord, account: Account | None, again: MemberForm | None = None) -> str:
    language = current_language()
    known = account if account is not None and account.confirmed else None
    fields = (
        address_field(language, again, autocomplete="email"),
        *person_fields(language, again, locale=current_locale(), own=True),
    )
    return render_template("teams/join.html", team=team, account=known, fields=fields)
