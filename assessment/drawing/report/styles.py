"""Type, colours and measures of the report. Lengths are points; the page is A4 with margins of 17 mm."""

from __future__ import annotations

from functools import cache

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from assessment.domain.framework import Framework
from assessment.drawing.fonts import Face
from assessment.drawing.palette import fill_of

PAGE = A4
MARGIN = 17 * mm
WIDTH = A4[0] - 2 * MARGIN
TOP = 24 * mm
FOOT = 23 * mm

INK = HexColor("#17202a")
INK_2 = HexColor("#4a5663")
RULE = HexColor("#d3dae1")
SIGNAL = HexColor("#b8281a")
SIGNAL_TINT = HexColor("#fbeae7")
EDGE = HexColor("#7d8894")


def hue_of(framework: Framework, competency_id: str | None) -> Color:
    """The fill of a competency's spoke; a neutral for what belongs to none. Raises KeyError if unknown."""
    if competency_id is None:
        return EDGE
    places = {spoke.id: place for place, spoke in enumerate(framework.competencies)}
    return HexColor(fill_of(places[competency_id]))


@cache
def style(name: str) -> ParagraphStyle:
    """One of the report's paragraph styles; raises KeyError for a name it does not have."""
    return _styles()[name]


@cache
def _styles() -> dict[str, ParagraphStyle]:
    body = ParagraphStyle("body", fontName=Face.REGULAR.value, fontSize=10, leading=13.6, textColor=INK)
    strong = {"fontName": Face.STRONG.value}
    quiet = {"textColor": INK_2}
    return {
        made.name: made
        for made in (
            body,
            ParagraphStyle("over", body, fontSize=9.5, leading=13, **quiet),
            ParagraphStyle("over-part", body, fontSize=9.5, leading=13, spaceBefore=34, **quiet),
            ParagraphStyle("h1", body, fontSize=24, leading=27, spaceAfter=5, **strong),
            ParagraphStyle(
                "h2", body, fontSize=13.5, leading=17, spaceBefore=16, spaceAfter=2, keepWithNext=1, **strong
            ),
            ParagraphStyle("h3", body, fontSize=10, leading=13, spaceBefore=6, keepWithNext=1, **strong),
            ParagraphStyle("lead", body, fontSize=13, leading=18, **quiet),
            ParagraphStyle("note", body, fontSize=9.5, leading=13, **quiet),
            *_cells(body),
            ParagraphStyle("head", body, fontSize=8.5, leading=11, **quiet),
            ParagraphStyle("head-number", body, fontSize=8.5, leading=11, alignment=TA_RIGHT, **quiet),
            ParagraphStyle("figure", body, fontSize=46, leading=46, **strong),
            ParagraphStyle("figure-small", body, fontSize=17, leading=21, **strong),
            ParagraphStyle("label", body, fontSize=10, leading=13, **strong),
            ParagraphStyle("small-note", body, fontSize=8.8, leading=11.6, **quiet),
            ParagraphStyle("calendar", body, fontSize=9, leading=11),
            ParagraphStyle("note-gap", body, fontSize=9.5, leading=13, spaceBefore=5, **quiet),
            ParagraphStyle("body-gap", body, spaceBefore=4),
            ParagraphStyle("running", body, fontSize=9, leading=12, alignment=TA_RIGHT, **quiet),
            ParagraphStyle("foot", body, fontSize=7, leading=9, **quiet),
            ParagraphStyle("tag", body, fontSize=8.5, leading=11, textColor=SIGNAL, **strong),
        )
    }


def _cells(body: ParagraphStyle) -> tuple[ParagraphStyle, ...]:
    """What stands in tables and lists; an owner's name may break at its hyphens."""
    small = {"fontSize": 9, "leading": 12}
    strong, quiet = {"fontName": Face.STRONG.value}, {"textColor": INK_2}
    listed = {"leftIndent": 9, "bulletFontName": Face.REGULAR.value, "bulletFontSize": 9}
    return (
        ParagraphStyle("cell", body, **small),
        ParagraphStyle("cell-strong", body, **small, **strong),
        ParagraphStyle("cell-quiet", body, **small, **quiet),
        ParagraphStyle("cell-owner", body, embeddedHyphenation=2, **small, **strong),
        ParagraphStyle("cell-item", body, **listed, **small, **quiet),
        ParagraphStyle("item", body, spaceBefore=3, **listed, **small),
        ParagraphStyle("cell-number", body, alignment=TA_RIGHT, **small),
        ParagraphStyle("cell-number-strong", body, alignment=TA_RIGHT, **small, **strong),
        ParagraphStyle("cell-gap", body, spaceBefore=3, **small),
    )
