"""Each fault of an address has a sentence of its own, in both languages."""

from __future__ import annotations

import pytest

from assessment.domain.address_faults import AddressFault, FaultKind
from assessment.languages import LOCALES, get_language
from assessment.wording.addresses import address_fault_sentence


@pytest.mark.parametrize("locale", LOCALES)
def test_every_fault_is_told_apart(locale: str) -> None:
    language = get_language(locale)
    said = {kind: address_fault_sentence(language, AddressFault(kind, "sign")) for kind in FaultKind}
    assert len(set(said.values())) == len(FaultKind)
    assert "“sign”" in said[FaultKind.SIGN] or "«sign»" in said[FaultKind.SIGN]
    assert "%(" not in "".join(said.values())
