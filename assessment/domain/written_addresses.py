"""Addresses as people write and paste them: with a name, in brackets, behind ``mailto:``, with signs nobody sees."""

from __future__ import annotations

import re
import unicodedata

_NAMED = re.compile(r"^(?P<name>.*?)<(?P<address>[^<>]*)>[,;.]?$", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)")
_OPENING, _CLOSING = "<([{\"'«“„", ">)]}\"'»”“.,;:"
_MAILTO = "mailto:"


def split_named(text: str) -> tuple[str, str]:
    """Name and address of ``Anna <a@b>``, quotation marks around the name taken off; no name for all else."""
    named = _NAMED.match(text.strip())
    return (unquote(named["name"]), named["address"]) if named else ("", text)


def tidy_address(text: str) -> str:
    """The address alone: without a name, and without what people copy along that belongs to no address."""
    _, address = split_named("".join(sign for sign in text if unicodedata.category(sign) != "Cf"))
    address = address.strip().lstrip(_OPENING).rstrip(_CLOSING).strip()
    if address.lower().startswith(_MAILTO):
        address = address[len(_MAILTO) :].partition("?")[0]
    return address


def unquote(name: str) -> str:
    """A name without the quotation marks that mail programs put around it."""
    name = name.strip()
    if len(name) > 1 and name[0] == name[-1] == '"':
        name = _ESCAPED.sub(r"\1", name[1:-1])
    return name
