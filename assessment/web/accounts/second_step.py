"""The page of the second step is for those on their way in."""

from __future__ import annotations

from functools import wraps
from typing import Any

from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from assessment.web.accounts.saving import View
from assessment.web.signed_in import find_account


def on_the_way_in(view: View) -> View:
    """The library's view, which signs out whoever follows a link to it, and ends what was begun with no proof left."""

    @wraps(view)
    def asked(**arguments: Any) -> ResponseReturnValue:
        if find_account() is not None:
            return redirect(url_for("home.show"), 303)
        return view(**arguments)

    return asked
