"""Places where a line must not break, as good typesetting in each language asks."""

from __future__ import annotations

import re

NO_BREAK_SPACE = "\u00a0"
WORD_JOINER = "\u2060"

_SHORT_WORD = re.compile(r"(?<![\w%-])([А-Яа-яЁё]{1,2}) (?=\S)")
_PARTICLE = re.compile(r"(?<=[А-Яа-яЁё]) (?=(?:бы|же|ли)(?!\w))")
_DASH = re.compile(r"(?<=\S) (?=[—–] )")
_PER_CENT = re.compile(r"(?<=\d) (?=%)")
_ABBREVIATION = re.compile(r"(?<=[A-Z0-9®]-)(?=[А-Яа-яё])")
_AMOUNT = re.compile(r"(?:(?<=\d)|(?<=%\(n\)s)) (?=[а-яё])")


def unbroken(text: str) -> str:
    """``text`` that stays on one line: a date, a short name."""
    return text.replace(" ", NO_BREAK_SPACE)


def tie(text: str, locale: str) -> str:
    """``text`` with no-break spaces where its language wants them; no other character is changed.

    Russian: after words of one or two letters, before «бы», «же», «ли», before a dash and a per-cent sign, and
    between a number (or ``%(n)s``, the number of a plural form) and what it counts.
    English needs none. Tying twice gives the same text.
    """
    if locale != "ru" or " " not in text:
        return text
    text = _SHORT_WORD.sub(rf"\1{NO_BREAK_SPACE}", text)
    text = _PARTICLE.sub(NO_BREAK_SPACE, text)
    text = _DASH.sub(NO_BREAK_SPACE, text)
    text = _PER_CENT.sub(NO_BREAK_SPACE, text)
    return _AMOUNT.sub(NO_BREAK_SPACE, text)


def hold_together(text: str, locale: str) -> str:
    """``text`` with a word joiner, which takes no room, after the hyphen of «CX-стратегия» and «3-е»; for pages alone.

    Browsers break lines after every hyphen. Files do not, and their faces have no sign for the joiner.
    """
    return _ABBREVIATION.sub(WORD_JOINER, text) if locale == "ru" else text
