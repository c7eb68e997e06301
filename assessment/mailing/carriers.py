"""The carrier that a setting names."""

from __future__ import annotations

from collections.abc import Callable

from assessment.mail_settings import MailServer
from assessment.mailing.folder import FolderCarrier
from assessment.mailing.smtp import Patience, SmtpCarrier
from assessment.settings import Settings

Carrier = SmtpCarrier | FolderCarrier
"""Takes mails in two steps, ``offer`` and ``hand_over``; SmtpCarrier says what they raise."""


def open_carrier(
    settings: Settings, *, tell: Callable[[str], None] = lambda _: None, patience: Patience | None = None
) -> Carrier:
    """To the mail server, or into the folder, of which ``tell`` gets a line a mail. Connects to nothing yet."""
    if isinstance(settings.mail, MailServer):
        return SmtpCarrier(settings.mail, own_name=settings.mail_domain, patience=patience)
    return FolderCarrier(settings.mail_folder, tell=tell)
