"""Addresses as teams and mails keep them."""

from __future__ import annotations

from email_validator import EmailNotValidError, validate_email

from assessment.domain.address_faults import LONGEST_ADDRESS, find_fault, mixed_word
from assessment.domain.team_refusals import AddressUnusable
from assessment.domain.written_addresses import tidy_address


def find_address(text: str) -> str | None:
    """The address in its one spelling, in lower case with its domain in its own letters; None for what is none.

    It is the spelling in which accounts are kept, so that memberships find their accounts. What people copy along
    (a name, brackets, signs nobody sees) is left out.
    """
    address = tidy_address(text)
    if len(address) > LONGEST_ADDRESS or mixed_word(address):
        return None
    try:
        found = validate_email(address, check_deliverability=False, strict=True).normalized.lower()
    except EmailNotValidError:
        return None
    return found if len(found) <= LONGEST_ADDRESS else None


def get_address(text: str) -> str:
    """The same. Raises AddressUnusable."""
    found = find_address(text)
    if found is None:
        raise AddressUnusable(find_fault(text))
    return found
