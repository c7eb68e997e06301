"""Views that exist in development only."""

from __future__ import annotations

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from assessment.mail_settings import MailServer
from assessment.mailing.folder import find_in_folder, list_folder
from assessment.web.development.pages import build_mail_page
from assessment.web.parts import parts

_MOST = 200

blueprint = Blueprint("development", __name__, url_prefix="/development")


@blueprint.before_request
def refuse_elsewhere() -> None:
    """Mails hold links with which one is somebody else: nobody but who develops may read them."""
    settings = parts().settings
    if not settings.is_development or isinstance(settings.mail, MailServer):
        abort(404)


@blueprint.get("/mails")
def mails() -> ResponseReturnValue:
    """The mails in the folder, the newest first."""
    folder = parts().settings.mail_folder
    return render_template("development/mails.html", mails=list_folder(folder, most=_MOST), folder=folder)


@blueprint.get("/mails/<mail_id>")
def mail(mail_id: str) -> ResponseReturnValue:
    """One mail as plain text, its links to be followed."""
    found = find_in_folder(parts().settings.mail_folder, mail_id)
    if found is None:
        abort(404)
    return render_template("development/mail.html", page=build_mail_page(found, parts().settings.base_url))
