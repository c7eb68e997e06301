"""Who may open the pages of a team: a signed-in person who has to do with it, in a capacity that allows it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from flask.typing import ResponseReturnValue

from assessment.domain.permissions import Action
from assessment.domain.team_refusals import TeamNotFound
from assessment.use_cases.accounts import Account
from assessment.use_cases.memberships import claim_memberships
from assessment.use_cases.teams import TeamStanding, get_team_for
from assessment.web.parts import parts
from assessment.web.signed_in import get_account

P = ParamSpec("P")


def open_team(account: Account, team_id: str, action: Action | None = None) -> TeamStanding:
    """The team for an account, which may have been put into it since it signed in. Raises TeamNotFound."""
    try:
        return get_team_for(account.id, team_id, action)
    except TeamNotFound:
        if not account.confirmed:
            raise
    claim_memberships(account.id, account.email, now=parts().clock())
    return get_team_for(account.id, team_id, action)


def needs_team(
    action: Action | None = None,
) -> Callable[
    [Callable[Concatenate[Account, TeamStanding, P], ResponseReturnValue]], Callable[..., ResponseReturnValue]
]:
    """Give the view the account and its standing in place of the ``team_id`` of its address.

    Without ``action`` the page is for everybody who has to do with the team. Nobody signed in: to the sign-in page;
    anybody else: not found.
    """

    def guard(
        view: Callable[Concatenate[Account, TeamStanding, P], ResponseReturnValue],
    ) -> Callable[..., ResponseReturnValue]:
        @wraps(view)
        def checked(team_id: str, *args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
            account = get_account()
            return view(account, open_team(account, team_id, action), *args, **kwargs)

        return checked

    return guard
