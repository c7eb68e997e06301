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
class ErasurePage:
    """The form, or why there is none: ``teams`` and ``organisations`` that nobody else looks after."""

    action: str
    password: FieldView | None
    refusal: str
    teams: tuple[str, ...]
    organisations: tuple[str, ...]

    @property
    def is_possible(self) -> bool:
        return not self.teams and not self.organisations


def build_erasure_page(
    form: DeleteForm, *, has_password: bool, in_the_way: LeadsAlone | None, refusal: str = "", wrong: str = ""
) -> ErasurePage:
    """``refusal`` is about the whole form, ``wrong`` about the password."""
    form.password.errors = (wrong,) if wrong else ()
    return ErasurePage(
        action=url_for("account_erasure.erase"),
        password=password_field(form.password, label=_("Your password")) if has_password else None,
        refusal=refusal,
        teams=in_the_way.teams if in_the_way else (),
        organisations=in_the_way.organisations if in_the_way else (),
    )
