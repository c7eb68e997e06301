"""Shapes of what pages of questions send. What the answers mean is for the use case to check."""

from __future__ import annotations

import json
from collections.abc import Mapping

from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, Form, StringField
from wtforms.fields import Field
from wtforms.validators import AnyOf, Length, Optional, ValidationError

from assessment.domain.answers import SpecialAnswer
from assessment.domain.framework import Framework, Item, Level

ANSWER_PREFIX = "answer."
"""Start of the field names of answers; the rest is the item id."""

_SPECIALS = tuple(special.value for special in SpecialAnswer)


class ShownField(Field):
    """Answers a page displayed when it was made: a JSON object of item ids and values."""

    data: dict[str, int | str]

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            found = json.loads(valuelist[0]) if valuelist and valuelist[0] else {}
        except ValueError:
            found = None
        if not isinstance(found, dict) or not all(isinstance(value, int | str) for value in found.values()):
            raise ValidationError("not an object of answers")
        self.data = found


class MoveForm(Form):
    """What was pressed, and what the page displayed."""

    go = StringField(validators=[Length(max=200)])
    language = StringField(validators=[Length(max=10)])
    link = StringField(validators=[Length(max=500)])
    shown = ShownField()


class SubmissionForm(Form):
    """What the person has confirmed before submission."""

    accept_incomplete = BooleanField()
    keep = BooleanField()


def answers_form(framework: Framework, level: Level, competency_id: str, sent: MultiDict[str, str]) -> Form:
    """A form with one optional choice for each item of a competency, filled with what was sent."""
    fields = {
        item.id: StringField(validators=[Optional(), AnyOf(_values_of(framework, item))])
        for item in framework.items_of(level, competency_id)
    }
    shape: type[Form] = type("AnswersForm", (Form,), fields)
    return shape(sent, prefix=ANSWER_PREFIX)


def _values_of(framework: Framework, item: Item) -> frozenset[str]:
    return frozenset((*map(str, framework.scale_of(item).values), *_SPECIALS))


def sent_answers(form: Form) -> Mapping[str, int | str]:
    """The answers of a valid form; items without one are absent, so an empty form overwrites nothing."""
    return {item: _value(chosen) for item, chosen in form.data.items() if chosen}


def _value(chosen: str) -> int | str:
    return chosen if chosen in _SPECIALS else int(chosen)
