"""The fields of the forms of teams: filled from what is stored, or from what was typed when a form was refused."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.domain.address_faults import LONGEST_ADDRESS
from assessment.domain.people import LONGEST_NAME
from assessment.languages import LOCALES, Language
from assessment.use_cases.join_links import MOST_DAYS, USUAL_DAYS
from assessment.use_cases.organisations import OrganisationRecord
from assessment.web.fields import FieldSheet, FieldView
from assessment.web.forms import RefusableForm
from assessment.web.locale import LOCALE_NAMES


def team_fields(
    language: Language,
    again: RefusableForm | None,
    organisations: Sequence[OrganisationRecord],
    *,
    name: str = "",
    locale: str = "",
    organisation_id: str | None = None,
) -> tuple[FieldView, ...]:
    """Name, language and organisation of a team; without organisations to choose from only the first two."""
    fields = (
        FieldSheet(language, again).field(
            "name",
            language.gettext("Name of the team"),
            name,
            hint=language.gettext("Its members read it in their invitations."),
            limits={"maxlength": str(LONGEST_NAME), "autocomplete": "off"},
        ),
        _locale_field(
            language,
            again,
            language.gettext("Language of the team"),
            locale or language.locale,
            hint=language.gettext("For emails to people for whom nobody has chosen a language."),
        ),
    )
    if not organisations:
        return fields
    own = ("", language.gettext("None: a team of its own"))
    options = (own, *((one.id, one.name) for one in organisations))
    label, hint = language.gettext("Organisation"), language.gettext("Its administrators can manage the team as well.")
    chosen = organisation_id or ""
    return (
        *fields,
        FieldSheet(language, again).field(
            "organisation", label, chosen, kind="select", hint=hint, required=False, options=options
        ),
    )


def name_field(language: Language, again: RefusableForm | None, label: str, name: str = "") -> FieldView:
    """A name that must not be empty."""
    limits = {"maxlength": str(LONGEST_NAME), "autocomplete": "off"}
    return FieldSheet(language, again).field("name", label, name, limits=limits)


def address_field(
    language: Language, again: RefusableForm | None, *, hint: str = "", autocomplete: str = "off"
) -> FieldView:
    """A mail address. It is no field of type email: browsers refuse some addresses that mail can be sent to."""
    limits = {
        "maxlength": str(LONGEST_ADDRESS),
        "inputmode": "email",
        "autocomplete": autocomplete,
        "autocapitalize": "none",
        "spellcheck": "false",
    }
    return FieldSheet(language, again).field("email", language.gettext("Email address"), hint=hint, limits=limits)


def person_fields(
    language: Language, again: RefusableForm | None, *, name: str = "", locale: str = "", own: bool = False
) -> tuple[FieldView, ...]:
    """Name and language of somebody; ``own``: they fill it in themselves."""
    label = language.gettext("Your name") if own else language.gettext("Name")
    limits = {"maxlength": str(LONGEST_NAME), "autocomplete": "name" if own else "off"}
    hint = language.gettext("Optional. Leads of the team see it beside the address.")
    mails = language.gettext("Language of the emails")
    return (
        FieldSheet(language, again).field("name", label, name, required=False, limits=limits, hint=hint),
        _locale_field(language, again, mails, locale or language.locale),
    )


def days_field(language: Language, again: RefusableForm | None) -> FieldView:
    """How many days a join link works."""
    label, limits = language.gettext("How many days the link works"), {"min": "1", "max": str(MOST_DAYS)}
    return FieldSheet(language, again).field("days", label, str(USUAL_DAYS), kind="number", limits=limits)


def _locale_field(
    language: Language, again: RefusableForm | None, label: str, locale: str, *, hint: str = ""
) -> FieldView:
    options = tuple((known, LOCALE_NAMES[known]) for known in LOCALES)
    return FieldSheet(language, again).field("locale", label, locale, kind="select", hint=hint, options=options)
