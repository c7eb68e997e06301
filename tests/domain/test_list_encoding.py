"""Uploaded lists come in the encodings of spreadsheets; what cannot be told apart is refused."""

from __future__ import annotations

import pytest

from assessment.domain.list_encoding import decode_list
from assessment.domain.listed_people import LARGEST_BYTES
from assessment.domain.team_refusals import BadListFile

TEXT = "Адрес;Имя\nanna@example.org;Анна Орлова-Ким\nboris@example.org;БОРИС\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_the_encodings_of_spreadsheets_are_told_apart(encoding: str) -> None:
    assert decode_list(TEXT.encode(encoding)) == TEXT


def test_the_other_order_of_bytes_is_read_too() -> None:
    assert decode_list("\ufeff".encode("utf-16-be") + TEXT.encode("utf-16-be")) == TEXT


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (TEXT.encode("koi8-r"), "encoding"),
        (TEXT.encode("cp866"), "encoding"),
        ("name\nMüller\nGrößer\n".encode("latin-1"), "encoding"),
        (b"\xef\xbb\xbfname\xff", "encoding"),
        (b"\xff\xfea", "encoding"),
        (b"a@example.org\0", "binary"),
        (TEXT.encode("utf-16-le"), "binary"),
        (b"%PDF-1.7", "binary"),
        (b"PK\x03\x04\x14\0", "spreadsheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", "spreadsheet"),
        (b"a" * (LARGEST_BYTES + 1), "size"),
    ],
)
def test_what_is_no_list_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(BadListFile) as refused:
        decode_list(data)
    assert refused.value.reason == reason
