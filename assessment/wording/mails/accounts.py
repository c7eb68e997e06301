"""Mails about accounts. They say the same to everybody and quote nothing that somebody typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from assessment.domain.mail import MailKind
from assessment.languages import Language
from assessment.wording.mails.words import MailWords, address_was_given

_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)


def account_words(language: Language, kind: MailKind, valid: timedelta | None = None) -> MailWords:
    """The mail of that kind; ``valid`` is how long its link works. Raises KeyError for kinds that are about others."""
    return _WORDS[kind](language, "" if valid is None else _validity(language, valid))


def _confirm_address(language: Language, validity: str) -> MailWords:
    return MailWords(
        subject=language.gettext("Confirm your address"),
        before=(
            language.gettext(
                "Somebody asked for an account with this address. Confirm that the address is yours, and you can sign "
                "in."
            ),
        ),
        button=language.gettext("Confirm the address"),
        after=(
            validity,
            language.gettext("If it was not you, do nothing: without this confirmation nobody can sign in."),
        ),
        reason=address_was_given(language),
    )


def _address_taken(language: Language, _validity: str) -> MailWords:
    return MailWords(
        subject=language.gettext("You already have an account"),
        before=(
            language.gettext(
                "Somebody has just tried to make an account with this address, but there is one already. If it was "
                "you, sign in, or set a new password if you have forgotten the old one."
            ),
        ),
        button=language.gettext("Sign in"),
        after=(language.gettext("If it was not you, do nothing: nothing has changed."),),
        reason=_own(language),
    )


def _reset_password(language: Language, validity: str) -> MailWords:
    return MailWords(
        subject=language.gettext("Set a new password"),
        before=(language.gettext("Somebody asked for a new password for your account. Use this link to set it."),),
        button=language.gettext("Set a new password"),
        after=(
            validity,
            language.gettext("If it was not you, do nothing: the old password stays."),
        ),
        reason=_own(language),
    )


def _password_changed(language: Language, _validity: str) -> MailWords:
    return MailWords(
        subject=language.gettext("Your password was changed"),
        before=(
            language.gettext("The password of your account has just been changed. If it was you, all is well."),
            language.gettext(
                "If it was not you, set a new password at once: everybody who is signed in will be signed out."
            ),
        ),
        button=language.gettext("Set a new password"),
        reason=_own(language),
    )


def _change_address(language: Language, validity: str) -> MailWords:
    return MailWords(
        subject=language.gettext("Confirm your new address"),
        before=(
            language.gettext(
                "This address was given as the new one of an account. Confirm that it is yours, and from then on you "
                "sign in with it."
            ),
        ),
        button=language.gettext("Confirm the new address"),
        after=(
            validity,
            language.gettext("If it was not you, do nothing: the account keeps its old address."),
        ),
        reason=address_was_given(language),
    )


def _address_changed(language: Language, _validity: str) -> MailWords:
    return MailWords(
        subject=language.gettext("The address of your account was changed"),
        before=(
            language.gettext("Your account has another address now. You sign in with it, and our emails go there."),
            language.gettext(
                "If it was not you, tell whoever runs this service at once: they can find out what happened."
            ),
        ),
        reason=language.gettext("You get this email because until now this was the address of your account."),
    )


def _account_deleted(language: Language, _validity: str) -> MailWords:
    return MailWords(
        subject=language.gettext("Your account was deleted"),
        before=(
            language.gettext(
                "Your account is deleted, and with it your assessments, answers, results and plans. Nobody can bring "
                "them back."
            ),
            language.gettext(
                "Results of teams that were published before stay as they are: nobody can read your answers from them."
            ),
        ),
        reason=language.gettext("You get this email because this was the address of your account. It is the last one."),
    )


def _own(language: Language) -> str:
    return language.gettext("You get this email because this is the address of your account.")


def _validity(language: Language, valid: timedelta) -> str:
    if valid > _DAY:
        return language.ngettext(
            "The link works once and expires after %(n)s day.",
            "The link works once and expires after %(n)s days.",
            valid // _DAY,
        )
    return language.ngettext(
        "The link works once and expires after %(n)s hour.",
        "The link works once and expires after %(n)s hours.",
        valid // _HOUR,
    )


_WORDS: Mapping[MailKind, Callable[[Language, str], MailWords]] = {
    MailKind.CONFIRM_ADDRESS: _confirm_address,
    MailKind.ADDRESS_TAKEN: _address_taken,
    MailKind.RESET_PASSWORD: _reset_password,
    MailKind.PASSWORD_CHANGED: _password_changed,
    MailKind.CHANGE_ADDRESS: _change_address,
    MailKind.ADDRESS_CHANGED: _address_changed,
    MailKind.ACCOUNT_DELETED: _account_deleted,
}
