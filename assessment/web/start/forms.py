"""Shapes of what the first pages send."""

from __future__ import annotations

from wtforms import Form, StringField
from wtforms.validators import InputRequired, Length


class StartForm(Form):
    """Which framework, about whom. Whether they exist is for the use case to say."""

    framework = StringField(validators=[InputRequired(), Length(max=100)])
    level = StringField(validators=[InputRequired(), Length(max=40)])


class ContinueForm(Form):
    """A private link, or the last part of one."""

    link = StringField(validators=[InputRequired(), Length(max=500)])
