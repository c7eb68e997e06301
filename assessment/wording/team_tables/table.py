"""What a table is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from assessment.domain.suppression.policy import Reason
from assessment.domain.team_result import ReleasedScore
from assessment.languages import Language
from assessment.wording.suppressed import hidden_sentence

Cell = str | float | None
"""Words, a number, or nothing: what is not told is absent, never 0."""


class Kind(Enum):
    """What stands in a column: names that are read across, words, scores 0-100, whole numbers, numbers of two digits,
    sentences that need room."""

    NAME = auto()
    WORD = auto()
    SCORE = auto()
    COUNT = auto()
    FINE = auto()
    SENTENCE = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its head."""

    head: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its ``title`` (short enough to name a sheet) and what to know before reading it.

    ``spokes``: for each row the place of its competency on the wheel, where it is about one. ``marked``: rows that are
    about the lowest competency.
    """

    title: str
    note: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    spokes: tuple[int, ...] = ()
    marked: frozenset[int] = frozenset()


def score_columns(language: Language) -> tuple[Column, ...]:
    """The columns that ``score_cells`` fills."""
    return (
        Column(language.gettext("Mean"), Kind.SCORE),
        Column(language.gettext("Level"), Kind.WORD),
        Column(language.gettext("Range of the mean, from"), Kind.SCORE),
        Column(language.gettext("Range of the mean, to"), Kind.SCORE),
        Column(language.gettext("Middle half, from"), Kind.SCORE),
        Column(language.gettext("Middle half, to"), Kind.SCORE),
        Column(language.gettext("People"), Kind.COUNT),
    )


def score_cells(score: ReleasedScore, level: str) -> tuple[Cell, ...]:
    """A score as far as it is told; ``level`` in words, empty without one."""
    interval, middle = score.interval or (None, None), score.middle_half or (None, None)
    return score.mean, level or None, *interval, *middle, score.people


def reason_column(language: Language) -> Column:
    return Column(language.gettext("What is not shown, and why"), Kind.SENTENCE)


def reasons_cell(language: Language, reasons: Sequence[Reason | None], k: int) -> Cell:
    """Why something of a row is not told, each reason once; nothing where all is told."""
    sentences = [hidden_sentence(language, reason, k) for reason in reasons if reason is not None]
    return " ".join(dict.fromkeys(sentences)) or None
