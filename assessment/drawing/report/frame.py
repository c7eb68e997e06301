"""What every page of the report has: running head, foot with the disclaimer, page x of y, document properties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph

from assessment.domain.framework import Framework
from assessment.drawing.fonts import Face
from assessment.drawing.report.styles import FOOT, INK, MARGIN, PAGE, RULE, SIGNAL, TOP, WIDTH, style
from assessment.drawing.report.text import safe
from assessment.languages import Language
from assessment.languages.typography import unbroken

_BRAND = "CX Wheel"
_STEP = 8
"""Points by which a heading is made narrower while it needs no further line."""
_RUNNING = WIDTH - 90
"""Points that the running head has beside the brand."""

rl_config.useA85 = 0  # streams as bytes instead of text: a fifth smaller, and written sooner


@dataclass(frozen=True, slots=True)
class PageFrame:
    """Texts around the page. ``numbering`` holds ``{page}`` and ``{pages}``; ``day`` is the document's own date."""

    title: str
    author: str
    subject: str
    locale: str
    running: tuple[str, ...]
    disclaimer: str
    numbering: str
    day: date


def make_frame(language: Language, framework: Framework, *, title: str, name: str, day: date) -> PageFrame:
    """What stands around the pages of a report; ``name`` is whom it is about and may be empty."""
    return PageFrame(
        title=f"{title} · {name}" if name else title,
        author=name or _BRAND,
        subject=f"{language.pick(framework.title)}, {framework.version}",
        locale=language.locale,
        running=tuple(part for part in (name, language.date(day)) if part),
        disclaimer=language.pick(framework.disclaimer),
        numbering=language.gettext("Page {page} of {pages}"),
        day=day,
    )


class Heading(Paragraph):
    """A heading that is also a bookmark. ``depth`` 0 is a page's own heading, 1 a section's."""

    def __init__(self, text: str, style_name: str, depth: int) -> None:
        super().__init__(text, style(style_name))
        self._depth = depth

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        """Lines of about one length, so that no word is left alone on the last one."""
        needed: tuple[float, float] = super().wrap(available, height)
        for width in range(int(available) - _STEP, int(available) // 2, -_STEP):
            if super().wrap(width, height)[1] > needed[1]:
                super().wrap(width + _STEP, height)
                break
        return needed

    def draw(self) -> None:
        key = f"section-{len(self.canv.bookmarks)}"
        self.canv.bookmarks.append(key)
        self.canv.bookmarkHorizontal(key, 0, self.height)
        self.canv.addOutlineEntry(self.getPlainText(), key, level=self._depth, closed=False)
        super().draw()


def build_document(frame: PageFrame, story: Sequence[Flowable]) -> bytes:
    """The finished file. The same story gives the same bytes."""
    buffer = BytesIO()
    document = BaseDocTemplate(
        buffer,
        pagesize=PAGE,
        title=frame.title,
        author=frame.author,
        subject=frame.subject,
        creator=_BRAND,
        producer=_BRAND,
        lang=frame.locale,
        invariant=1,
        initialFontName=Face.REGULAR.value,
    )
    area = Frame(
        MARGIN, FOOT, WIDTH, PAGE[1] - TOP - FOOT, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0
    )
    document.addPageTemplates(PageTemplate(frames=[area]))
    document.build(list(story), canvasmaker=_numbered(frame))
    return buffer.getvalue()


def _numbered(frame: PageFrame) -> type[Canvas]:
    """A canvas that keeps its pages back until it knows how many there are."""

    class NumberedCanvas(Canvas):
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            self.setDateFormatter(lambda *_: f"D:{frame.day:%Y%m%d}000000Z")
            self.bookmarks: list[str] = []
            self._kept: list[dict[str, Any]] = []

        def showPage(self) -> None:  # noqa: N802 - ReportLab's own name
            self._kept.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            self.showOutline()
            for number, state in enumerate(self._kept, start=1):
                kept = self._kept
                self.__dict__.update(state)
                self._kept = kept
                _draw_surroundings(self, frame, number, len(kept))
                super().showPage()
            super().save()

    return NumberedCanvas


def _draw_surroundings(canvas: Canvas, frame: PageFrame, page: int, pages: int) -> None:
    right = MARGIN + WIDTH
    head = PAGE[1] - 15 * 2.8346
    _draw_mark(canvas, MARGIN + 6.5, head + 3.2)
    canvas.setFillColor(INK)
    canvas.setFont(Face.STRONG.value, 10)
    canvas.drawString(MARGIN + 18, head, _BRAND)
    running = _running_line(frame.running)
    running.wrap(_RUNNING, 20)
    running.drawOn(canvas, right - _RUNNING, head - 3)
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.6)
    canvas.line(MARGIN, head - 9, right, head - 9)
    canvas.line(MARGIN, FOOT - 14, right, FOOT - 14)
    disclaimer = Paragraph(safe(frame.disclaimer), style("foot"))
    _, height = disclaimer.wrap(WIDTH - 80, 60)
    disclaimer.drawOn(canvas, MARGIN, FOOT - 19 - height)
    canvas.setFont(Face.REGULAR.value, 8.5)
    canvas.drawRightString(right, FOOT - 27, frame.numbering.format(page=page, pages=pages))


def _running_line(texts: Sequence[str]) -> Paragraph:
    """Names and the day, which stands last, in one line; a name that is too long loses its end."""
    *names, day = texts
    for longest in range(80, 0, -4):
        shown = [*(safe(name, longest) for name in names), safe(unbroken(day))]
        line = Paragraph("\u2002·\u2002".join(shown), style("running"))
        if line.wrap(_RUNNING, 20)[1] <= style("running").leading:
            break
    return line


def _draw_mark(canvas: Canvas, x: float, y: float) -> None:
    """The wheel of the brand: a rim and five spokes, one of them in the signal colour."""
    from math import cos, pi, sin

    canvas.setLineWidth(1.1)
    canvas.setStrokeColor(INK)
    canvas.circle(x, y, 6, stroke=1, fill=0)
    canvas.setLineCap(1)
    for spoke in range(5):
        angle = pi / 2 - pi / 5 - spoke * 2 * pi / 5
        length = 3 if spoke == 4 else 4.3
        canvas.setStrokeColor(SIGNAL if spoke == 4 else INK)
        canvas.line(x, y, x + length * cos(angle), y + length * sin(angle))
    canvas.setLineCap(0)
