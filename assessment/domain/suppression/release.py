"""What may be shown of a campaign: for every cell and figure the form it may have, or why it is hidden."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.suppression.cells import CellKey
from assessment.domain.suppression.policy import Reason


class Form(StrEnum):
    """How a figure may be told. A hidden one is absent, never 0."""

    NUMBER = "number"
    BAND = "band"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class FigureRelease:
    """One figure in one cell. ``reason`` is None for a number.

    ``spread``: quartiles, distributions, the range of the mean may stand beside it. ``people``: how many it is the
    mean of, None when that may not be told.
    """

    form: Form
    reason: Reason | None
    spread: bool = False
    people: int | None = None


@dataclass(frozen=True, slots=True)
class Participation:
    """So many of so many took part."""

    answered: int
    members: int


@dataclass(frozen=True, slots=True)
class CellRelease:
    """One cell. ``hidden``, ``comments_hidden`` and ``coverage_hidden`` are reasons, None for what may be shown."""

    hidden: Reason | None
    participation: Participation | None
    figures: Mapping[str, FigureRelease]
    comments_hidden: Reason | None
    coverage_hidden: Reason | None


@dataclass(frozen=True, slots=True)
class Release:
    """Everything that may be shown of one campaign."""

    cells: Mapping[CellKey, CellRelease]

    def list_numbers(self, figure_id: str) -> tuple[CellKey, ...]:
        """Cells in which the figure is told as a number."""
        return tuple(
            key
            for key, cell in self.cells.items()
            if figure_id in cell.figures and cell.figures[figure_id].form is Form.NUMBER
        )

    def list_counted(self, figure_id: str) -> tuple[CellKey, ...]:
        """Cells in which it is told of how many people the figure is."""
        return tuple(
            key
            for key, cell in self.cells.items()
            if figure_id in cell.figures and cell.figures[figure_id].people is not None
        )
