"""Text from people on its way into a paragraph: cut, cleaned, without markup, with letters that can be shown."""

from __future__ import annotations

import unicodedata
from xml.sax.saxutils import escape

from assessment.drawing.fonts import Face, lacks_letters

LONGEST = 600
"""Characters of a text from a person that a report shows; the rest is cut, with an ellipsis in its place."""


def safe(text: str, longest: int = LONGEST) -> str:
    """A text as paragraph markup that shows it letter for letter. Control characters become spaces."""
    clean = "".join(" " if unicodedata.category(letter) in ("Cc", "Cs", "Co", "Cn") else letter for letter in text)
    clean = " ".join(clean.split(" ")).strip()
    if len(clean) > longest:
        clean = clean[: longest - 1].rstrip() + "…"
    marked = escape(clean)
    return f'<font name="{Face.FALLBACK.value}">{marked}</font>' if lacks_letters(clean) else marked
