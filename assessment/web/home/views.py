"""Views of what an account holds."""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from assessment.domain.framework import Level
from assessment.domain.ownership_refusals import AnsweredAnonymously, OwnedByAnother
from assessment.domain.refusals import AssessmentNotFound
from assessment.use_cases.accounts import Account
from assessment.use_cases.answer_campaign import Standing, list_asked
from assessment.use_cases.audit import list_own_entries
from assessment.use_cases.compare_results import compare_own
from assessment.use_cases.own_assessments import (
    list_free,
    list_history,
    list_moments,
    list_open,
    take_into_account,
    withdraw_link,
)
from assessment.use_cases.records import AssessmentRecord
from assessment.web.access import list_opened, needs_access, open_with_held_key
from assessment.web.addresses import own_address
from assessment.web.home.change_page import build_change_page
from assessment.web.home.history_page import build_history_page, build_open_page
from assessment.web.home.pages import build_home_page
from assessment.web.locale import current_language, language_for
from assessment.web.log_page import build_log_page
from assessment.web.paging import asked_page
from assessment.web.parts import parts
from assessment.web.signed_in import get_account, needs_account

blueprint = Blueprint("home", __name__)


@blueprint.get("/account")
@needs_account
def show(account: Account) -> ResponseReturnValue:
    """Everything the account holds."""
    held = list_opened()
    free = list_free([record.id for record in held])
    page = build_home_page(
        current_language(),
        account,
        offered=[record for record in held if record.id in free],
        asked=[one for one in list_asked(account.id, now=parts().clock()) if one.standing is not Standing.SUBMITTED],
    )
    return render_template("home/show.html", page=page)


@blueprint.post("/account/assessments")
@needs_account
def take(account: Account) -> ResponseReturnValue:
    """Take assessments into the account, each by the link that this device holds to it."""
    taken = 0
    for assessment_id in dict.fromkeys(request.form.getlist("assessment")):
        try:
            record = open_with_held_key(assessment_id)
            take_into_account(record.id, account.id, now=parts().clock())
        except (AssessmentNotFound, OwnedByAnother, AnsweredAnonymously):
            continue  # gone or taken since the page was shown; the home shows what is there
        taken += 1
    if taken:
        flash(
            ngettext(
                "%(num)s assessment is in your account now.", "%(num)s assessments are in your account now.", taken
            )
        )
    else:
        flash(_("Nothing was taken into your account. Tick what you want to keep there."))
    return redirect(own_address(request.form.get("next") or url_for("home.show")), 303)


@blueprint.get("/account/open")
@needs_account
def waiting(account: Account) -> ResponseReturnValue:
    """All assessments that wait for answers, in pages."""
    page = build_open_page(current_language(), list_open(account.id, page=asked_page()))
    return render_template("home/open.html", page=page)


@blueprint.get("/account/history/<framework_id>/<level>")
@needs_account
def history(account: Account, framework_id: str, level: str) -> ResponseReturnValue:
    """All results of one questionnaire and level, in pages."""
    if level not in set(Level):
        abort(404)
    found = list_history(account.id, framework_id, Level(level), page=asked_page())
    if not found.items:
        abort(404)
    choice = list_moments(account.id, framework_id, Level(level))
    page = build_history_page(current_language(), account, found, choice)
    return render_template("home/history.html", page=page)


@blueprint.get("/account/change")
@needs_account
def change(account: Account) -> ResponseReturnValue:
    """What really changed between two chosen results."""
    comparison = compare_own(request.args.get("earlier", ""), request.args.get("later", ""), account.id)
    later = comparison.later
    choice = list_moments(account.id, later.framework.id, later.record.level)
    page = build_change_page(language_for(later.framework), account, comparison, choice)
    return render_template("home/change.html", page=page)


@blueprint.get("/account/log")
@needs_account
def log(account: Account) -> ResponseReturnValue:
    """What the account did, and what others did to its assessments."""
    page = build_log_page(current_language(), account, list_own_entries(account.id, page=asked_page()), "home.log")
    return render_template("home/log.html", page=page)


@blueprint.post("/assessments/<assessment_id>/link/withdrawal")
@needs_access
def withdraw(record: AssessmentRecord) -> ResponseReturnValue:
    """Let the private link open nothing any more."""
    withdraw_link(record.id, get_account().id, now=parts().clock(), token_source=parts().token_source)
    flash(_("The private link opens nothing any more. The assessment opens in your account."))
    return redirect(url_for("questions.link", assessment_id=record.id), 303)
