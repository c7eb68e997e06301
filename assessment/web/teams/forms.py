"""Shapes of what the pages of teams send. What the values may be is for the use case to say."""

from __future__ import annotations

from collections.abc import Callable

from wtforms import IntegerField, StringField
from wtforms.validators import InputRequired

from assessment.domain.refusals import OutOfRange, Refusal, TextMissing, TextTooLong, UnknownLocale
from assessment.domain.team_refusals import (
    AddressUnusable,
    AlreadyInTeam,
    BadListFile,
    NotKnownInOrganisation,
    OrganisationNotFound,
    TeamFull,
)
from assessment.web.plan.forms import PlanForm
from assessment.web.refusals import words_of


class NameForm(PlanForm):
    """The name of an organisation."""

    name = StringField(validators=[InputRequired()])


class TeamForm(NameForm):
    """What is decided about a team; ``organisation`` is empty for a team of its own."""

    locale = StringField(validators=[InputRequired()])
    organisation = StringField()

    def organisation_id(self) -> str | None:
        return self.typed("organisation") or None


class AddressForm(PlanForm):
    """An address."""

    email = StringField(validators=[InputRequired()])


class MemberForm(AddressForm):
    """Somebody new; the name may be empty."""

    name = StringField()
    locale = StringField(validators=[InputRequired()])


class MemberChangeForm(PlanForm):
    """What can be changed about somebody."""

    name = StringField()
    locale = StringField(validators=[InputRequired()])


class PasteForm(PlanForm):
    """A pasted list."""

    people = StringField()


class FileForm(PlanForm):
    """An uploaded list; the file itself is no text field."""

    file = StringField()


class JoinLinkForm(PlanForm):
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


def attempt(form: PlanForm, change: Callable[[], object]) -> bool:
    """Whether the form was right and the change was made; if not, the form knows what was wrong with which field."""
    if not form.validate():
        return False
    try:
        change()
    except (OutOfRange, TextMissing, TextTooLong) as refusal:
        form.refuse(refusal.field, words_of(refusal))
    except tuple(_FIELD_OF) as refusal:
        form.refuse(_FIELD_OF[type(refusal)], words_of(refusal))
    else:
        return True
    return False
