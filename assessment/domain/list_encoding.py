"""The text of an uploaded list: which encoding it is in, and whether it is text at all."""

from __future__ import annotations

import codecs
import re

from assessment.domain.listed_people import LARGEST_BYTES
from assessment.domain.team_refusals import BadListFile

_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
"""How the files of Excel, Numbers and LibreOffice begin: a zip archive, and what came before it."""

_OTHERS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"{\\rtf")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_WORD = re.compile(r"[^\W\d_]+")
_RUSSIAN = re.compile(r"[а-яёіїєґў]+|[А-ЯЁІЇЄҐЎ]+|[А-ЯЁІЇЄҐЎ][а-яёіїєґў]+")
_ODD_WORDS = 0.1


def decode_list(data: bytes) -> str:
    """The text of a file in UTF-8, in UTF-16 with its mark, or in the Windows encoding of Russian.

    Raises BadListFile: larger than LARGEST_BYTES, a spreadsheet, no text, or text in an encoding we cannot tell.
    """
    if len(data) > LARGEST_BYTES:
        raise BadListFile("size")
    if data.startswith(_SPREADSHEETS):
        raise BadListFile("spreadsheet")
    if data.startswith(_OTHERS):
        raise BadListFile("binary")
    text = _decoded(data)
    if _CONTROL.search(text):
        raise BadListFile("binary")
    return text


def _decoded(data: bytes) -> str:
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    try:
        return data.decode(marked or "utf-8")
    except UnicodeDecodeError:
        if b"\0" in data:
            raise BadListFile("binary") from None
        if marked:
            raise BadListFile("encoding") from None
    try:
        text = data.decode("cp1251")
    except UnicodeDecodeError:
        raise BadListFile("encoding") from None
    if not _reads_as_russian(text):
        raise BadListFile("encoding")
    return text


def _reads_as_russian(text: str) -> bool:
    """Whether its words are Russian ones, in small, capital or first capital letters.

    Bytes of other encodings come out as capitals in the middle of words, or as Russian letters among Latin ones.
    """
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    odd = sum(1 for word in words if not _RUSSIAN.fullmatch(word))
    return bool(words) and odd <= _ODD_WORDS * len(words)
