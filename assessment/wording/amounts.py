"""Hours, weeks and dates of a plan."""

from __future__ import annotations

from datetime import date

from assessment.languages import Language


def hours_text(language: Language, hours: float) -> str:
    """22 hours, 2.5 hours; 22 часа, 2,5 часа."""
    number = language.number(hours)
    if hours == int(hours):
        return language.ngettext("%(number)s hour", "%(number)s hours", int(hours), number=number)
    return language.gettext("%(number)s hours", number=number)


def hours_short(language: Language, hours: float) -> str:
    """6 h, 6 ч: for tables."""
    return language.gettext("%(number)s h", number=language.number(hours))


def weeks_text(language: Language, weeks: int) -> str:
    """3 weeks, 3 недели."""
    return language.ngettext("%(n)s week", "%(n)s weeks", weeks)


def about_hours_a_week(language: Language, hours: float, weeks: int) -> str:
    """How much a plan asks of a week, to whole hours: "about 2 hours a week"; for a sentence's inside."""
    weekly = round(hours / weeks) if weeks else 0
    if weekly < 1:
        return language.gettext("less than an hour a week")
    return language.ngettext("about %(n)s hour a week", "about %(n)s hours a week", weekly)


def dates_text(language: Language, start: date, due: date) -> str:
    """23 Nov – 13 Dec 2026, 4–24 Jan 2027; the year of the start is said only where it differs."""
    last = f"{language.month_day(due)} {due.year}"
    if start == due:
        return last
    if (start.year, start.month) == (due.year, due.month):
        return f"{start.day}–{last}"
    first = language.month_day(start) + (f" {start.year}" if start.year != due.year else "")
    return f"{first} – {last}"


def upper_first(text: str) -> str:
    """A phrase made to start a sentence."""
    return text[:1].upper() + text[1:]
