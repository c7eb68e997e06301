"""Page value of a list that was read and not added yet."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.listed_people import BadLine, ListedPerson
from assessment.domain.people import TeamRole
from assessment.languages import Language
from assessment.use_cases.member_lists import ListPreview
from assessment.use_cases.teams import TeamRecord
from assessment.web.locale import LOCALE_NAMES
from assessment.wording.people_lists import trouble_sentence

MOST_PEOPLE_SHOWN = 100
MOST_LINES_SHOWN = 1_000


@dataclass(frozen=True, slots=True)
class ListedRow:
    """Somebody who would be added; ``name`` is what is known of them, the address if nothing else."""

    name: str
    email: str
    locale: str
    language: str
    role: str


@dataclass(frozen=True, slots=True)
class BadRow:
    """A line that adds nobody."""

    line: str
    content: str
    why: str


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """A list. ``more`` and ``more_bad`` say how many stand in no row; ``button`` is empty when nobody can be added."""

    team: TeamRecord
    list_id: str
    heading: str
    people: tuple[ListedRow, ...]
    more: str
    bad_heading: str
    bad: tuple[BadRow, ...]
    more_bad: str
    ignored: str
    button: str


def build_preview_page(language: Language, team: TeamRecord, seen: ListPreview) -> PreviewPage:
    """The page of one list."""
    people, bad = len(seen.people), len(seen.bad)
    return PreviewPage(
        team=team,
        list_id=seen.id,
        heading=_heading(language, people),
        people=tuple(_person(language, team, person) for person in seen.people[:MOST_PEOPLE_SHOWN]),
        more=_more(language, people - MOST_PEOPLE_SHOWN),
        bad_heading=_bad_heading(language, bad),
        bad=tuple(_bad(language, line) for line in seen.bad[:MOST_LINES_SHOWN]),
        more_bad=_more(language, bad - MOST_LINES_SHOWN),
        ignored=", ".join(seen.ignored),
        button=language.ngettext("Add %(n)s person", "Add %(n)s people", people) if people else "",
    )


def _heading(language: Language, people: int) -> str:
    if not people:
        return language.gettext("Nobody can be added from this list")
    return language.ngettext("%(n)s person will be added", "%(n)s people will be added", people)


def _bad_heading(language: Language, lines: int) -> str:
    if not lines:
        return ""
    return language.ngettext("%(n)s line is left out", "%(n)s lines are left out", lines)


def _more(language: Language, number: int) -> str:
    return language.ngettext("and %(n)s more", "and %(n)s more", number) if number > 0 else ""


def _person(language: Language, team: TeamRecord, person: ListedPerson) -> ListedRow:
    locale = person.locale or team.locale
    return ListedRow(
        name=person.name or person.email,
        email=person.email if person.name else "",
        locale=locale,
        language=LOCALE_NAMES.get(locale, locale),
        role=language.gettext("Lead") if person.role is TeamRole.LEAD else language.gettext("Member"),
    )


def _bad(language: Language, line: BadLine) -> BadRow:
    return BadRow(str(line.line), line.content, trouble_sentence(language, line))
