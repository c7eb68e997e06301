"""Page values of the settings of an account and of its devices."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from assessment.domain.people import LONGEST_NAME
from assessment.languages import LOCALES, Language
from assessment.use_cases.account_sessions import DeviceSession, list_sessions
from assessment.use_cases.accounts import Account
from assessment.web.accounts.form_pages import FormPage
from assessment.web.accounts.forms import ProfileForm
from assessment.web.accounts.proof_pages import passkeys_work
from assessment.web.fields import FieldView
from assessment.web.locale import LOCALE_NAMES, current_language
from assessment.web.time_zones import group_time_zones


@dataclass(frozen=True, slots=True)
class Setting:
    """Something that can be changed on a page of its own: what it is, how it stands, and where."""

    name: str
    state: str
    url: str
    verb: str


@dataclass(frozen=True, slots=True)
class SettingsPage:
    """The form of the profile, and everything else."""

    profile: FormPage
    access: tuple[Setting, ...]
    export_url: str
    delete_url: str


@dataclass(frozen=True, slots=True)
class Device:
    """A device as its owner sees it. ``end_url`` signs it out; empty for the device the page is shown on."""

    name: str
    since: str
    seen: str
    end_url: str


@dataclass(frozen=True, slots=True)
class SessionsPage:
    """All devices; ``others`` says that there are more than this one."""

    devices: tuple[Device, ...]
    others: bool


def build_settings_page(account: Account, user: Any, form: ProfileForm, *, now: datetime) -> SettingsPage:
    """``form`` is empty, or was refused; ``user`` is the account as the accounts library holds it."""
    return SettingsPage(
        profile=FormPage(url_for("accounts.save_profile"), _profile_fields(account, form, now)),
        access=(*_proofs(account, user), _devices(account, now)),
        export_url=url_for("accounts.export"),
        delete_url=url_for("account_erasure.show"),
    )


def build_sessions_page(
    language: Language, account: Account, found: Iterable[DeviceSession], *, here: str, now: datetime
) -> SessionsPage:
    """``here`` is the id of the device the page is shown on, which comes first."""
    zone = ZoneInfo(account.time_zone)
    ordered = sorted(found, key=lambda one: one.id != here)
    devices = tuple(
        Device(
            name=device_name(one.device),
            since=_moment(language, one.started_at, zone),
            seen=_("now") if one.id == here else _last_seen(language, one.seen_at, zone, now),
            end_url="" if one.id == here else url_for("accounts.end_one", session_id=one.id),
        )
        for one in ordered
    )
    return SessionsPage(devices, others=len(devices) > 1)


def device_name(user_agent: str) -> str:
    """Browser and system, as far as a browser tells them."""
    browser = _first(user_agent, _BROWSERS)
    system = _first(user_agent, _SYSTEMS)
    if browser and system:
        return str(_("%(browser)s on %(system)s", browser=browser, system=system))
    return browser or system or str(_("A device that does not tell its name"))


_BROWSERS = (
    (r"YaBrowser/", "Yandex Browser"),
    (r"Edg(e|A|iOS)?/", "Edge"),
    (r"OPR/|Opera", "Opera"),
    (r"Firefox/|FxiOS/", "Firefox"),
    (r"Chrome/|CriOS/|Chromium/", "Chrome"),
    (r"Safari/", "Safari"),
)
_SYSTEMS = (
    (r"iPhone", "iPhone"),
    (r"iPad", "iPad"),
    (r"Android", "Android"),
    (r"Windows", "Windows"),
    (r"Mac OS X|Macintosh", "macOS"),
    (r"CrOS", "ChromeOS"),
    (r"Linux", "Linux"),
)
"""Patterns of what browsers call themselves; the first that fits counts, as they name each other."""


def _first(user_agent: str, patterns: Iterable[tuple[str, str]]) -> str:
    return next((name for pattern, name in patterns if re.search(pattern, user_agent)), "")


def _profile_fields(account: Account, form: ProfileForm, now: datetime) -> tuple[FieldView, ...]:
    zones = group_time_zones(current_language(), account.time_zone, now=now)
    name_error = _("A name has at most %(count)s characters.", count=LONGEST_NAME) if form.name.errors else ""
    return (
        FieldView(
            "name",
            "name",
            _("Your name"),
            account.name if form.name.data is None else form.name.data,
            hint=_("Optional. Leads of your teams see it beside your address."),
            error=name_error,
            limits={"autocomplete": "name", "maxlength": str(LONGEST_NAME)},
        ),
        FieldView(
            "locale",
            "locale",
            _("Language of pages and emails"),
            account.locale,
            kind="select",
            options=tuple((locale, LOCALE_NAMES[locale]) for locale in LOCALES),
        ),
        FieldView("time_zone", "time_zone", _("Time zone"), account.time_zone, kind="select", groups=zones),
    )


def _proofs(account: Account, user: Any) -> tuple[Setting, ...]:
    is_on = bool(user.tf_primary_method)
    return (
        Setting(_("Email address"), account.email, url_for("security.change_email"), _("Change the address")),
        Setting(
            _("Password"),
            _("A password is set") if user.password else _("None: you sign in another way"),
            url_for("security.change_password"),
            _("Change the password") if user.password else _("Set a password"),
        ),
        Setting(
            _("Second step at sign-in"),
            _("Switched on: an authenticator app") if is_on else _("Switched off"),
            url_for("security.two_factor_setup"),
            _("Change the second step") if is_on else _("Set up a second step"),
        ),
        *_passkeys(user),
    )


def _passkeys(user: Any) -> tuple[Setting, ...]:
    if not passkeys_work():
        return ()
    keys = len(user.webauthn)
    state = ngettext("%(num)s passkey", "%(num)s passkeys", keys) if keys else _("None yet")
    return (Setting(_("Passkeys"), state, url_for("security.wan_register"), _("Manage passkeys")),)


def _devices(account: Account, now: datetime) -> Setting:
    count = len(list_sessions(account.id, now=now))
    state = ngettext("Signed in on %(num)s device", "Signed in on %(num)s devices", count)
    return Setting(_("Devices"), state, url_for("accounts.sessions"), _("See the devices"))


def _moment(language: Language, at: datetime, zone: ZoneInfo) -> str:
    local = at.astimezone(zone)
    return f"{language.date(local.date())}, {language.time(local)}"


def _last_seen(language: Language, at: datetime, zone: ZoneInfo, now: datetime) -> str:
    """Sessions note when they were seen once an hour, so nothing finer is told."""
    if (now - at).total_seconds() < 3600:
        return str(_("within the last hour"))
    return _moment(language, at, zone)
