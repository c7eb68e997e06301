"""Page values of the accounts library's pages, made of what it hands to its templates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import render_template, url_for
from flask_babel import gettext as _
from flask_security import current_user

from assessment.domain.people import LONGEST_NAME
from assessment.web.accounts import proof_pages
from assessment.web.accounts.form_pages import (
    FormPage,
    address_field,
    field_view,
    form_page,
    new_password_field,
    onward,
    password_field,
)
from assessment.web.parts import parts

Context = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SignInPage:
    """Ways to sign in. ``unconfirmed``: the password was right and the address is not confirmed yet.

    ``provider`` is the name of the single sign-on, empty without one; ``provider_url`` begins it.
    """

    form: FormPage
    unconfirmed: bool
    offers_passkeys: bool
    provider: str
    provider_url: str
    register_url: str


@dataclass(frozen=True, slots=True)
class RegistrationPage:
    """A new account, and the way back to the sign-in page."""

    form: FormPage
    sign_in_url: str


@dataclass(frozen=True, slots=True)
class VerifyPage:
    """Once more who it is: by password, by passkey, or by the single sign-on."""

    form: FormPage
    has_passkey: bool
    provider: str
    provider_url: str


@dataclass(frozen=True, slots=True)
class PasswordPage:
    """A change of the password; ``has_password`` is False for accounts that never had one."""

    form: FormPage
    has_password: bool


@dataclass(frozen=True, slots=True)
class AddressPage:
    """A change of the address."""

    form: FormPage
    current: str


def render(template: str, **context: Any) -> str:
    """What the library calls to show a page."""
    return render_template(template, page=_BUILDERS[template](context))


def provider_link() -> tuple[str, str]:
    """Name of the single sign-on and the address that begins it; empty without one."""
    provider = parts().settings.single_sign_on
    if provider is None:
        return "", ""
    return provider.name, url_for("single_sign_on.start", next=onward() or None)


def _sign_in(context: Context) -> SignInPage:
    form = context["login_user_form"]
    form.say_missing()
    unconfirmed = form.user_authenticated and form.requires_confirmation
    if unconfirmed:
        form.form_errors.clear()
    name, url = provider_link()
    return SignInPage(
        form=form_page(url_for("security.login"), form, address_field(form.email), password_field(form.password)),
        unconfirmed=unconfirmed,
        offers_passkeys=proof_pages.passkeys_work(),
        provider=name,
        provider_url=url,
        register_url=url_for("security.register", next=onward() or None),
    )


def _register(context: Context) -> RegistrationPage:
    form = context["register_user_form"]
    name_hint = _("Optional. Leads of your teams see it beside your address.")
    limits = {"autocomplete": "name", "maxlength": str(LONGEST_NAME)}
    return RegistrationPage(
        form=form_page(
            url_for("security.register"),
            form,
            address_field(form.email, hint=_("We send a link to it. Nobody else sees it until you join a team.")),
            new_password_field(form.password),
            field_view(form.name, _("Your name"), hint=name_hint, required=False, **limits),
        ),
        sign_in_url=url_for("security.login", next=onward() or None),
    )


def _send_confirmation(context: Context) -> FormPage:
    form = context["send_confirmation_form"]
    form.say_missing()
    return form_page(url_for("security.send_confirmation"), form, address_field(form.email))


def _forgot_password(context: Context) -> FormPage:
    form = context["forgot_password_form"]
    form.say_missing()
    return form_page(url_for("security.forgot_password"), form, address_field(form.email))


def _reset_password(context: Context) -> FormPage:
    form = context["reset_password_form"]
    action = url_for("security.reset_password", token=context["reset_password_token"])
    return form_page(action, form, new_password_field(form.password, label=_("New password")), username=form.user.email)


def _change_password(context: Context) -> PasswordPage:
    form, known = context["change_password_form"], context["active_password"]
    current = (password_field(form.password, label=_("Current password")),) if known else ()
    new = new_password_field(form.new_password, label=_("New password"))
    url = url_for("security.change_password")
    return PasswordPage(form_page(url, form, *current, new, username=current_user.email), known)


def _change_address(context: Context) -> AddressPage:
    form = context["change_email_form"]
    field = address_field(form.email, label=_("New email address"))
    return AddressPage(form_page(url_for("security.change_email"), form, field), context["current_email"])


def _verify(context: Context) -> VerifyPage:
    form = context["verify_form"]
    name, url = provider_link()
    return VerifyPage(
        form=form_page(url_for("security.verify"), form, password_field(form.password), username=current_user.email),
        has_passkey=context["has_webauthn_verify_credential"],
        provider=name,
        provider_url=url,
    )


_BUILDERS: Mapping[str, Callable[[Context], object]] = {
    "accounts/sign_in.html": _sign_in,
    "accounts/register.html": _register,
    "accounts/send_confirmation.html": _send_confirmation,
    "accounts/forgot_password.html": _forgot_password,
    "accounts/reset_password.html": _reset_password,
    "accounts/change_password.html": _change_password,
    "accounts/change_address.html": _change_address,
    "accounts/verify.html": _verify,
    "accounts/two_factor_setup.html": proof_pages.build_setup,
    "accounts/two_factor_code.html": proof_pages.build_code,
    "accounts/two_factor_choice.html": proof_pages.build_choice,
    "accounts/recovery_codes.html": proof_pages.build_recovery_codes,
    "accounts/recovery.html": proof_pages.build_recovery,
    "accounts/passkeys.html": proof_pages.build_passkeys,
    "accounts/passkey_sign_in.html": proof_pages.build_passkey_sign_in,
    "accounts/passkey_verify.html": proof_pages.build_passkey_verify,
}
