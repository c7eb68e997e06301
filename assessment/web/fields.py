"""Form fields as pages show them: label, what was typed, hint and refusal, laid out by ``components/field``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assessment.languages import Language
from assessment.web.forms import RefusableForm


@dataclass(frozen=True, slots=True)
class OptionGroup:
    """Options of a select that belong together: values and texts."""

    name: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field. ``kind`` is an input type or ``textarea`` or ``select``; ``options`` are values and texts of the last,
    ``groups`` those in groups.

    ``limits`` are further attributes such as min, max, step, maxlength; ``error`` is empty when all is well.
    """

    id: str
    name: str
    label: str
    value: str
    kind: str = "text"
    hint: str = ""
    error: str = ""
    required: bool = False
    limits: Mapping[str, str] | None = None
    options: tuple[tuple[str, str], ...] = ()
    groups: tuple[OptionGroup, ...] = ()


def find_refused(fields: Iterable[FieldView]) -> str:
    """The id of the first field that needs a look, empty when all is well."""
    return next((field.id for field in fields if field.error), "")


@dataclass(frozen=True, slots=True)
class FieldSheet:
    """Makes the fields of one form; ``again`` is the form when it was refused, with what was typed."""

    language: Language
    again: RefusableForm | None

    def field(
        self,
        key: str,
        label: str,
        value: str = "",
        *,
        kind: str = "text",
        hint: str = "",
        limits: Mapping[str, str] | None = None,
        options: tuple[tuple[str, str], ...] = (),
        groups: tuple[OptionGroup, ...] = (),
        required: bool = True,
    ) -> FieldView:
        """One field. ``key`` is the name of the field and, after a hyphen, what makes its id unique on the page."""
        name = key.split("-", 1)[0]
        return FieldView(
            id=key,
            name=name,
            label=label,
            value=value if self.again is None else self.again.typed(name),
            kind=kind,
            hint=hint,
            error="" if self.again is None else self.again.refusal(self.language, name),
            required=required,
            limits=limits,
            options=options,
            groups=groups,
        )
