"""Joins the accounts library to the application."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any, cast

from flask import Flask, g, session, url_for
from flask.typing import ResponseValue
from flask_login.utils import _user_context_processor
from flask_security import Security
from werkzeug.utils import redirect

from assessment.languages import LOCALES, get_language
from assessment.use_cases.account_store import AccountStore
from assessment.use_cases.parts import Parts
from assessment.web.accounts import events, mail_links, saving
from assessment.web.accounts.changing_address import asking_first
from assessment.web.accounts.configuration import configuration
from assessment.web.accounts.confirming import confirm
from assessment.web.accounts.erasure_views import blueprint as account_erasure
from assessment.web.accounts.forms import (
    ChoiceForm,
    ConfirmationForm,
    ForgottenPasswordForm,
    NewPasswordForm,
    OtherPasswordForm,
    PasskeyForm,
    RegistrationForm,
    RescueForm,
    SetupForm,
    SignInForm,
    VerifyAgainForm,
)
from assessment.web.accounts.fresh import asking_again
from assessment.web.accounts.mail_sending import Mails
from assessment.web.accounts.pages import render
from assessment.web.accounts.passkey_forms import NewPasskeyForm, PasskeyAnswerForm
from assessment.web.accounts.proofs import AuthenticatorCodes, Passkeys, Passwords, RecoveryCodes
from assessment.web.accounts.resetting import for_present_address
from assessment.web.accounts.second_step import on_the_way_in
from assessment.web.accounts.setting_up import trying_again
from assessment.web.accounts.sign_on_views import blueprint as single_sign_on
from assessment.web.accounts.views import blueprint as accounts
from assessment.web.signed_in import NotSignedIn, find_account, here


def register(app: Flask) -> None:
    """Give the application its accounts. Expects languages, form tokens and ``app.extensions["cx_wheel"]``."""
    parts: Parts = app.extensions["cx_wheel"]
    app.config.update(configuration(parts, app.config["SECRET_KEY"]))
    security = Security(
        app,
        AccountStore(),
        login_form=SignInForm,
        verify_form=VerifyAgainForm,
        register_form=RegistrationForm,
        send_confirmation_form=ConfirmationForm,
        forgot_password_form=ForgottenPasswordForm,
        reset_password_form=NewPasswordForm,
        change_password_form=OtherPasswordForm,
        two_factor_setup_form=SetupForm,
        two_factor_rescue_form=RescueForm,
        two_factor_select_form=ChoiceForm,
        wan_register_form=PasskeyForm,
        wan_register_response_form=NewPasskeyForm,
        wan_signin_response_form=PasskeyAnswerForm,
        mail_util_cls=Mails,
        password_util_cls=Passwords,
        totp_cls=AuthenticatorCodes,
        mf_recovery_codes_util_cls=RecoveryCodes,
        webauthn_util_cls=Passkeys,
        render_template=render,
    )
    security.want_json(lambda _request: False)
    security.unauthn_handler(_ask_to_sign_in)
    security.reauthn_handler(_ask_again)
    _speak_our_languages(security)
    _recognise_devices(app, security)
    _mend_views(app)
    events.register(app)
    mail_links.register(app)
    for area in (accounts, account_erasure, single_sign_on):
        app.register_blueprint(area)
    saving.register(app)


def _speak_our_languages(security: Security) -> None:
    """What the library says are our sentences, so our catalogues translate them."""
    for locale in LOCALES:
        security.i18n_domain.cache[(locale, security.i18n_domain.domain[0])] = get_language(locale).translations


def _recognise_devices(app: Flask, security: Security) -> None:
    """Somebody is signed in while the device's own session lasts; no token in an address or a header signs in.

    The library would look the account up for every request and every template; pages that need it ask by themselves.
    """
    manager = security.login_manager
    manager.user_loader(_find_user(security))
    manager.request_loader(lambda _request: None)
    app.before_request_funcs[None].remove(security.principal._on_before_request)  # noqa: SLF001  (no public switch)
    app.template_context_processors[None].remove(_user_context_processor)
    app.after_request_funcs[None].remove(manager._update_remember_cookie)  # noqa: SLF001  (there is no such cookie)


def _find_user(security: Security) -> Any:
    def find_user(user_id: str) -> Any:
        account = find_account()
        user = security.datastore.find_user(fs_uniquifier=user_id) if account is not None else None
        if user is None or account is None or user.id != account.id:
            return None
        g.fs_authn_via = "session"
        g.fs_paa = session.get("fs_paa", 0)
        return user

    return find_user


def _mend_views(app: Flask) -> None:
    """Programs that check mails open every link in them: opening one asks, and a button acts. And whoever mistypes the
    first code of an authenticator app need not begin anew."""
    change = "security.change_email_confirm"
    mended: dict[str, Callable[[saving.View], saving.View]] = {
        "security.confirm_email": lambda _view: confirm,
        change: asking_first,
        "security.reset_password": for_present_address,
        "security.two_factor_setup_validate": lambda view: asking_again(trying_again(view)),
        "security.two_factor_token_validation": on_the_way_in,
        "security.wan_register_response": asking_again,
    }
    for endpoint, mend in mended.items():
        app.view_functions[endpoint] = mend(cast(saving.View, app.view_functions[endpoint]))
    app.add_url_rule("/account/address/<token>", endpoint=change, methods=["POST"])


def _ask_to_sign_in(_mechanisms: list[str], headers: dict[str, str] | None = None) -> ResponseValue:
    del headers
    raise NotSignedIn


def _ask_again(_within: timedelta, _grace: timedelta) -> ResponseValue:
    """The page that asks for the password or a passkey once more, and leads back here."""
    return redirect(url_for("security.verify", next=here()), 303)
