"""What is wrong with an address is told by name, down to the sign that cannot stand in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.address_faults import AddressFault, FaultKind, find_fault, mixed_word


@pytest.mark.parametrize(
    ("text", "kind", "detail"),
    [
        ("  ", FaultKind.EMPTY, ""),
        ("\u200b\ufeff", FaultKind.EMPTY, ""),
        ("anna", FaultKind.NO_AT, ""),
        ("anna@@x.org", FaultKind.SEVERAL_ATS, ""),
        ("anna@x.org\r\nBcc: boris@x.org", FaultKind.SEVERAL_ATS, ""),
        ("@x.org", FaultKind.NOTHING_BEFORE, ""),
        ("anna@", FaultKind.NOTHING_AFTER, ""),
        ("anna orlova@x.org", FaultKind.SPACE, ""),
        ("anna@x,org", FaultKind.SIGN, ","),
        ("an\x07na@x.org", FaultKind.SIGN, "U+0007"),
        ("anna@[127.0.0.1", FaultKind.SIGN, "["),
        ("\u0430nna@x.org", FaultKind.MIXED_LETTERS, "\u0430nna"),
        ("anna@exampl\u0435.org", FaultKind.MIXED_LETTERS, "exampl\u0435"),
        ("anna..orlova@x.org", FaultKind.DOTS, ""),
        (".anna@x.org", FaultKind.DOTS, ""),
        ("anna@.x.org", FaultKind.DOTS, ""),
        ("anna@localhost", FaultKind.NO_ENDING, "localhost"),
        ("a" * 65 + "@x.org", FaultKind.TOO_LONG, ""),
        ("a" * 300, FaultKind.TOO_LONG, ""),
        ("anna@-x.org", FaultKind.OTHER, ""),
    ],
)
def test_a_fault_has_a_name(text: str, kind: FaultKind, detail: str) -> None:
    assert find_fault(text) == AddressFault(kind, detail)


@pytest.mark.parametrize("address", ["anna@x.org", "анна@почта.рф", "anna@почта.рф", "анна-smith@x.org", "an1на@x.org"])
def test_words_of_one_alphabet_each_are_no_slip(address: str) -> None:
    assert mixed_word(address) == ""


@given(st.text(max_size=400))
def test_anything_at_all_gets_a_fault(text: str) -> None:
    assert isinstance(find_fault(text), AddressFault)
