"""What the pages for development show."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assessment.mailing.folder import FolderMail


@dataclass(frozen=True, slots=True)
class TextPart:
    """A piece of a mail's text; ``address`` is where it leads when it is a link to this site, empty otherwise."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class MailPage:
    """A mail of the folder, its text cut into links and what is between them."""

    mail: FolderMail
    parts: tuple[TextPart, ...]


def build_mail_page(mail: FolderMail, base_url: str) -> MailPage:
    """The mail with links below ``base_url`` to be followed, and no others."""
    pieces = re.split(rf"({re.escape(base_url)}(?:/[^\s]*)?)(?=\s|$)", mail.text)
    return MailPage(mail, tuple(TextPart(piece, piece if i % 2 else "") for i, piece in enumerate(pieces) if piece))
