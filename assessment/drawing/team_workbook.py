"""Tables as an Excel workbook: words are words whatever they begin with, numbers are numbers, nothing is a formula."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from assessment.drawing.palette import LIGHT, fill_of
from assessment.languages import Language
from assessment.languages.typography import NO_BREAK_SPACE
from assessment.wording.team_tables.table import Column, Kind, Table

_FONT = "Calibri"
_A4 = 9
_TITLE_ROW, _NOTE_ROW, _HEAD_ROW = 0, 1, 3
_MARK_COLUMN, _FIRST_COLUMN = 0, 1
_MARK_WIDTH = 1.7
_WIDTHS = {Kind.NAME: 32, Kind.WORD: 17, Kind.SCORE: 11, Kind.COUNT: 10, Kind.FINE: 13, Kind.SENTENCE: 62}
_NUMBERS = {Kind.SCORE: "0.0", Kind.COUNT: "0", Kind.FINE: "0.00"}
_NOTE_CHARACTERS = 95
_LINE_HEIGHT = 15


def team_workbook(tables: Sequence[Table], *, title: str, made_on: date, language: Language) -> bytes:
    """A sheet for each table; the same tables and day always give the same bytes.

    Titles of tables name the sheets: 31 characters at most, none of ``[]:*?/\\``.
    """
    file = BytesIO()
    workbook = Workbook(
        file,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False},
    )
    workbook.set_properties({"title": title, "created": datetime.combine(made_on, time(), UTC).replace(tzinfo=None)})
    styles = _Styles(workbook)
    for table in tables:
        _write(workbook.add_worksheet(table.title.replace(NO_BREAK_SPACE, " ")), table, styles, language)
    workbook.close()
    return file.getvalue()


class _Styles:
    """Formats of the workbook, each made once."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}
        self.title = self.make(bold=True, font_size=16, valign="top")
        self.note = self.make(font_color=LIGHT.ink_2, text_wrap=True, valign="top")

    def make(self, **properties: Any) -> Format:
        """A format with these properties on top of those of all cells."""
        all_properties = {"font_name": _FONT, "font_size": 11, "font_color": LIGHT.ink, **properties}
        key = tuple(sorted(all_properties.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format(all_properties)
        return self._made[key]

    def head(self, column: Column) -> Format:
        return self.make(
            bold=True, text_wrap=True, valign="bottom", align=_align(column.kind), bottom=2, bottom_color=LIGHT.ink
        )

    def cell(self, column: Column, *, marked: bool) -> Format:
        look: dict[str, Any] = {"valign": "top", "align": _align(column.kind), "bottom": 1, "bottom_color": LIGHT.track}
        look |= {"text_wrap": True} if column.kind not in _NUMBERS else {"num_format": _NUMBERS[column.kind]}
        look |= {"bold": True} if column.kind is Kind.NAME else {}
        look |= {"bg_color": LIGHT.signal_tint} if marked else {}
        return self.make(**look)

    def number(self, *, whole: bool) -> Format:
        """A number where words are read: it stands where they begin, a whole one without a point behind it."""
        shown = "0" if whole else "0.##"
        return self.make(valign="top", align="left", bottom=1, bottom_color=LIGHT.track, num_format=shown)

    def mark(self, fill: str) -> Format:
        return self.make(bg_color=fill, bottom=1, bottom_color=LIGHT.paper)


def _align(kind: Kind) -> str:
    return "right" if kind in _NUMBERS else "left"


def _write(sheet: Worksheet, table: Table, styles: _Styles, language: Language) -> None:
    last_column = _FIRST_COLUMN + len(table.columns) - 1
    sheet.hide_gridlines(2)
    sheet.set_column(_MARK_COLUMN, _MARK_COLUMN, _MARK_WIDTH)
    sheet.write_string(_TITLE_ROW, _FIRST_COLUMN, table.title, styles.title)
    sheet.set_row(_TITLE_ROW, 24)
    if last_column > _FIRST_COLUMN:
        sheet.merge_range(_NOTE_ROW, _FIRST_COLUMN, _NOTE_ROW, last_column, "", styles.note)
    sheet.write_string(_NOTE_ROW, _FIRST_COLUMN, table.note, styles.note)
    sheet.set_row(_NOTE_ROW, _LINE_HEIGHT * (1 + len(table.note) // _NOTE_CHARACTERS))
    for place, column in enumerate(table.columns, start=_FIRST_COLUMN):
        sheet.set_column(place, place, _WIDTHS[column.kind])
        sheet.write_string(_HEAD_ROW, place, column.head, styles.head(column))
    for row, cells in enumerate(table.rows):
        at = _HEAD_ROW + 1 + row
        if table.spokes:
            sheet.write_blank(at, _MARK_COLUMN, None, styles.mark(fill_of(table.spokes[row])))
        for place, (column, cell) in enumerate(zip(table.columns, cells, strict=True), start=_FIRST_COLUMN):
            style = styles.cell(column, marked=row in table.marked)
            if isinstance(cell, str):
                sheet.write_string(at, place, cell, style)
            elif cell is None:
                sheet.write_blank(at, place, None, style)
            else:
                look = style if column.kind in _NUMBERS else styles.number(whole=float(cell).is_integer())
                sheet.write(at, place, _exactly(cell), look)
    _set_up_printing(sheet, language)


def _exactly(number: float) -> Decimal:
    """The number with the digits it has: of a float the library writes more, 68.90000000000001 for 68.9."""
    return Decimal(repr(number))


def _set_up_printing(sheet: Worksheet, language: Language) -> None:
    """A4 across, as wide as one page, the head on each page; what scrolls leaves head and names in sight."""
    sheet.freeze_panes(_HEAD_ROW + 1, _FIRST_COLUMN + 1)
    sheet.repeat_rows(_HEAD_ROW)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.set_footer(f"&L&9CX Wheel&C&9&A&R&9{language.gettext('Page %(page)s of %(pages)s', page='&P', pages='&N')}")
