"""Why something of a group is not told, in one sentence for everybody: respondents, leads, readers of files."""

from __future__ import annotations

from assessment.domain.suppression.policy import Reason
from assessment.languages import Language


def hidden_sentence(language: Language, reason: Reason, k: int) -> str:
    """Why a figure is hidden, or told as a level only. ``k``: the fewest people a figure of this campaign is about."""
    match reason:
        case Reason.TOO_FEW:
            sentence = language.ngettext(
                "Fewer than %(n)s person answered, and among so few, individual answers could be worked out.",
                "Fewer than %(n)s people answered, and among so few, individual answers could be worked out.",
                k,
            )
        case Reason.TOO_FEW_RATED:
            sentence = language.ngettext(
                "Fewer than %(n)s person rated this, and among so few, individual answers could be worked out.",
                "Fewer than %(n)s people rated this, and among so few, individual answers could be worked out.",
                k,
            )
        case Reason.DIFFERENCE:
            sentence = language.ngettext(
                "Set against another figure, it would tell about fewer than %(n)s person.",
                "Set against another figure, it would tell about fewer than %(n)s people.",
                k,
            )
        case Reason.SKIPPED_STATEMENTS:
            sentence = language.ngettext(
                "Somebody skipped statements: set against the other figures, this one would tell about fewer than "
                "%(n)s person.",
                "Somebody skipped statements: set against the other figures, this one would tell about fewer than "
                "%(n)s people.",
                k,
            )
        case Reason.MEMBERS_CHANGED:
            sentence = language.ngettext(
                "Since an earlier campaign fewer than %(n)s person came or left: set against that one, anything more "
                "exact would tell about these few.",
                "Since an earlier campaign fewer than %(n)s people came or left: set against that one, anything more "
                "exact would tell about these few.",
                k,
            )
        case _:
            sentence = _sentence_without_a_number(language, reason)
    return sentence


def _sentence_without_a_number(language: Language, reason: Reason) -> str:
    match reason:
        case Reason.NOT_CLOSED:
            sentence = language.gettext("This campaign is still open. Its result is shown once it has closed.")
        case Reason.REST_TOO_SMALL:
            sentence = language.gettext("Set against the larger group, it would tell about the few who are left over.")
        case Reason.BESIDE_HIDDEN:
            sentence = language.gettext("Set against the whole, it would give away a group that is hidden.")
        case Reason.ASKED_AGAIN:
            sentence = language.gettext(
                "Less than four weeks before, an earlier campaign asked the same, and not everybody rated every "
                "statement both times: set against that one, anything more exact could tell about a few people."
            )
        case Reason.SUBGROUP:
            sentence = language.gettext("Coverage is shown for the whole team only.")
        case Reason.OTHER_VERSION:
            sentence = language.gettext(
                "The earlier campaign used another version of the questionnaire, so the two cannot be compared."
            )
        case _:
            sentence = language.gettext("Anything more exact would give away individual answers.")
    return sentence
