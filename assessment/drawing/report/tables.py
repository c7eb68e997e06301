"""Ruled tables of paragraphs: a head in small type, a rule under every row, numbers to the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from reportlab.platypus import Flowable, Paragraph, Table, TableStyle

from assessment.drawing.fonts import Face
from assessment.drawing.report.styles import INK, RULE, SIGNAL, SIGNAL_TINT, style

Cell: TypeAlias = Flowable | str | list[Flowable]

_FONT = ("FONTNAME", (0, 0), (-1, -1), Face.REGULAR.value)
"""A table sets a font for every cell, even one full of paragraphs; its default is one that no file embeds."""

_RULES = (
    _FONT,
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-2, -1), 9),
    ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, 0), 0),
    ("TOPPADDING", (0, 1), (-1, -1), 5),
    ("BOTTOMPADDING", (0, 0), (-1, 0), 4),
    ("BOTTOMPADDING", (0, 1), (-1, -1), 6),
    ("LINEBELOW", (0, 0), (-1, 0), 0.9, INK),
    ("LINEBELOW", (0, 1), (-1, -1), 0.5, RULE),
    ("NOSPLIT", (0, 0), (-1, 1)),
)

_INSET = (("LEFTPADDING", (0, 0), (0, -1), 8), ("RIGHTPADDING", (-1, 0), (-1, -1), 6))
"""What stands in a table with marked rows keeps clear of the edges of their tint."""


def ruled_table(
    heads: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[float],
    *,
    numbers_from: int | None = None,
    marked: Sequence[int] = (),
) -> Table:
    """A table whose head repeats on the next page.

    Heads from column ``numbers_from`` on stand to the right. ``marked`` rows (0-based) carry the signal's tint.
    """
    first_number = len(heads) if numbers_from is None else numbers_from
    styles = ["head" if column < first_number else "head-number" for column in range(len(heads))]
    table = Table(
        [
            [Paragraph(head, style(name)) for head, name in zip(heads, styles, strict=True)],
            *[list(row) for row in rows],
        ],
        colWidths=list(widths),
        repeatRows=1,
        hAlign="LEFT",
        spaceBefore=7,
    )
    inset = _INSET if marked else ()
    table.setStyle(TableStyle([*_RULES, *inset, *(mark for row in marked for mark in _marks(row + 1))]))
    return table


def columns(parts: Sequence[Cell], widths: Sequence[float], gap: float = 22) -> Table:
    """Blocks side by side, tops aligned, ``gap`` points apart. Widths include the gap."""
    table = Table([list(parts)], colWidths=list(widths), hAlign="LEFT")
    table.setStyle(
        TableStyle(
            [
                _FONT,
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-2, -1), gap),
                ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), 0),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
            ]
        )
    )
    return table


def _marks(row: int) -> tuple[tuple[object, ...], ...]:
    return ("BACKGROUND", (0, row), (-1, row), SIGNAL_TINT), ("LINEBEFORE", (0, row), (0, row), 2.4, SIGNAL)
