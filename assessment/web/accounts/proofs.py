"""How people prove who they are: rules for passwords, codes that count once, passkeys that ask for the person."""

from __future__ import annotations

from typing import Any

from flask import session
from flask_security import MfRecoveryCodesUtil, PasswordUtil, UserMixin
from flask_security.proxies import _datastore, _security
from flask_security.totp import Totp
from flask_security.utils import get_message
from flask_security.webauthn_util import WebauthnUtil
from passlib.totp import TotpMatch
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from assessment.use_cases.account_store import gathered
from assessment.use_cases.second_factor import (
    hash_recovery_code,
    new_recovery_codes,
    spend_authenticator_code,
    spend_recovery_code,
)
from assessment.web.accounts.configuration import RECOVERY_CODES
from assessment.web.parts import parts

_FEWEST_LETTERS = 5
"""Different letters a password must have."""

_AROUND = "0123456789!.-_?"

_ASKED = "passkey_asked"
"""Where the signed cookie keeps the question for a passkey."""


class Passwords(PasswordUtil):
    """Passwords that are not the address and not a few keys over and over."""

    def validate(self, password: str, is_register: bool, **kwargs: Any) -> tuple[list[Any] | None, str]:
        """What is wrong with it, None if nothing, and the password as it is compared from now on."""
        wrong, plain = super().validate(password, is_register, **kwargs)
        if wrong:
            return wrong, plain
        email = kwargs.get("email") if is_register else getattr(kwargs.get("user"), "email", None)
        if _is_simple(plain.lower(), email or ""):
            return [get_message("PASSWORD_TOO_SIMPLE")[0]], plain
        return None, plain


class AuthenticatorCodes(Totp):
    """Codes of an authenticator app. Each counts once, also when two requests bring it at the same moment."""

    def get_last_counter(self, user: Any) -> int | None:
        """The half minute whose code was used last."""
        counter: int | None = user.tf_last_counter
        return counter

    def set_last_counter(self, user: UserMixin, tmatch: TotpMatch) -> None:
        """Have the half minute noted when the request saves."""
        user_id, counter = user.id, tmatch.counter
        gathered().steps.append(lambda connection: spend_authenticator_code(connection, user_id, counter))

    def generate_qrcode(self, username: str, totp: str) -> str:
        """The secret as a picture for the app's camera, dark on white in any colour scheme."""
        import segno  # used on this page alone

        code = segno.make_qr(self.get_totp_uri(username, totp), error="m")
        return str(code.svg_data_uri(scale=4, border=4, dark="#000", light="#fff"))


class RecoveryCodes(MfRecoveryCodesUtil):
    """Recovery codes that are shown once and stored as hashes."""

    def create_recovery_codes(self, user: UserMixin) -> list[str]:
        """New codes in place of all earlier ones."""
        codes = new_recovery_codes(RECOVERY_CODES, parts().token_source)
        user.mf_recovery_codes = [hash_recovery_code(code) for code in codes]
        _datastore.put(user)
        return list(codes)

    def get_recovery_codes(self, user: UserMixin) -> list[str]:  # noqa: ARG002  (the library's signature)
        """Nobody can read them again."""
        return []

    def check_recovery_code(self, user: UserMixin, code: str) -> bool:
        return hash_recovery_code(code) in (user.mf_recovery_codes or [])

    def delete_recovery_code(self, user: UserMixin, code: str) -> bool:
        """Have the code spent when the request saves."""
        user_id = user.id
        gathered().steps.append(lambda connection: spend_recovery_code(connection, user_id, code))
        return True


class Passkeys(WebauthnUtil):
    """Passkeys instead of a password know the person by a finger, a face or a PIN; those beside it need not."""

    def generate_challenge(self, nbytes: int | None = None) -> str:
        """A question for the passkey, which this browser alone may answer, and once."""
        challenge: str = super().generate_challenge(nbytes)
        session[_ASKED] = challenge
        return challenge

    def authenticator_selection(self, user: UserMixin, usage: str) -> AuthenticatorSelectionCriteria:  # noqa: ARG002
        """What the browser may offer when a passkey is added."""
        if usage == "first":
            return AuthenticatorSelectionCriteria(
                resident_key=ResidentKeyRequirement.REQUIRED,
                user_verification=UserVerificationRequirement.REQUIRED,
            )
        return AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.DISCOURAGED,
            user_verification=UserVerificationRequirement.DISCOURAGED,
        )

    def user_verification(self, user: UserMixin | None, usage: list[str]) -> UserVerificationRequirement:  # noqa: ARG002
        """Whether the passkey must know the person for this step."""
        if "secondary" in usage:
            return UserVerificationRequirement.DISCOURAGED
        return UserVerificationRequirement.REQUIRED


def was_asked_here(challenge: str) -> bool:
    """Whether it is the question that this browser was asked last; it is answered by that."""
    return bool(session.pop(_ASKED, "") == challenge)


def plain_password(typed: str) -> str:
    """A password as it is compared: letters that look alike are one."""
    return str(_security.password_util.normalize(typed))


def _is_simple(password: str, email: str) -> bool:
    """Few different letters, or the address with something put around it."""
    name = email.lower().partition("@")[0]
    return len(set(password)) < _FEWEST_LETTERS or password in {email.lower(), name} or password.strip(_AROUND) == name
