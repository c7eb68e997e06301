"""The accounts library's mails go into the outbox, together with what they tell about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask_security import MailUtil, UserMixin

from assessment.use_cases.account_store import gathered
from assessment.use_cases.accounts import plain_address
from assessment.use_cases.mails import Mail, MailKind
from assessment.web.locale import current_locale
from assessment.web.parts import parts

_KINDS = {
    "security/email/welcome": MailKind.CONFIRM_ADDRESS,
    "security/email/confirmation_instructions": MailKind.CONFIRM_ADDRESS,
    "security/email/welcome_existing": MailKind.ADDRESS_TAKEN,
    "security/email/reset_instructions": MailKind.RESET_PASSWORD,
    "security/email/reset_notice": MailKind.PASSWORD_CHANGED,
    "security/email/change_notice": MailKind.PASSWORD_CHANGED,
    "security/email/change_email_instructions": MailKind.CHANGE_ADDRESS,
}
"""The occasion of each of the library's templates."""


class Mails(MailUtil):
    """Checks addresses, and writes mails down instead of sending them."""

    def send_mail(self, template: str, subject: str, recipient: Any, *args: Any, **context: Any) -> None:  # noqa: ARG002
        """Have the mail written down when the request saves. Texts and links are made when it is sent."""
        user, kind = context["user"], _KINDS[template]
        if kind is MailKind.ADDRESS_TAKEN and user.confirmed_at is None:
            kind = MailKind.CONFIRM_ADDRESS
        gathered().mails.append(mail_maker(kind, user, recipient=str(recipient)))

    def normalize(self, email: str) -> str:
        """The address as accounts keep it. Raises EmailValidateException."""
        return plain_address(super().normalize(email.strip()))

    def validate(self, email: str) -> str:
        """The same, for an address that mails will go to."""
        return plain_address(super().validate(email.strip()))


def mail_maker(kind: MailKind, user: UserMixin, *, recipient: str) -> Callable[[], Mail]:
    """Makes the mail once the account has its id. The same occasion makes no second mail within a minute."""
    now = parts().clock()
    locale = getattr(user, "locale", None) or current_locale()

    def make() -> Mail:
        return Mail(
            key=f"{kind}/{user.id}/{recipient[:100]}/{now:%Y-%m-%dT%H:%M}",
            kind=kind,
            recipient=recipient,
            locale=locale,
            user_id=user.id,
        )

    return make
