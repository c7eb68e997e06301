"""The faces of files: Source Sans Pro for everything, DejaVu Sans where a person writes a letter it lacks."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from importlib.resources import files
from pathlib import Path


class Face(StrEnum):
    """A face by the name it is registered under in a PDF."""

    REGULAR = "CxRegular"
    STRONG = "CxStrong"
    FALLBACK = "CxFallback"


_FILES = {Face.REGULAR: "SourceSansPro-Regular.ttf", Face.STRONG: "SourceSansPro-Semibold.ttf"}


def font_path(face: Face) -> Path:
    """The TrueType file of a face, inside an installed package."""
    if face is Face.FALLBACK:
        import matplotlib as mpl

        return Path(mpl.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
    return Path(str(files("font_source_sans_pro"))) / "files" / _FILES[face]


@cache
def register_faces() -> None:
    """Make the three faces known to ReportLab, and bold text in a paragraph mean the strong one."""
    from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
    from reportlab.pdfbase.ttfonts import TTFont

    for face in Face:
        registerFont(TTFont(face.value, str(font_path(face))))
    for face in (Face.REGULAR, Face.FALLBACK):
        strong = Face.STRONG if face is Face.REGULAR else face
        registerFontFamily(face.value, normal=face.value, bold=strong.value, italic=face.value, boldItalic=strong.value)


def lacks_letters(text: str) -> bool:
    """Whether Source Sans Pro has no glyph for some letter of the text. Faces must be registered."""
    from reportlab.pdfbase.pdfmetrics import getFont

    known = getFont(Face.REGULAR.value).face.charToGlyph
    return any(ord(letter) not in known for letter in text if not letter.isspace())
