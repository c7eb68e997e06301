"""Forms of the accounts library, without the fields this service does not use, and forms of its own."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from zoneinfo import available_timezones

from flask_security import current_user
from flask_security.forms import (
    ChangePasswordForm,
    ForgotPasswordForm,
    LoginForm,
    RegisterFormV2,
    ResetPasswordForm,
    SendConfirmationForm,
    TwoFactorRescueForm,
    TwoFactorSetupForm,
    VerifyForm,
)
from flask_security.mail_util import EmailValidateException
from flask_security.proxies import _security
from flask_security.tf_plugin import TwoFactorSelectForm
from flask_security.utils import get_message, hash_password
from flask_security.webauthn import WebAuthnRegisterForm
from wtforms import BooleanField, Form, HiddenField, PasswordField, RadioField, StringField
from wtforms.validators import AnyOf, Length

from assessment.domain.people import LONGEST_NAME
from assessment.languages import LOCALES
from assessment.web.addresses import own_address
from assessment.web.locale import current_locale


class _GoesOn:
    """Forms that lead on to a page of this site, and to no other."""

    next: HiddenField

    def validate_next(self, field: HiddenField) -> None:
        """Whatever is not an address of this site is forgotten."""
        if field.data and own_address(field.data) != field.data:
            field.data = ""


class _SaysWhatIsMissing:
    """Forms that answer alike for every address, and still say when there is none: that tells of no account.

    ``missing`` are sentences by field. The library clears what it finds wrong with fields, so they wait apart.
    """

    missing: Mapping[str, str] = MappingProxyType({})

    def validate(self, **kwargs: Any) -> bool:
        """Nothing is looked up until everything is filled in."""
        self.missing = _find_missing(self)
        if self.missing:
            self.form_errors: list[str] = list(self.missing.values())
            return False
        return bool(super().validate(**kwargs))  # type: ignore[misc]

    def say_missing(self) -> None:
        """Put the sentences at their fields."""
        if self.missing:
            self.form_errors.clear()
        for name, sentence in self.missing.items():
            getattr(self, name).errors = (sentence,)


class SignInForm(_SaysWhatIsMissing, _GoesOn, LoginForm):
    """Address and password."""

    remember = None  # people stay signed in until they sign out, or for thirty days without a visit


class VerifyAgainForm(_GoesOn, VerifyForm):
    """The password once more."""


class RegistrationForm(_GoesOn, RegisterFormV2):
    """Name, address and password; ``time_zone`` is what the browser says."""

    name = StringField(validators=[Length(max=LONGEST_NAME)])
    time_zone = HiddenField()

    def to_dict(self, only_user: bool) -> dict[str, Any]:
        """What the new account holds."""
        known = super().to_dict(only_user)
        if only_user:
            hash_password(self.password.data)  # as long as it takes for an address that waits for confirmation
        zone = self.time_zone.data if self.time_zone.data in available_timezones() else "UTC"
        return {**known, "name": (self.name.data or "").strip(), "time_zone": zone, "locale": current_locale()}


class ConfirmationForm(_SaysWhatIsMissing, SendConfirmationForm):
    """The address that waits for confirmation."""

    def validate(self, **kwargs: Any) -> bool:
        """Whether there is such an account. It takes as long where there is none."""
        valid = super().validate(**kwargs)
        hash_password(self.email.data or "")
        return valid


class _ForgottenPasswordForm(ForgotPasswordForm):
    def validate(self, **kwargs: Any) -> bool:
        """Whether there is such an account, open to its owner."""
        if not Form.validate(self, **kwargs):
            return False
        if self.user is None or not self.user.is_active:
            self.email.errors = (get_message("DISABLED_ACCOUNT")[0],)
            return False
        hash_password(self.email.data)  # as the library does for unknown addresses: time must not tell them apart
        return True


class ForgottenPasswordForm(_SaysWhatIsMissing, _ForgottenPasswordForm):
    """The address whose password was forgotten. One that waits for confirmation is confirmed by the mailed link."""


class NewPasswordForm(ResetPasswordForm):
    """A new password, typed once: the browser remembers it, and another link can be mailed."""

    password_confirm = None


class OtherPasswordForm(ChangePasswordForm):
    """The password so far, and the one from now on."""

    new_password_confirm = None

    def validate(self, **kwargs: Any) -> bool:
        """Both are asked for at once, not one after the other."""
        valid = super().validate(**kwargs)
        if current_user.password and not self.password.data and not self.password.errors:
            self.password.errors = (get_message("PASSWORD_NOT_PROVIDED")[0],)
        return bool(valid)


class ProfileForm(Form):
    """Name, language and time zone."""

    name = StringField(validators=[Length(max=LONGEST_NAME)])
    locale = StringField(validators=[AnyOf(LOCALES)])
    time_zone = StringField(validators=[AnyOf(available_timezones())])


class SetupForm(TwoFactorSetupForm):
    """What to do about the second step; the library checks the value."""

    setup = StringField()


class RescueForm(TwoFactorRescueForm):
    """Ways around the second step; pages link to recovery codes instead."""

    help_setup = RadioField(choices=[])


class ChoiceForm(TwoFactorSelectForm):
    """Which second step to take; the library checks the value."""

    which = StringField()


class PasskeyForm(WebAuthnRegisterForm):
    """A new passkey: its name, and whether it takes the place of the password or comes after it."""

    usage = StringField(validators=[AnyOf(("first", "secondary"))])


class ConfirmForm(Form):
    """The password chosen at registration, so that nobody confirms an account that somebody else began."""

    password = PasswordField()


class DeleteForm(Form):
    """That everything is to go, and the password."""

    confirmed = BooleanField()
    password = PasswordField()


def _find_missing(form: Any) -> dict[str, str]:
    """What is not filled in, and an address that is none."""
    missing = {}
    address = str(form.email.data or "").strip()
    if not address:
        missing["email"] = get_message("EMAIL_NOT_PROVIDED")[0]
    elif not _is_address(address):
        missing["email"] = get_message("INVALID_EMAIL_ADDRESS")[0]
    if "password" in form and not form.password.data:
        missing["password"] = get_message("PASSWORD_NOT_PROVIDED")[0]
    return missing


def _is_address(typed: str) -> bool:
    try:
        _security.mail_util.normalize(typed)
    except EmailValidateException:
        return False
    return True
