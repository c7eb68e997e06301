"""What is wrong with a mail address, in words, and what to do about it."""

from __future__ import annotations

from assessment.domain.address_faults import LONGEST_ADDRESS, LONGEST_BEFORE, AddressFault, FaultKind
from assessment.languages import Language


def address_fault_sentence(language: Language, fault: AddressFault) -> str:
    """Why no mail can be sent to it, and what to change."""
    detail = fault.detail
    return {
        FaultKind.EMPTY: language.gettext("There is no address here. Write it like name@example.org."),
        FaultKind.NO_AT: language.gettext("There is no @ in this address. Write it like name@example.org."),
        FaultKind.SEVERAL_ATS: language.gettext("There is more than one @. Write one address, like name@example.org."),
        FaultKind.NOTHING_BEFORE: language.gettext("Nothing stands before the @. Write it like name@example.org."),
        FaultKind.NOTHING_AFTER: language.gettext("Nothing stands after the @. Write it like name@example.org."),
        FaultKind.SPACE: language.gettext("There is a space inside the address. Take it out."),
        FaultKind.SIGN: language.gettext("“%(sign)s” cannot stand in an address here. Take it out.", sign=detail),
        FaultKind.MIXED_LETTERS: language.gettext(
            "“%(word)s” mixes Latin and Cyrillic letters that look alike. Type it anew in one alphabet.", word=detail
        ),
        FaultKind.DOTS: language.gettext(
            "A dot cannot begin or end a part of an address, and two cannot follow one another."
        ),
        FaultKind.NO_ENDING: language.gettext(
            "“%(ending)s” has no ending, such as .org or .com. Write the address in full.", ending=detail
        ),
        FaultKind.TOO_LONG: language.gettext(
            "This address is too long: at most %(before)s characters before the @, and %(all)s altogether.",
            before=LONGEST_BEFORE,
            all=LONGEST_ADDRESS,
        ),
        FaultKind.OTHER: language.gettext("Email cannot be sent to this address. Write it like name@example.org."),
    }[fault.kind]
