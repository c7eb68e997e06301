"""Forms that keep what was typed as it was typed, so that a page that refuses it can show it again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from werkzeug.datastructures import MultiDict
from wtforms import DateField, Field, FloatField, Form, IntegerField, StringField, TimeField

from assessment.domain.refusals import OutOfRange, Refusal, TextMissing, TextTooLong
from assessment.languages import Language
from assessment.web.refusals import words_of


class NumberField(FloatField):
    """A number with a point or a comma."""

    def process_formdata(self, valuelist: list[str]) -> None:
        super().process_formdata([value.strip().replace(",", ".") for value in valuelist])


class ChoiceField(StringField):
    """One of several values; which ones there are is for a validator or the use case to say."""


class RefusableForm(Form):
    """A form that remembers what the use case behind it refused."""

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


_NO_OTHERS: Mapping[type[Refusal], str] = MappingProxyType({})


def attempt(
    form: RefusableForm, change: Callable[[], object], fields: Mapping[type[Refusal], str] = _NO_OTHERS
) -> bool:
    """Whether the form was right and the change was made; if not, the form knows what was wrong with which field.

    ``fields`` says which field a refusal is about that does not say so itself. Other refusals are raised.
    """
    if not form.validate():
        return False
    try:
        change()
    except (OutOfRange, TextMissing, TextTooLong) as refusal:
        form.refuse(refusal.field, words_of(refusal))
    except tuple(fields) as refusal:
        form.refuse(fields[type(refusal)], words_of(refusal))
    else:
        return True
    return False


def _shape_sentence(language: Language, field: Field) -> str:
    """What kind of value a field takes."""
    sentences = {
        NumberField: language.gettext("Please enter a number, such as 3 or 2.5."),
        IntegerField: language.gettext("Please enter a whole number, such as 12."),
        DateField: language.gettext("Please enter a date."),
        TimeField: language.gettext("Please enter a time, such as 18:00."),
        ChoiceField: language.gettext("Please choose one."),
    }
    return sentences.get(type(field)) or language.gettext("Please write something here.")
