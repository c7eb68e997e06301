"""Shape of what the sharing form sends."""

from __future__ import annotations

from wtforms import BooleanField, Form, StringField
from wtforms.validators import Length


class ShareForm(Form):
    """With whom, and whether the plan goes along. Whether the address is one is for the use case to say."""

    recipient = StringField(validators=[Length(max=1000)])
    with_plan = BooleanField()
