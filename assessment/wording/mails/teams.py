"""Mails about joining a team. They quote the team's name, which its leads gave, and nothing a stranger typed."""

from __future__ import annotations

from assessment.languages import Language
from assessment.wording.mails.words import MailWords, address_was_given


def join_words(language: Language, team: str, days: int) -> MailWords:
    """To an address with which somebody asked to join; the link works for ``days``."""
    return MailWords(
        subject=language.gettext("Join the team “%(team)s”", team=team),
        before=(
            language.gettext(
                "Somebody asked to join the team “%(team)s” with this address. Confirm that the address is yours, and "
                "you are in the team.",
                team=team,
            ),
        ),
        button=language.gettext("Join the team"),
        after=(
            language.ngettext("The link works for %(n)s day.", "The link works for %(n)s days.", days),
            language.gettext("If it was not you, do nothing: without this confirmation nobody asks you anything."),
        ),
        reason=address_was_given(language),
    )


def already_in_team_words(language: Language, team: str) -> MailWords:
    """The same to an address that is in the team."""
    return MailWords(
        subject=language.gettext("You are in the team “%(team)s”", team=team),
        before=(
            language.gettext(
                "Somebody asked to join the team “%(team)s” with this address. You are already in it, so there is "
                "nothing to do.",
                team=team,
            ),
        ),
        reason=address_was_given(language),
    )
