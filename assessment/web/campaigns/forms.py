"""Shapes of what pages of campaigns send. What the values may be is for the use case to say."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import cast
from zoneinfo import ZoneInfo

from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, DateField, Field, Form, IntegerField, StringField, TimeField
from wtforms.validators import AnyOf, InputRequired, ValidationError

from assessment.domain.campaign import CampaignKind
from assessment.domain.local_moment import find_moment
from assessment.languages import Language
from assessment.use_cases.draft_campaign import CampaignDraft
from assessment.web.campaigns.time_zones import is_time_zone

ANONYMOUS, LINKED = "anonymous", "linked"
WEEK, DAY = timedelta(days=7), timedelta(days=1)


def _require_time_zone(_form: Form, field: Field) -> None:
    if not is_time_zone(str(field.data)):
        raise ValidationError("no such zone")


class CampaignForm(Form):
    """A form that keeps what was typed as it was typed, and remembers what the use case behind it refused."""

    def __init__(self, sent: MultiDict[str, str]) -> None:
        super().__init__(sent)
        self._refused: dict[str, str] = {}

    def refuse(self, field: str, sentence: str) -> None:
        """Put a sentence at a field; at the first one when the form has none of that name."""
        self._refused[field if field in self._fields else next(iter(self._fields))] = sentence

    def typed(self, name: str) -> str:
        """What was typed into a field, as it was typed."""
        raw = self._fields[name].raw_data
        return str(raw[0]) if raw else ""

    def refusal(self, language: Language, name: str) -> str:
        """The sentence at a field, empty when all is well."""
        field = self._fields[name]
        return self._refused.get(name) or (_shape_sentence(language, field) if field.errors else "")


class DeadlineForm(CampaignForm):
    """Last day and time, on the clocks of a zone."""

    day = DateField(validators=[InputRequired()])
    time = TimeField(validators=[InputRequired()])

    def closes_at(self, time_zone: str) -> datetime:
        """The moment of a valid form, aware in the zone. Raises TimeDoesNotExist."""
        return find_moment(cast(date, self.day.data), cast(time, self.time.data), ZoneInfo(time_zone)).at


class DraftForm(DeadlineForm):
    """All that an organiser decides."""

    title = StringField(validators=[InputRequired()])
    kind = StringField(validators=[InputRequired(), AnyOf([kind.value for kind in CampaignKind])])
    zone = StringField(validators=[InputRequired(), _require_time_zone])
    week = BooleanField()
    last_day = BooleanField()
    k = IntegerField(validators=[InputRequired()])
    linking = StringField(validators=[InputRequired(), AnyOf([ANONYMOUS, LINKED])])

    def draft(self) -> CampaignDraft:
        """What a valid form says. Raises TimeDoesNotExist."""
        zone = str(self.zone.data)
        return CampaignDraft(
            title=self.typed("title"),
            kind=CampaignKind(self.kind.data),
            closes_at=self.closes_at(zone),
            time_zone=zone,
            k=int(self.k.data or 0),
            anonymous=self.linking.data == ANONYMOUS,
            remind_before=tuple(before for before, on in ((WEEK, self.week), (DAY, self.last_day)) if on.data),
        )


class ConfirmationForm(Form):
    """A tick that says: yes, do it."""

    confirmed = BooleanField(validators=[InputRequired()])


def _shape_sentence(language: Language, field: Field) -> str:
    """What kind of value a field takes."""
    if isinstance(field, IntegerField):
        return language.gettext("Please enter a whole number, such as 12.")
    if isinstance(field, DateField):
        return language.gettext("Please enter a date.")
    if isinstance(field, TimeField):
        return language.gettext("Please enter a time, such as 18:00.")
    if field.name in {"kind", "zone", "linking"}:
        return language.gettext("Please choose one.")
    return language.gettext("Please write something here.")
