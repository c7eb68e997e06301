"""The confirmation of erasure."""

from __future__ import annotations

from wtforms import BooleanField, Form
from wtforms.validators import InputRequired


class ErasureForm(Form):
    """Ticked on purpose, or nothing is erased."""

    confirmed = BooleanField(validators=[InputRequired()])
