"""What people say about themselves in their account."""

from __future__ import annotations

from assessment.domain.people import LONGEST_NAME
from assessment.store import accounts
from assessment.store.database import transaction
from assessment.use_cases.own_words import clean_line


def change_profile(user_id: int, *, name: str, locale: str, time_zone: str) -> None:
    """Keep name, language of mails and time zone. Raises TextTooLong."""
    line = clean_line("name", name, LONGEST_NAME)
    with transaction() as connection:
        accounts.change_profile(connection, user_id, name=line, locale=locale, time_zone=time_zone)
