"""Where long Russian words may break in narrow columns. Browsers rarely have a dictionary for it."""

from __future__ import annotations

import re

SOFT_HYPHEN = "\u00ad"

_SHORTEST_PIECE = 2
_LONG_WORD = re.compile(r"[А-Яа-яЁё]{11,}")
_VOWEL, _CONSONANT, _MUTE, _ANY = "[аеёиоуыэюя]", "[бвгджзклмнпрстфхцчшщ]", "[йьъ]", "[а-яё]"
_BREAKS = tuple(
    re.compile(f"({before})(?={after})", re.IGNORECASE)
    for before, after in (
        (_MUTE, _ANY + _ANY),
        (_VOWEL, _VOWEL + _ANY),
        (_VOWEL + _CONSONANT, _CONSONANT + _VOWEL),
        (_CONSONANT + _VOWEL, _CONSONANT + _VOWEL),
        (_VOWEL + _CONSONANT, _CONSONANT + _CONSONANT + _VOWEL),
        (_VOWEL + _CONSONANT + _CONSONANT, _CONSONANT + _CONSONANT + _VOWEL),
    )
)


def hyphenate(text: str, locale: str) -> str:
    """``text`` with soft hyphens in Russian words of eleven letters and more; other languages stay as they are.

    Taking the soft hyphens out gives the text back. Rules after the school grammar: a syllable each side, at least two
    letters before and after a break, й, ь and ъ stay with the letter before them.
    """
    if locale != "ru":
        return text
    return _LONG_WORD.sub(lambda word: _break(word.group()), text)


def _break(word: str) -> str:
    for rule in _BREAKS:
        word = rule.sub(rf"\1{SOFT_HYPHEN}", word)
    pieces: list[str] = []
    for piece in word.split(SOFT_HYPHEN):
        if pieces and min(len(pieces[-1]), len(piece)) < _SHORTEST_PIECE:
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return SOFT_HYPHEN.join(pieces)
