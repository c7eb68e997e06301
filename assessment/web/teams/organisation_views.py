"""Views of organisations for those who administer them."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from assessment.domain.team_refusals import LastAdministrator
from assessment.use_cases.accounts import Account
from assessment.use_cases.organisation_log import get_organisation_log
from assessment.use_cases.organisations import (
    OrganisationRecord,
    add_administrator,
    create_organisation,
    get_organisation_for,
    remove_administrator,
    rename_organisation,
)
from assessment.web.forms import RefusableForm
from assessment.web.locale import current_language
from assessment.web.log_page import build_log_page
from assessment.web.paging import asked_page
from assessment.web.parts import parts
from assessment.web.refusals import words_of
from assessment.web.signed_in import needs_account
from assessment.web.teams.fields import name_field
from assessment.web.teams.forms import AddressForm, NameForm, attempt
from assessment.web.teams.organisation_page import build_organisation_page
from assessment.web.teams.removal_page import build_administrator_removal

blueprint = Blueprint("organisations", __name__)


@blueprint.get("/organisations/new")
@needs_account
def new(_account: Account) -> ResponseReturnValue:
    """What to decide about a new organisation."""
    return _render_new()


@blueprint.post("/organisations/new")
@needs_account
def create(account: Account) -> ResponseReturnValue:
    """Create an organisation and go to it."""
    form = NameForm(request.form)
    made: list[OrganisationRecord] = []
    name, now, tokens = form.typed("name"), parts().clock(), parts().token_source
    if not attempt(
        form, lambda: made.append(create_organisation(name, user_id=account.id, now=now, token_source=tokens))
    ):
        return _render_new(form), 422
    flash(_("The organisation is created. Now create its teams."))
    return _back(made[0].id)


@blueprint.get("/organisations/<organisation_id>")
@needs_account
def show(account: Account, organisation_id: str) -> ResponseReturnValue:
    """Its teams, its administrators, its name."""
    return _render(account, organisation_id)


@blueprint.post("/organisations/<organisation_id>/name")
@needs_account
def rename(account: Account, organisation_id: str) -> ResponseReturnValue:
    """Give it another name."""
    form, now = NameForm(request.form), parts().clock()
    name = form.typed("name")
    if not attempt(form, lambda: rename_organisation(organisation_id, name, user_id=account.id, now=now)):
        return _render(account, organisation_id, form), 422
    flash(_("The name is changed."))
    return _back(organisation_id)


@blueprint.post("/organisations/<organisation_id>/administrators")
@needs_account
def add(account: Account, organisation_id: str) -> ResponseReturnValue:
    """Let somebody else administer it too."""
    form, now = AddressForm(request.form), parts().clock()
    address, added = form.typed("email"), []
    if not attempt(
        form, lambda: added.append(add_administrator(organisation_id, address, user_id=account.id, now=now))
    ):
        return _render(account, organisation_id, form), 422
    flash(_("The administrator is added.") if added[0] else _("This person administers the organisation already."))
    return _back(organisation_id, "administrators")


@blueprint.get("/organisations/<organisation_id>/administrators/<int:user_id>/removal")
@needs_account
def ask_to_remove(account: Account, organisation_id: str, user_id: int) -> ResponseReturnValue:
    """What follows when somebody administers it no more; back to the organisation for who does not."""
    view = get_organisation_for(account.id, organisation_id)
    person = next((one for one in view.administrators if one.user_id == user_id), None)
    if person is None:
        return _back(organisation_id, "administrators")
    page = build_administrator_removal(current_language(), view.record, person, own=user_id == account.id)
    return render_template("teams/removal.html", page=page)


@blueprint.post("/organisations/<organisation_id>/administrators/<int:user_id>/removal")
@needs_account
def remove(account: Account, organisation_id: str, user_id: int) -> ResponseReturnValue:
    """Let somebody administer it no more."""
    try:
        remove_administrator(organisation_id, user_id, user_id=account.id, now=parts().clock())
    except LastAdministrator as refusal:
        flash(words_of(refusal))
        return _back(organisation_id, "administrators")
    flash(_("The administrator is removed."))
    return redirect(url_for("teams.mine"), 303) if user_id == account.id else _back(organisation_id, "administrators")


@blueprint.get("/organisations/<organisation_id>/log")
@needs_account
def log(account: Account, organisation_id: str) -> ResponseReturnValue:
    """What was done with it, its teams and their campaigns."""
    found = get_organisation_log(account.id, organisation_id, page=asked_page())
    page = build_log_page(
        current_language(), account, found.entries, "organisations.log", organisation_id=found.record.id
    )
    return render_template("teams/organisation_log.html", page=page, organisation=found.record)


def _render_new(again: NameForm | None = None) -> str:
    language = current_language()
    return render_template(
        "teams/new_organisation.html", field=name_field(language, again, _("Name of the organisation"))
    )


def _render(account: Account, organisation_id: str, again: RefusableForm | None = None) -> str:
    view = get_organisation_for(account.id, organisation_id)
    page = build_organisation_page(current_language(), view, reader_id=account.id, again=again)
    return render_template("teams/organisation.html", page=page)


def _back(organisation_id: str, anchor: str | None = None) -> ResponseReturnValue:
    return redirect(url_for("organisations.show", organisation_id=organisation_id, _anchor=anchor), 303)
