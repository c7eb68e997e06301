"""Shapes of what pages of campaigns send. What the values may be is for the use case to say."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import cast
from zoneinfo import ZoneInfo

from wtforms import BooleanField, DateField, Field, Form, IntegerField, StringField, TimeField
from wtforms.validators import AnyOf, InputRequired, ValidationError

from assessment.domain.campaign import CampaignKind
from assessment.domain.local_moment import find_moment
from assessment.use_cases.draft_campaign import CampaignDraft
from assessment.web.forms import ChoiceField, RefusableForm
from assessment.web.time_zones import is_time_zone

ANONYMOUS, LINKED = "anonymous", "linked"
WEEK, DAY = timedelta(days=7), timedelta(days=1)


def _require_time_zone(_form: Form, field: Field) -> None:
    if not is_time_zone(str(field.data)):
        raise ValidationError("no such zone")


class DeadlineForm(RefusableForm):
    """Last day and time, on the clocks of a zone."""

    day = DateField(validators=[InputRequired()])
    time = TimeField(validators=[InputRequired()])

    def closes_at(self, time_zone: str) -> datetime:
        """The moment of a valid form, aware in the zone. Raises TimeDoesNotExist."""
        return find_moment(cast(date, self.day.data), cast(time, self.time.data), ZoneInfo(time_zone)).at


class DraftForm(DeadlineForm):
    """All that an organiser decides."""

    title = StringField(validators=[InputRequired()])
    kind = ChoiceField(validators=[InputRequired(), AnyOf([kind.value for kind in CampaignKind])])
    zone = ChoiceField(validators=[InputRequired(), _require_time_zone])
    week = BooleanField()
    last_day = BooleanField()
    k = IntegerField(validators=[InputRequired()])
    linking = ChoiceField(validators=[InputRequired(), AnyOf([ANONYMOUS, LINKED])])

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
