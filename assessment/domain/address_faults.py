"""Why no mail can be sent to what somebody wrote as an address."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.written_addresses import tidy_address

LONGEST_ADDRESS = 254
LONGEST_BEFORE = 64
"""Characters that mail servers take before the @."""

_SIGNS_BEFORE = frozenset("!#$%&'*+/=?^_`{|}~.-")
_SIGNS_AFTER = frozenset(".-")
_LETTERS = re.compile(r"[^\W\d_]+")


class FaultKind(StrEnum):
    """What is wrong with an address."""

    EMPTY = "empty"
    NO_AT = "no_at"
    SEVERAL_ATS = "several_ats"
    NOTHING_BEFORE = "nothing_before"
    NOTHING_AFTER = "nothing_after"
    SPACE = "space"
    SIGN = "sign"
    MIXED_LETTERS = "mixed_letters"
    DOTS = "dots"
    NO_ENDING = "no_ending"
    TOO_LONG = "too_long"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class AddressFault:
    """What is wrong; ``detail`` is the sign that cannot stand there, the mixed word, or what follows the @."""

    kind: FaultKind
    detail: str = ""


def find_fault(text: str) -> AddressFault:
    """What is wrong with an address that is known to be unusable; OTHER for what only mail servers know."""
    address = tidy_address(text)
    if not address:
        return AddressFault(FaultKind.EMPTY)
    if len(address) > LONGEST_ADDRESS:
        return AddressFault(FaultKind.TOO_LONG)
    if address.count("@") != 1:
        return AddressFault(FaultKind.SEVERAL_ATS if "@" in address else FaultKind.NO_AT)
    if any(sign.isspace() for sign in address):
        return AddressFault(FaultKind.SPACE)
    before, _, after = address.partition("@")
    if not before or not after:
        return AddressFault(FaultKind.NOTHING_AFTER if before else FaultKind.NOTHING_BEFORE)
    return _fault_of_parts(before, after)


def mixed_word(address: str) -> str:
    """The first word of Latin and Cyrillic letters together, which are one slip of the keyboard; empty without one."""
    return next((word for word in _LETTERS.findall(address) if len(_alphabets(word)) > 1), "")


def _fault_of_parts(before: str, after: str) -> AddressFault:
    odd = _odd_sign(before, _SIGNS_BEFORE) or _odd_sign(after, _SIGNS_AFTER)
    if odd:
        return AddressFault(FaultKind.SIGN, odd if odd.isprintable() else f"U+{ord(odd):04X}")
    word = mixed_word(f"{before}@{after}")
    if word:
        return AddressFault(FaultKind.MIXED_LETTERS, word)
    if any(part.startswith(".") or part.endswith(".") or ".." in part for part in (before, after)):
        return AddressFault(FaultKind.DOTS)
    if len(before) > LONGEST_BEFORE:
        return AddressFault(FaultKind.TOO_LONG)
    if "." not in after:
        return AddressFault(FaultKind.NO_ENDING, after)
    return AddressFault(FaultKind.OTHER)


def _odd_sign(part: str, signs: frozenset[str]) -> str:
    """The first sign that is no letter, no digit and none of ``signs``; empty without one."""
    return next((sign for sign in part if unicodedata.category(sign)[0] not in "LNM" and sign not in signs), "")


def _alphabets(word: str) -> frozenset[str]:
    """Which of the two alphabets that look alike a word is written in."""
    scripts = (unicodedata.name(sign, "").partition(" ")[0] for sign in word)
    return frozenset(script for script in scripts if script in {"LATIN", "CYRILLIC"})
