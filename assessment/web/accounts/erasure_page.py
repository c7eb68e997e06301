"""Page value of deleting an account."""

from __future__ import annotations

from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _

from assessment.domain.account_refusals import LeadsAlone
from assessment.web.accounts.form_pages import password_field
from assessment.web.accounts.forms import DeleteForm
from assessment.web.fields import FieldView


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody else has to be named first."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class ErasurePage:
    """The form, or why there is none: ``teams`` and ``organisations`` that nobody else looks after."""

    action: str
    is_meant: bool
    password: FieldView | None
    refusal: str
    teams: tuple[Place, ...]
    organisations: tuple[Place, ...]

    @property
    def is_possible(self) -> bool:
        return not self.teams and not self.organisations


def build_erasure_page(
    form: DeleteForm, *, has_password: bool, in_the_way: LeadsAlone | None, refusal: str = "", wrong: str = ""
) -> ErasurePage:
    """``refusal`` is about the whole form, ``wrong`` about the password."""
    form.password.errors = (wrong,) if wrong else ()
    teams, organisations = (in_the_way.teams, in_the_way.organisations) if in_the_way else ((), ())
    return ErasurePage(
        action=url_for("account_erasure.erase"),
        is_meant=bool(form.confirmed.data),
        password=password_field(form.password, label=_("Your password")) if has_password else None,
        refusal=refusal,
        teams=tuple(Place(team.name, url_for("teams.show", team_id=team.id)) for team in teams),
        organisations=tuple(
            Place(one.name, url_for("organisations.show", organisation_id=one.id)) for one in organisations
        ),
    )
