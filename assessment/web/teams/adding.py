"""The page with three ways to add people."""

from __future__ import annotations

from flask import render_template

from assessment.domain.listed_people import LARGEST_BYTES, MOST_LINES
from assessment.use_cases.teams import TeamRecord
from assessment.web.fields import FieldSheet
from assessment.web.forms import RefusableForm
from assessment.web.locale import current_language
from assessment.web.teams.fields import address_field, person_fields
from assessment.web.teams.forms import FileForm, MemberForm, PasteForm


def render_adding(team: TeamRecord, again: RefusableForm | None = None) -> str:
    """The page; with ``again`` one of its forms is shown as it was refused."""
    language = current_language()
    member = again if isinstance(again, MemberForm) else None
    pasted = again if isinstance(again, PasteForm) else None
    file = again if isinstance(again, FileForm) else None
    people = FieldSheet(language, pasted).field(
        "people",
        language.gettext("Addresses"),
        kind="textarea",
        hint=language.gettext("One per line, or separated by commas. Names may be included: Name <name@example.org>."),
        limits={"spellcheck": "false", "autocapitalize": "none"},
    )
    person = (address_field(language, member), *person_fields(language, member, locale=team.locale))
    upload = FieldSheet(language, file).field(
        "file",
        language.gettext("File"),
        kind="file",
        hint=language.gettext(
            "Columns address, name, language and role, in any order; only the address is required. At most %(lines)s "
            "lines and %(size)s MB.",
            lines=language.count(MOST_LINES),
            size=LARGEST_BYTES // 1_000_000,
        ),
        limits={"accept": ".csv,.txt,.tsv,text/csv,text/plain"},
    )
    return render_template(
        "teams/adding.html",
        team=team,
        person=person,
        people=people,
        file=upload,
        refused=next((one for one in (*person, people, upload) if one.error), None),
    )
