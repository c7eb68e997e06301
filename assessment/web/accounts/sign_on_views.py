"""Views of the single sign-on."""

from __future__ import annotations

import logging
from typing import Any

from flask import Blueprint, abort, current_app, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_security import login_user
from flask_security.mail_util import EmailValidateException
from flask_security.proxies import _datastore, _security

from assessment.domain.account_refusals import AccountClosed, AddressNotVerified
from assessment.sign_on_settings import SingleSignOn
from assessment.use_cases.sign_on import find_or_make_account
from assessment.web.accounts.saving import saving
from assessment.web.accounts.single_sign_on import Proof, SignOnFailed, begin, finish
from assessment.web.addresses import own_address
from assessment.web.errors import ErrorPage, error_response
from assessment.web.locale import current_locale
from assessment.web.parts import parts
from assessment.web.signed_in import find_account

blueprint = Blueprint("single_sign_on", __name__, url_prefix="/account/oidc")

_LOG = logging.getLogger("assessment.accounts")
_ONWARD = "sign_on_next"


@blueprint.get("/start")
def start() -> ResponseReturnValue:
    """Go to the provider, and remember the page to go on to. Whoever is signed in proves that it is still them."""
    provider = _provider()
    session[_ONWARD] = own_address(request.args.get("next"))
    return_to = parts().settings.base_url + url_for("single_sign_on.come_back")
    return begin(provider, return_to, anew=find_account() is not None)


@blueprint.get("/return")
@saving
def come_back() -> ResponseReturnValue:
    """Sign in whoever the provider recognised, with their second step if they have one."""
    proof = finish(_provider())
    user: Any = _datastore.find_user(id=_account_of(proof))
    signed_in = find_account()
    if signed_in is not None and signed_in.id != user.id:
        return _other_account()
    onward = session.pop(_ONWARD, "/")
    onward = onward if onward != "/" else current_app.config["SECURITY_POST_LOGIN_VIEW"]
    second_step = None
    if signed_in is None:
        second_step = _security.two_factor_plugins.tf_enter(user, False, "sign_on", next_loc=onward)
    if second_step is not None:
        return second_step
    login_user(user, authn_via=["sign_on"])
    return redirect(onward, 303)


@blueprint.errorhandler(SignOnFailed)
def failed(error: SignOnFailed) -> ResponseReturnValue:
    """The provider is away or proved nothing."""
    _LOG.warning("The single sign-on failed: %s", error)
    return error_response(
        ErrorPage(
            status=502,
            title=_("The single sign-on did not work"),
            happened=_("The provider could not be reached, or its answer did not prove who you are."),
            kept=_("You are not signed in."),
            advice=_("Try again in a minute, or sign in another way."),
        )
    )


@blueprint.errorhandler(AddressNotVerified)
@blueprint.errorhandler(EmailValidateException)
def not_verified(_refusal: Exception) -> ResponseReturnValue:
    """An address that nobody checked opens no account."""
    return error_response(
        ErrorPage(
            status=403,
            title=_("Your address is not verified there"),
            happened=_("The provider recognised you, but does not say that your email address is verified."),
            kept=_("You are not signed in."),
            advice=_("Have the address verified with the provider, or register here with a password."),
        )
    )


@blueprint.errorhandler(AccountClosed)
def closed(_refusal: AccountClosed) -> ResponseReturnValue:
    return error_response(
        ErrorPage(
            status=403,
            title=_("This account is closed"),
            happened=_("The people who run this site have closed your account."),
            advice=_("Ask them what happened."),
        )
    )


def _provider() -> SingleSignOn:
    provider = parts().settings.single_sign_on
    if provider is None:
        abort(404)
    return provider


def _account_of(proof: Proof) -> int:
    return find_or_make_account(
        proof.issuer,
        proof.subject,
        email=_security.mail_util.normalize(proof.email) if proof.email else "",
        is_verified=proof.is_verified,
        name=proof.name,
        locale=current_locale(),
        now=parts().clock(),
    )


def _other_account() -> ResponseReturnValue:
    return error_response(
        ErrorPage(
            status=409,
            title=_("Somebody else is signed in here"),
            happened=_("The provider recognised another person than the one who is signed in on this device."),
            advice=_("Sign out first."),
        )
    )
