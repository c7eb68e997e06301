"""Writing letters at the moment they are sent: words, the link made for this one mail, and both layouts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from flask import current_app

from assessment.domain.mail import Letter, MailKind
from assessment.languages import LOCALES, get_language
from assessment.store.mails import StoredMail
from assessment.use_cases.mails import Composer, Composing, register_composer
from assessment.wording.mails.accounts import account_words
from assessment.wording.mails.words import MailWords, greeting, plain_text

LinkMaker = Callable[[StoredMail], str | None]
"""Makes the address a mail leads to, with a new token; None when there is nothing to lead to any more."""

_LEADS_TO = {
    MailKind.ADDRESS_TAKEN: "/account/sign-in",
    MailKind.PASSWORD_CHANGED: "/account/reset",
    MailKind.ADDRESS_CHANGED: "",
    MailKind.ACCOUNT_DELETED: "",
}
"""Where mails about accounts lead to that carry no token."""


def write_letter(mail: StoredMail, composing: Composing, words: MailWords, *, link: str = "") -> Letter:
    """The letter in both layouts. ``link`` is a whole address below ``settings.base_url``."""
    language = get_language(mail_locale(mail))
    site = composing.settings.base_url
    template = current_app.jinja_env.get_template("mails/letter.html")
    html = template.render(locale=language.locale, greeting=greeting(language), words=words, link=link, site=site)
    return Letter(words.subject, plain_text(language, words, link=link, site=site), html)


def compose_with_link(make_link: LinkMaker, *, valid: timedelta) -> Composer:
    """A composer for mails about accounts whose link carries a token: confirm an address, reset a password.

    ``valid`` is how long the link works, which the mail says. Given to ``register_composer`` by whoever can make it.
    """

    def compose(mail: StoredMail, composing: Composing) -> Letter | None:
        link = make_link(mail)
        if link is None:
            return None
        words = account_words(get_language(mail_locale(mail)), mail.kind, valid)
        return write_letter(mail, composing, words, link=link)

    return compose


def register_composers() -> None:
    """Have every kind of mail written whose links need nothing but this room."""
    for kind in _LEADS_TO:
        register_composer(kind, _compose_without_token)


def mail_locale(mail: StoredMail) -> str:
    """The language of the mail; English for one that the service does not speak."""
    return mail.locale if mail.locale in LOCALES else "en"


def _compose_without_token(mail: StoredMail, composing: Composing) -> Letter:
    words = account_words(get_language(mail_locale(mail)), mail.kind)
    return write_letter(mail, composing, words, link=f"{composing.settings.base_url}{_LEADS_TO[mail.kind]}")
