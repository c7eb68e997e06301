"""What is refused about accounts' assessments and about sharing, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from assessment.domain import ownership_refusals as refused
from assessment.domain.refusals import Refusal
from assessment.languages import Language


def _owned_by_another(language: Language, _: Refusal) -> str:
    return language.gettext("This assessment is in another account and stays there. Its private link still opens it.")


def _answered_anonymously(language: Language, _: Refusal) -> str:
    return language.gettext(
        "These answers are anonymous: nothing may ever say whose they are, so they cannot be kept in an account. Keep "
        "their private link."
    )


def _not_in_account(language: Language, _: Refusal) -> str:
    return language.gettext("This assessment is not in your account. Take it into your account first.")


def _not_comparable(language: Language, _: Refusal) -> str:
    return language.gettext(
        "These two cannot be compared: they are not two results of the same questionnaire, in the same version and "
        "about the same."
    )


def _share_not_found(language: Language, _: Refusal) -> str:
    return language.gettext("Nothing is shared here, or it was taken back.")


def _shared_with_oneself(language: Language, _: Refusal) -> str:
    return language.gettext("This is your own address: you see your results anyway.")


def _shared_already(language: Language, refusal: refused.SharedAlready) -> str:
    return language.gettext(
        "The result is already shared with %(email)s. To share it otherwise, take it back first.",
        email=refusal.recipient,
    )


def _shared_too_widely(language: Language, refusal: refused.SharedTooWidely) -> str:
    return language.ngettext(
        "A result can be shared with %(n)s person at a time. Take it back from somebody first.",
        "A result can be shared with %(n)s people at a time. Take it back from somebody first.",
        refusal.limit,
    )


def _own_account(language: Language, _: Refusal) -> str:
    return language.gettext("This is your own account: nobody shuts themselves out. Nothing was changed.")


OWNERSHIP_SENTENCES: Mapping[type[Refusal], Callable[[Language, Any], str]] = {
    refused.OwnedByAnother: _owned_by_another,
    refused.AnsweredAnonymously: _answered_anonymously,
    refused.NotInAccount: _not_in_account,
    refused.NotComparable: _not_comparable,
    refused.ShareNotFound: _share_not_found,
    refused.SharedWithOneself: _shared_with_oneself,
    refused.SharedAlready: _shared_already,
    refused.SharedTooWidely: _shared_too_widely,
    refused.OwnAccount: _own_account,
}
