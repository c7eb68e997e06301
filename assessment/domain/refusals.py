"""What the service refuses, as named facts. Words for people are found where the refusal is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class Refusal(Exception):
    """Base of everything that is refused for a reason the person can act on."""


class UnknownFramework(Refusal):
    """No framework of that id, or no such version of it."""

    def __init__(self, framework_id: str, version: str | None = None) -> None:
        super().__init__(framework_id, version)
        self.framework_id = framework_id
        self.version = version


class UnknownLevel(Refusal):
    """The framework is not asked at that level."""

    def __init__(self, level: str, levels: Sequence[str]) -> None:
        super().__init__(level)
        self.level = level
        self.levels = tuple(levels)


class UnknownLocale(Refusal):
    """The framework has no texts in that language."""

    def __init__(self, locale: str, locales: Sequence[str]) -> None:
        super().__init__(locale)
        self.locale = locale
        self.locales = tuple(locales)


class UnknownItem(Refusal):
    """The level of the framework has no item of that id."""

    def __init__(self, item_id: str, level: str) -> None:
        super().__init__(item_id, level)
        self.item_id = item_id
        self.level = level


class ValueOffScale(Refusal):
    """A value that is neither a point of the item's scale nor a special answer."""

    def __init__(self, item_id: str, raw: object, values: Sequence[int]) -> None:
        super().__init__(item_id, raw)
        self.item_id = item_id
        self.raw = raw
        self.values = tuple(values)


class InvalidAnswers(Refusal):
    """Several answers of one call are wrong; nothing of the call was stored."""

    def __init__(self, refusals: Sequence[UnknownItem | ValueOffScale]) -> None:
        super().__init__(len(refusals))
        self.refusals = tuple(refusals)


class AssessmentNotFound(Refusal):
    """There is no such assessment, or the key to it is not this one."""


class AlreadySubmitted(Refusal):
    """The answers are frozen."""


class NotSubmitted(Refusal):
    """There is no result before submission."""


class Incomplete(Refusal):
    """Items are still open and the person has not said that this is meant."""

    def __init__(self, open_items: Sequence[str]) -> None:
        super().__init__(len(open_items))
        self.open_items = tuple(open_items)


class StaleRevision(Refusal):
    """The caller's picture of the answers is older than what is stored."""

    def __init__(self, current: int) -> None:
        super().__init__(current)
        self.current = current


class AnswersInDoubt(Refusal):
    """The answers look hurried or careless, and the person has not said yet that they are meant so."""


class UnknownStep(Refusal):
    """The plan has no step of that id."""

    def __init__(self, step_id: str) -> None:
        super().__init__(step_id)
        self.step_id = step_id


class UnknownAction(Refusal):
    """The framework has no action of that id that fits here."""

    def __init__(self, action_id: str) -> None:
        super().__init__(action_id)
        self.action_id = action_id


class OutOfRange(Refusal):
    """A number or a date outside what the field allows, both ends included."""

    def __init__(self, field: str, lower: object, upper: object) -> None:
        super().__init__(field, lower, upper)
        self.field = field
        self.lower = lower
        self.upper = upper


class TextMissing(Refusal):
    """A text that must not be empty."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class TextTooLong(Refusal):
    """A text with more than ``limit`` characters."""

    def __init__(self, field: str, limit: int) -> None:
        super().__init__(field, limit)
        self.field = field
        self.limit = limit


class BadAnswersFile(Refusal):
    """An answers file that cannot be read as a whole.

    ``reason`` is one of kind, size, encoding, unreadable, syntax, twice, shape, empty, column; ``found`` is what stood
    there, ``near`` a known name close to it.
    """

    def __init__(self, file: str, reason: str, *, row: int | None = None, found: str = "", near: str = "") -> None:
        super().__init__(file, reason, row, found)
        self.file = file
        self.reason = reason
        self.row = row
        self.found = found
        self.near = near


class PlaceTaken(Refusal):
    """A file would be written over the answers it is made from, or over another one of the same call."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


@dataclass(frozen=True, slots=True)
class WrongCell:
    """An answer in a file that was refused: its line, why, and for an unknown item a known one close to it."""

    row: int
    refusal: UnknownItem | ValueOffScale
    near: str = ""


class BadRow(Refusal):
    """A person of an answers file who cannot be scored, handed on beside the others so that they are not held up.

    Either some answers are wrong, or (``wrong`` empty) the row has another count of cells than the head.
    """

    def __init__(self, row: int, wrong: Sequence[WrongCell] = (), *, cells: int = 0, columns: int = 0) -> None:
        super().__init__(row, len(wrong))
        self.row = row
        self.wrong = tuple(wrong)
        self.cells = cells
        self.columns = columns
