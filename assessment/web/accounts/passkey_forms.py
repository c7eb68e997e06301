"""Forms that bring what a passkey answered. The library checks the signature; these check what it is enough for."""

from __future__ import annotations

from typing import Any

from flask import session
from flask_security.utils import get_message
from flask_security.webauthn import WebAuthnRegisterResponseForm, WebAuthnSigninResponseForm

from assessment.web.accounts.proofs import was_asked_here


class NewPasskeyForm(WebAuthnRegisterResponseForm):
    """What a passkey says of itself when it is made."""

    def validate(self, **kwargs: Any) -> bool:
        """Whether it is one. What the browser tells beside it, signed by nobody, is not kept."""
        asked = was_asked_here(self.challenge)
        valid = bool(super().validate(**kwargs))
        self.extensions = "{}"
        if valid and not asked:
            self.credential.errors = [get_message("WEBAUTHN_NO_VERIFY")[0]]
        return valid and asked


class PasskeyAnswerForm(WebAuthnSigninResponseForm):
    """A passkey's answer: at sign-in, as the second step, or once more."""

    def validate(self, **kwargs: Any) -> bool:
        """Whether it proves who it is for the step that asked."""
        asked = was_asked_here(self.challenge)
        if not super().validate(**kwargs) or self.credential.errors:  # a closed account is noted, and let through
            return False
        if not asked:
            self.credential.errors = [get_message("WEBAUTHN_NO_VERIFY")[0]]
            return False
        if not self._is_enough():
            self.credential.errors = [get_message("WEBAUTHN_CREDENTIAL_WRONG_USAGE")[0]]
            return False
        return True

    def _is_enough(self) -> bool:
        """A second step is of the person whose password was right; one that stands alone has known its owner.

        The question, which may have been asked of somebody else, says neither.
        """
        if self.is_verify:
            return True  # the view compares its owner with the person who is signed in
        if self.is_secondary:
            return self.user is not None and bool(self.user.fs_uniquifier == session.get("tf_user_id"))
        return self.mf_check
