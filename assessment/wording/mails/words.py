"""What every mail is made of, and how it reads as plain text."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.languages import Language


@dataclass(frozen=True, slots=True)
class MailWords:
    """A mail without its link: what stands before the link, what the link is called, what stands after it.

    ``facts`` are terms and what is to be told of them; they follow the first paragraph.
    ``button`` is empty in a mail without a link. ``reason`` says why one gets this mail, at its foot.
    """

    subject: str
    before: tuple[str, ...]
    reason: str
    button: str = ""
    after: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()


def greeting(language: Language) -> str:
    """Without a name: names are given by others, and a stranger's mail must not carry what they wrote."""
    return language.gettext("Hello!")


def address_was_given(language: Language) -> str:
    """Why one gets a mail that anybody can ask for."""
    return language.gettext("You get this email because this address was given on our site.")


def plain_text(language: Language, words: MailWords, *, link: str, site: str) -> str:
    """The whole mail as plain text; ``site`` is the address of the service."""
    call = (f"{words.button}:\n{link}",) if words.button else ()
    foot = f"-- \n{words.reason}\nCX Wheel: {site}"
    facts = ("\n".join(f"{term}: {fact}" for term, fact in words.facts),) if words.facts else ()
    before = (*words.before[:1], *facts, *words.before[1:])
    return "\n\n".join((greeting(language), *before, *call, *words.after, foot)) + "\n"
