"""Shapes of what the pages of teams send. What the values may be is for the use case to say."""

from __future__ import annotations

from collections.abc import Callable

from wtforms import IntegerField, StringField
from wtforms.validators import InputRequired

from assessment.domain.refusals import Refusal, UnknownLocale
from assessment.domain.team_refusals import (
    AddressUnusable,
    AlreadyInTeam,
    BadListFile,
    NotKnownInOrganisation,
    OrganisationNotFound,
    TeamFull,
)
from assessment.web import forms
from assessment.web.forms import ChoiceField, RefusableForm


class NameForm(RefusableForm):
    """The name of an organisation."""

    name = StringField(validators=[InputRequired()])


class TeamForm(NameForm):
    """What is decided about a team; ``organisation`` is empty for a team of its own."""

    locale = ChoiceField(validators=[InputRequired()])
    organisation = ChoiceField()

    def organisation_id(self) -> str | None:
        return self.typed("organisation") or None


class AddressForm(RefusableForm):
    """An address."""

    email = StringField(validators=[InputRequired()])


class MemberForm(AddressForm):
    """Somebody new; the name may be empty."""

    name = StringField()
    locale = ChoiceField(validators=[InputRequired()])


class MemberChangeForm(RefusableForm):
    """What can be changed about somebody."""

    name = StringField()
    locale = ChoiceField(validators=[InputRequired()])


class PasteForm(RefusableForm):
    """A pasted list."""

    people = StringField()


class FileForm(RefusableForm):
    """An uploaded list; the file itself is no text field."""

    file = StringField()


class JoinLinkForm(RefusableForm):
    """How long a join link works."""

    days = IntegerField(validators=[InputRequired()])


_FIELD_OF: dict[type[Refusal], str] = {
    AddressUnusable: "email",
    AlreadyInTeam: "email",
    NotKnownInOrganisation: "email",
    TeamFull: "email",
    UnknownLocale: "locale",
    OrganisationNotFound: "organisation",
    BadListFile: "people",
}


def attempt(form: RefusableForm, change: Callable[[], object]) -> bool:
    """Whether the form was right and the change was made; if not, the form knows what was wrong with which field."""
    return forms.attempt(form, change, _FIELD_OF)
