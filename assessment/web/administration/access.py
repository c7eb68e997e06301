"""Pages that are for the site's administrator alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from flask import abort
from flask.typing import ResponseReturnValue

from assessment.domain.permissions import Action
from assessment.use_cases.accounts import Account
from assessment.use_cases.site_accounts import may_administer
from assessment.web.signed_in import get_account

P = ParamSpec("P")


def needs_administrator(
    action: Action,
) -> Callable[[Callable[Concatenate[Account, P], ResponseReturnValue]], Callable[P, ResponseReturnValue]]:
    """Give the view the administrator's account. To everybody else who is signed in there is no such page."""

    def guard(view: Callable[Concatenate[Account, P], ResponseReturnValue]) -> Callable[P, ResponseReturnValue]:
        @wraps(view)
        def checked(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
            account = get_account()
            if not may_administer(account, action):
                abort(404)
            return view(account, *args, **kwargs)

        return checked

    return guard
