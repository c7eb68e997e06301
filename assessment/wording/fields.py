"""What is wrong with a number, a date or a text that somebody entered, with the field's name as people know it."""

from __future__ import annotations

from datetime import date

from assessment.domain.refusals import OutOfRange, TextMissing, TextTooLong
from assessment.languages import Language


def field_name(language: Language, field: str) -> str:
    """A field as people know it: ``weekly_hours`` → "Hours a week"; an unknown one as it is written."""
    names = {
        "weekly_hours": language.gettext("Hours a week"),
        "weeks": language.gettext("Weeks"),
        "at_most": language.gettext("Steps at most"),
        "start": language.gettext("First day"),
        "due": language.gettext("Last day"),
        "done_on": language.gettext("Done on"),
        "hours": language.gettext("Hours"),
        "competency": language.gettext("Competency"),
        "own_steps": language.gettext("Number of own steps"),
        "title": language.gettext("Title"),
        "how": language.gettext("How"),
        "evidence": language.gettext("Evidence"),
        "note": language.gettext("Note"),
        "owner": language.gettext("Owner"),
        "progress": language.gettext("Progress"),
        "name": language.gettext("Name"),
        "day": language.gettext("Last day"),
        "days": language.gettext("Days"),
        "k": language.gettext("Number of people"),
    }
    return names.get(field, field)


def out_of_range_sentence(language: Language, refusal: OutOfRange) -> str:
    """Which field, and between which ends its value may lie."""
    field = field_name(language, refusal.field)
    lower, upper = _end_text(language, refusal.lower), _end_text(language, refusal.upper)
    if isinstance(refusal.lower, str):
        return language.gettext("%(field)s: choose one from the list. Nothing was changed.", field=field)
    return language.gettext(
        "%(field)s: choose from %(lower)s to %(upper)s. Nothing was changed.", field=field, lower=lower, upper=upper
    )


def text_missing_sentence(language: Language, refusal: TextMissing) -> str:
    """Which field must not be empty."""
    return language.gettext(
        "%(field)s: please write something here. Nothing was changed.", field=field_name(language, refusal.field)
    )


def text_too_long_sentence(language: Language, refusal: TextTooLong) -> str:
    """Which text is too long, and how long it may be."""
    return language.ngettext(
        "%(field)s: at most %(n)s character. Please shorten the text; nothing was changed.",
        "%(field)s: at most %(n)s characters. Please shorten the text; nothing was changed.",
        refusal.limit,
        field=field_name(language, refusal.field),
    )


def _end_text(language: Language, end: object) -> str:
    if isinstance(end, date):
        return language.date(end)
    return language.number(end) if isinstance(end, int | float) else str(end)
