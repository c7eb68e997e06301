"""The mail to somebody whom a person lets see a result. It quotes the confirmed address alone: names are typed."""

from __future__ import annotations

from assessment.languages import Language
from assessment.wording.mails.words import MailWords


def shared_words(language: Language, *, owner: str) -> MailWords:
    """``owner`` is the address of the account whose result it is."""
    return MailWords(
        subject=language.gettext("%(owner)s shares a result with you", owner=owner),
        before=(
            language.gettext(
                "%(owner)s wants you to see a result of theirs. Sign in with the address this email came to; there you "
                "see what was shared, and the owner can take it back at any time.",
                owner=owner,
            ),
        ),
        button=language.gettext("See what was shared"),
        reason=language.gettext("You get this email because %(owner)s shares a result with this address.", owner=owner),
    )
