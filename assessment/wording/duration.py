"""How long answering takes, in words: told before anybody begins, and the same everywhere."""

from __future__ import annotations

from assessment.languages import Language


def minutes_for(statements: int) -> tuple[int, int]:
    """Ten to fifteen seconds a statement, rounded up to whole minutes."""
    return -(-statements * 10 // 60), -(-statements * 15 // 60)


def length_words(language: Language, statements: int) -> str:
    """9 to 13 minutes, with breaks if you like; 50 statements."""
    least, most = minutes_for(statements)
    takes = language.gettext("%(least)s to %(most)s minutes, with breaks if you like", least=least, most=most)
    counted = language.ngettext("%(n)s statement", "%(n)s statements", statements)
    return language.gettext("%(minutes)s; %(statements)s", minutes=takes, statements=counted)
