"""Forms of the accounts library as pages show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import request
from flask_babel import gettext as _

from assessment.web.accounts.configuration import LONGEST_PASSWORD, SHORTEST_PASSWORD
from assessment.web.addresses import own_address
from assessment.web.fields import FieldView

_LONGEST_ADDRESS = 254


@dataclass(frozen=True, slots=True)
class FormPage:
    """One form: where it goes, its fields, what is wrong with it as a whole, and the page it leads on to if any.

    ``username`` tells programs that keep passwords whose one a form without an address asks for.
    """

    action: str
    fields: tuple[FieldView, ...]
    problems: tuple[str, ...] = ()
    onward: str = ""
    username: str = ""


def form_page(action: str, form: Any, *fields: FieldView, username: str = "") -> FormPage:
    """The form with what the library found wrong with it."""
    return FormPage(action, fields, tuple(str(problem) for problem in form.form_errors), onward(), username)


def onward() -> str:
    """The page of this site that a form was asked to lead on to, empty if none."""
    asked = request.form.get("next") or request.args.get("next") or ""
    return asked if own_address(asked) == asked else ""


def field_view(
    field: Any,
    label: str,
    *,
    kind: str = "text",
    hint: str = "",
    missing: str = "",
    required: bool = True,
    **limits: str,
) -> FieldView:
    """A field as it was typed, with its first refusal; ``missing`` is the refusal of an empty one. What is secret is
    never shown again."""
    error = str(field.errors[0]) if field.errors else ""
    return FieldView(
        id=field.name,
        name=field.name,
        label=label,
        value="" if kind == "password" else str(field.data or ""),
        kind=kind,
        hint=hint,
        error=missing if error and missing and not str(field.data or "").strip() else error,
        required=required,
        limits=_attributes(limits),
    )


def address_field(field: Any, *, label: str = "", hint: str = "") -> FieldView:
    return field_view(
        field,
        label or _("Email address"),
        kind="email",
        hint=hint,
        autocomplete="username",
        maxlength=str(_LONGEST_ADDRESS),
        spellcheck="false",
    )


def password_field(field: Any, *, label: str = "") -> FieldView:
    """The password somebody has."""
    return field_view(
        field,
        label or _("Password"),
        kind="password",
        autocomplete="current-password",
        maxlength=str(LONGEST_PASSWORD),
    )


def new_password_field(field: Any, *, label: str = "") -> FieldView:
    """A password somebody thinks of."""
    return field_view(
        field,
        label or _("Password"),
        kind="password",
        hint=_("At least %(count)s characters. A few words work well.", count=SHORTEST_PASSWORD),
        autocomplete="new-password",
        maxlength=str(LONGEST_PASSWORD),
        minlength=str(SHORTEST_PASSWORD),
    )


def code_field(field: Any) -> FieldView:
    """The six digits of an authenticator app."""
    return field_view(
        field,
        _("Code from the app"),
        missing=_("Type the code."),
        autocomplete="one-time-code",
        inputmode="numeric",
        maxlength="7",
        size="8",
    )


def _attributes(limits: Mapping[str, str]) -> dict[str, str]:
    return dict(limits)
