"""Text that people write: made storable, never made safe to show, which is done where it is shown."""

from __future__ import annotations

import unicodedata

from assessment.domain.refusals import TextMissing, TextTooLong


def clean_line(field: str, text: str, limit: int, *, required: bool = False) -> str:
    """One line of at most ``limit`` characters. Raises TextTooLong, and TextMissing where it is required."""
    return _checked(field, _one_line(text), limit, required=required)


def cut_line(text: str, limit: int) -> str:
    """One line, cut at ``limit`` characters with an ellipsis: for files, where nobody is there to shorten it."""
    line = _one_line(text)
    return line if len(line) <= limit else f"{line[: limit - 1]}…"


def clean_text(field: str, text: str, limit: int) -> str:
    """Like clean_line, with its line breaks kept; it may be empty."""
    lines = (line.rstrip() for line in _printable(text).splitlines())
    return _checked(field, "\n".join(lines).strip(), limit, required=False)


def _one_line(text: str) -> str:
    return " ".join(_printable(text).split())


def _printable(text: str) -> str:
    """Composed letters, without control characters (databases refuse some) and halves of letters."""
    kept = (sign if sign in "\n\t\r" or unicodedata.category(sign) not in {"Cc", "Cs"} else " " for sign in text)
    return unicodedata.normalize("NFC", "".join(kept))


def _checked(field: str, text: str, limit: int, *, required: bool) -> str:
    if len(text) > limit:
        raise TextTooLong(field, limit)
    if required and not text:
        raise TextMissing(field)
    return text
