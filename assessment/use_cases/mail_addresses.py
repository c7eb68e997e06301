"""Addresses as teams and mails keep them."""

from __future__ import annotations

from email_validator import EmailNotValidError, validate_email

from assessment.domain.team_refusals import AddressUnusable

LONGEST_ADDRESS = 254


def find_address(text: str) -> str | None:
    """The address in its one spelling, in lower case with its domain in its own letters; None for what is none.

    It is the spelling in which accounts are kept, so that memberships find their accounts.
    """
    if len(text) > LONGEST_ADDRESS:
        return None
    try:
        found = validate_email(text.strip(), check_deliverability=False).normalized.lower()
    except EmailNotValidError:
        return None
    return found if len(found) <= LONGEST_ADDRESS else None


def get_address(text: str) -> str:
    """The same. Raises AddressUnusable."""
    found = find_address(text)
    if found is None:
        raise AddressUnusable(text)
    return found
