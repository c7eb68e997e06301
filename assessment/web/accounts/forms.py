"""Forms of the accounts library, without the fields this service does not use, and forms of its own."""

from __future__ import annotations

from typing import Any
from zoneinfo import available_timezones

from flask_security.forms import (
    ChangePasswordForm,
    ForgotPasswordForm,
    LoginForm,
    RegisterFormV2,
    ResetPasswordForm,
    TwoFactorRescueForm,
    TwoFactorSetupForm,
    VerifyForm,
)
from flask_security.tf_plugin import TwoFactorSelectForm
from flask_security.utils import get_message, hash_password
from flask_security.webauthn import WebAuthnRegisterForm
from wtforms import BooleanField, Form, HiddenField, PasswordField, RadioField, StringField
from wtforms.validators import AnyOf, Length

from assessment.languages import LOCALES
from assessment.use_cases.change_profile import LONGEST_NAME
from assessment.web.addresses import own_address
from assessment.web.locale import current_locale


class _GoesOn:
    """Forms that lead on to a page of this site, and to no other."""

    next: HiddenField

    def validate_next(self, field: HiddenField) -> None:
        """Whatever is not an address of this site is forgotten."""
        if field.data and own_address(field.data) != field.data:
            field.data = ""


class SignInForm(_GoesOn, LoginForm):
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


class ForgottenPasswordForm(ForgotPasswordForm):
    """The address whose password was forgotten. One that waits for confirmation is confirmed by the mailed link."""

    def validate(self, **kwargs: Any) -> bool:
        """Whether there is such an account, open to its owner."""
        if not Form.validate(self, **kwargs):
            return False
        if self.user is None or not self.user.is_active:
            self.email.errors = (get_message("DISABLED_ACCOUNT")[0],)
            return False
        hash_password(self.email.data)  # as the library does for unknown addresses: time must not tell them apart
        return True


class NewPasswordForm(ResetPasswordForm):
    """A new password, typed once: the browser remembers it, and another link can be mailed."""

    password_confirm = None


class OtherPasswordForm(ChangePasswordForm):
    """The password so far, and the one from now on."""

    new_password_confirm = None


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
