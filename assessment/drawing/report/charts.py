"""The report's small drawings: the bar of probabilities, the calendar of steps, a swatch, a box to tick."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable, Paragraph

from assessment.drawing.fonts import Face
from assessment.drawing.report.styles import EDGE, INK, INK_2, RULE, style
from assessment.drawing.report.text import safe


class ShareBar(Flowable):
    """One bar of 100 %, cut into shares (0-1, summing to 1) that each have a colour."""

    def __init__(self, shares: Sequence[tuple[float, Color]], width: float) -> None:
        super().__init__()
        self.shares, self.width, self.height = tuple(shares), width, 13

    def draw(self) -> None:
        x = 0.0
        for share, colour in self.shares:
            length = share * self.width
            self.canv.setFillColor(colour)
            self.canv.rect(x, 0, max(length - 0.8, 0.4), self.height, stroke=0, fill=1)
            x += length


class Swatch(Flowable):
    """A small square in the hue of a competency."""

    def __init__(self, colour: Color) -> None:
        super().__init__()
        self.colour, self.width, self.height = colour, 7, 9

    def draw(self) -> None:
        self.canv.setFillColor(self.colour)
        self.canv.roundRect(0, 0, self.width, self.width, 1.2, stroke=0, fill=1)


class TickBox(Flowable):
    """An empty box to tick on paper, or a ticked one."""

    def __init__(self, ticked: bool) -> None:
        super().__init__()
        self.ticked, self.width, self.height = ticked, 10, 11

    def draw(self) -> None:
        self.canv.setStrokeColor(EDGE)
        self.canv.setLineWidth(0.8)
        self.canv.roundRect(0, 0, 10, 10, 1.5, stroke=1, fill=0)
        if self.ticked:
            self.canv.setFillColor(INK)
            self.canv.setFont(Face.STRONG.value, 10)
            self.canv.drawString(1.6, 1.6, "✓")


class SignatureLine(Flowable):
    """A line to sign on, with what is signed under it."""

    def __init__(self, caption: str, width: float) -> None:
        super().__init__()
        self.caption, self.width, self.height = caption, width, 12

    def draw(self) -> None:
        self.canv.setStrokeColor(EDGE)
        self.canv.setLineWidth(0.6)
        self.canv.line(0, self.height, self.width, self.height)
        self.canv.setFillColor(INK_2)
        self.canv.setFont(Face.REGULAR.value, 8.5)
        self.canv.drawString(0, 1, self.caption)


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """A bar over ``weeks`` weeks from the start of week ``first`` (0-based). None: a milestone at week ``first``."""

    label: str
    first: float
    weeks: float | None
    note: str
    colour: Color | None


class Calendar(Flowable):
    """Weeks across, one row a step, as high as its name. A milestone is an open circle at the end of the last week."""

    head = 17.0
    _lowest = 19.0
    _around = 8.0
    _labels = 0.34
    """Share of the width."""

    def __init__(self, rows: Sequence[CalendarRow], weeks: int, week_word: str, width: float) -> None:
        super().__init__()
        self.rows, self.weeks, self.week_word, self.width = tuple(rows), max(weeks, 1), week_word, width
        self.height = self.head + sum(self.row_height(row, width) for row in self.rows)
        self._start = self._labels * width

    @classmethod
    def row_height(cls, row: CalendarRow, width: float) -> float:
        """Points that a row needs in a calendar of that width."""
        return max(cls._lowest, cls._around + cls._name(row, width)[1])

    @classmethod
    def _name(cls, row: CalendarRow, width: float) -> tuple[Paragraph, float]:
        """The name as a paragraph, and how high it is."""
        name = Paragraph(safe(row.label, 200), style("calendar"))
        return name, name.wrap(cls._labels * width - 10, cls._lowest)[1]

    def draw(self) -> None:
        unit = (self.width - self._start) / self.weeks
        bottom = self.height - self.head
        self._draw_weeks(unit, bottom)
        for row in self.rows:
            high = self.row_height(row, self.width)
            bottom -= high
            name, lines = self._name(row, self.width)
            name.drawOn(self.canv, 0, bottom + (high - lines - 1) / 2)
            self._draw_bar(row, unit, bottom + high / 2)

    def _draw_weeks(self, unit: float, top: float) -> None:
        canvas = self.canv
        canvas.setFont(Face.REGULAR.value, 8.5)
        canvas.setFillColor(INK_2)
        canvas.drawString(0, top + 5, self.week_word)
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(0.5)
        every = 1 if self.weeks <= 16 else 2 if self.weeks <= 32 else 4
        for week in range(self.weeks + 1):
            x = self._start + week * unit
            canvas.line(x, 0, x, top)
            if week < self.weeks and week % every == 0:
                canvas.drawCentredString(x + unit / 2, top + 5, str(week + 1))

    def _draw_bar(self, row: CalendarRow, unit: float, middle: float) -> None:
        canvas = self.canv
        x = self._start + row.first * unit
        if row.weeks is None:
            canvas.setStrokeColor(INK)
            canvas.setLineWidth(1.4)
            canvas.circle(x - unit / 2, middle - 1, 4, stroke=1, fill=0)
            return
        length = row.weeks * unit
        canvas.setFillColor(row.colour or EDGE)
        canvas.roundRect(x + 0.8, middle - 6, max(length - 1.6, 2), 10, 1.5, stroke=0, fill=1)
        canvas.setFillColor(INK)
        canvas.setFont(Face.REGULAR.value, 8.5)
        after = x + length + 4
        if after + canvas.stringWidth(row.note) <= self.width:
            canvas.drawString(after, middle - 3.5, row.note)
        else:
            canvas.drawRightString(x - 4, middle - 3.5, row.note)
