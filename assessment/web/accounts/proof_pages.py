"""Page values of the second step and of passkeys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from flask import url_for
from flask_babel import gettext as _
from flask_security import current_user

from assessment.web.accounts.form_pages import FormPage, code_field, field_view, form_page
from assessment.web.locale import current_language
from assessment.web.parts import parts

Context = Mapping[str, Any]

_LONGEST_PASSKEY_NAME = 64


@dataclass(frozen=True, slots=True)
class SetupPage:
    """The second step by an authenticator app. ``qr`` and ``key`` are the new secret once setting up has begun."""

    action: str
    is_on: bool
    offers_passkeys: bool
    qr: str = ""
    key: str = ""
    code: FormPage | None = None


@dataclass(frozen=True, slots=True)
class CodePage:
    """The code that sign-in asks for."""

    form: FormPage


@dataclass(frozen=True, slots=True)
class Choice:
    """A second step somebody has set up."""

    value: str
    name: str


@dataclass(frozen=True, slots=True)
class ChoicePage:
    """Which second step to take."""

    form: FormPage
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class RecoveryCodesPage:
    """New recovery codes, shown once; none before they are asked for. ``left`` counts those that still work."""

    action: str
    codes: tuple[str, ...]
    file_url: str
    left: int


@dataclass(frozen=True, slots=True)
class Passkey:
    """A passkey as its owner sees it."""

    name: str
    purpose: str
    last_used: str


@dataclass(frozen=True, slots=True)
class Ceremony:
    """What the browser asks a passkey: ``options`` as JSON for the script, and where the answer goes."""

    action: str
    options: str
    onward: str


@dataclass(frozen=True, slots=True)
class PasskeysPage:
    """Passkeys of an account, a form for another, and the ceremony once that form was sent."""

    passkeys: tuple[Passkey, ...]
    form: FormPage
    remove_url: str
    ceremony: Ceremony | None


@dataclass(frozen=True, slots=True)
class PasskeyPage:
    """A passkey asked for: to sign in, as the second step, or once more."""

    form: FormPage
    is_second_step: bool
    ceremony: Ceremony | None


def passkeys_work() -> bool:
    """Passkeys belong to a name; a site that people reach by a number, such as 127.0.0.1, has none."""
    host = urlsplit(parts().settings.base_url).hostname or ""
    try:
        ip_address(host)
    except ValueError:
        return True
    return False


def build_setup(context: Context) -> SetupPage:
    action = url_for("security.two_factor_setup")
    is_on = bool(current_user.tf_primary_method)
    if context["chosen_method"] is None:
        return SetupPage(action, is_on, passkeys_work())
    form = context["two_factor_verify_code_form"]
    check = url_for("security.two_factor_setup_validate", token=context["state_token"])
    code = form_page(check, form, code_field(form.code))
    return SetupPage(action, is_on, passkeys_work(), qr=context["authr_qrcode"], key=context["authr_key"], code=code)


def build_code(context: Context) -> CodePage:
    form = context["two_factor_verify_code_form"]
    return CodePage(form_page(url_for("security.two_factor_token_validation"), form, code_field(form.code)))


def build_choice(context: Context) -> ChoicePage:
    form = context["two_factor_select_form"]
    names = {"authenticator": _("The code of the authenticator app"), "webauthn": _("A passkey")}
    choices = tuple(Choice(value, names[value]) for value, _label in form.which.choices)
    return ChoicePage(form_page(url_for("security.tf_select"), form), choices)


def build_recovery_codes(context: Context) -> RecoveryCodesPage:
    return RecoveryCodesPage(
        action=url_for("security.mf_recovery_codes"),
        codes=tuple(context["recovery_codes"]),
        file_url=url_for("accounts.recovery_codes_file"),
        left=len(current_user.mf_recovery_codes or ()),
    )


def recovery_text(codes: Iterable[str], *, site: str) -> str:
    """The file to keep: what the codes are for, at which address, and one code on each line."""
    use = _("Each code replaces the second step at sign-in one time. Keep this file where nobody else finds it.")
    return "\n".join((_("CX Wheel: recovery codes"), site, "", use, "", *codes, ""))


def build_recovery(context: Context) -> FormPage:
    form = context["mf_recovery_form"]
    field = field_view(
        form.code,
        _("Recovery code"),
        missing=_("Type the code."),
        autocomplete="off",
        autocapitalize="none",
        spellcheck="false",
    )
    return form_page(url_for("security.mf_recovery"), form, field)


def build_passkeys(context: Context) -> PasskeysPage:
    form = context["wan_register_form"]
    name = field_view(
        form.name,
        _("A name to know it by"),
        hint=_("Such as “Phone” or “Key on my key ring”."),
        maxlength=str(_LONGEST_PASSKEY_NAME),
        autocomplete="off",
    )
    passkeys = tuple(_passkey(key.name, key.usage, key.lastuse_datetime) for key in current_user.webauthn)
    return PasskeysPage(
        passkeys=passkeys,
        form=form_page(url_for("security.wan_register"), form, name),
        remove_url=url_for("security.wan_delete"),
        ceremony=_ceremony(context, "security.wan_register_response", ""),
    )


def build_passkey_sign_in(context: Context) -> PasskeyPage:
    form = form_page(url_for("security.wan_signin"), context["wan_signin_form"])
    return PasskeyPage(form, context["is_secondary"], _ceremony(context, "security.wan_signin_response", form.onward))


def build_passkey_verify(context: Context) -> PasskeyPage:
    form = form_page(url_for("security.wan_verify"), context["wan_verify_form"])
    return PasskeyPage(form, False, _ceremony(context, "security.wan_verify_response", form.onward))


def _ceremony(context: Context, endpoint: str, onward: str) -> Ceremony | None:
    options = context.get("credential_options")
    if options is None:
        return None
    return Ceremony(url_for(endpoint, token=context["wan_state"]), options, onward)


def _passkey(name: str, usage: str, used: datetime) -> Passkey:
    purpose = _("Instead of the password") if usage == "first" else _("After the password")
    return Passkey(name, purpose, current_language().date(used.date()))
