"""Page value of an organisation."""

from __future__ import annotations

from dataclasses import dataclass

from flask import url_for

from assessment.languages import Language
from assessment.use_cases.organisations import OrganisationView
from assessment.web.fields import FieldView
from assessment.web.forms import RefusableForm
from assessment.web.teams.fields import address_field, name_field
from assessment.web.teams.forms import AddressForm, NameForm
from assessment.web.teams.pages import NamedLink


@dataclass(frozen=True, slots=True)
class AdministratorRow:
    """Somebody who administers it; ``own``: the reader. ``name`` is the address where there is no other."""

    user_id: int
    name: str
    email: str
    own: bool


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    """An organisation."""

    id: str
    name: str
    teams: tuple[NamedLink, ...]
    administrators: tuple[AdministratorRow, ...]
    name_field: FieldView
    address_field: FieldView


def build_organisation_page(
    language: Language, view: OrganisationView, *, reader_id: int, again: RefusableForm | None
) -> OrganisationPage:
    """The page; ``again`` is one of its forms as it was refused."""
    renaming = again if isinstance(again, NameForm) else None
    adding = again if isinstance(again, AddressForm) else None
    hint = language.gettext("Of somebody who is in one of the teams and has signed in.")
    return OrganisationPage(
        id=view.record.id,
        name=view.record.name,
        teams=tuple(
            NamedLink(
                url_for("teams.show", team_id=one.team.id),
                one.team.name,
                language.ngettext("%(n)s person", "%(n)s people", one.people),
            )
            for one in view.teams
        ),
        administrators=tuple(
            AdministratorRow(
                one.user_id, one.name or one.email, one.email if one.name else "", one.user_id == reader_id
            )
            for one in view.administrators
        ),
        name_field=name_field(language, renaming, language.gettext("Name of the organisation"), view.record.name),
        address_field=address_field(language, adding, hint=hint),
    )
