"""Whether somebody proved who they are a short while ago, which takes more than a device that was left open."""

from __future__ import annotations

from functools import wraps
from typing import Any

from flask import current_app, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_security import current_user
from flask_security.utils import check_and_update_authn_fresh

from assessment.web.accounts.saving import View


def is_fresh() -> bool:
    """Whether whoever is signed in here proved it just now."""
    config = current_app.config
    return check_and_update_authn_fresh(
        config["SECURITY_FRESHNESS"], config["SECURITY_FRESHNESS_GRACE_PERIOD"], "session"
    )


def asking_again(view: View) -> View:
    """The library's view that ends what another began: the one that begins asks who it is, but what was begun in one
    account could be ended in another."""

    @wraps(view)
    def asked(**arguments: Any) -> ResponseReturnValue:
        if current_user.is_authenticated and not is_fresh():
            return redirect(url_for("security.verify"), 303)
        return view(**arguments)

    return asked
