"""Who may open the pages of a team: a signed-in person who has to do with it, in a capacity that allows it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from flask.typing import ResponseReturnValue

from assessment.domain.permissions import Action
from assessment.use_cases.accounts import Account
from assessment.use_cases.teams import TeamStanding, get_team_for
from assessment.web.signed_in import get_account

P = ParamSpec("P")


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
            return view(account, get_team_for(account.id, team_id, action), *args, **kwargs)

        return checked

    return guard
