"""A matplotlib Figure drawn onto a ReportLab canvas: vectors, and real text in embedded faces."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import cast

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont
from matplotlib.path import Path as Outline
from matplotlib.transforms import Transform
from matplotlib.typing import ColorType
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from assessment.drawing.fonts import Face, font_path, register_faces

POINTS = 72
_CAPS = {"butt": 0, "round": 1, "projecting": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}


def draw_figure(canvas: Canvas, figure: Figure, x: float, y: float, width: float) -> None:
    """Draw the figure with its lower left corner at x, y of the canvas, scaled to that width in points.

    Its paper is not drawn: a page has its own.
    """
    inches_wide, inches_high = figure.get_size_inches()
    figure.set_dpi(POINTS)
    scale = width / (inches_wide * POINTS)
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(scale, scale)
    renderer = PdfRenderer(canvas, inches_wide * POINTS, inches_high * POINTS)
    for artist in sorted(figure.get_children(), key=lambda child: child.get_zorder()):
        if artist is not figure.patch:
            artist.draw(renderer)
    canvas.restoreState()


class PdfRenderer(RendererBase):
    """Draws paths and text at 72 dots an inch; one dot is one unit of the canvas."""

    def __init__(self, canvas: Canvas, width: float, height: float) -> None:
        super().__init__()
        self._canvas, self._size = canvas, (width, height)

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Outline,
        transform: Transform,
        rgbFace: ColorType | None = None,  # noqa: N803  (the base class names it so)
    ) -> None:
        canvas, width = self._canvas, gc.get_linewidth()
        canvas.saveState()
        self._clip(gc)
        if rgbFace is not None:
            canvas.setFillColorRGB(*to_rgba(rgbFace))
        if width:
            canvas.setStrokeColorRGB(*to_rgba(gc.get_rgb()))
            canvas.setLineWidth(width)
            canvas.setLineCap(_CAPS[gc.get_capstyle()])
            canvas.setLineJoin(_JOINS[gc.get_joinstyle()])
            offset, dashes = gc.get_dashes()
            canvas.setDash([] if dashes is None else [float(dash) for dash in np.atleast_1d(dashes)], offset)
        canvas.drawPath(self._trace(path, transform), stroke=int(width > 0), fill=int(rgbFace is not None), fillMode=1)
        canvas.restoreState()

    def draw_text(  # noqa: PLR0917  (the base class passes them so)
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        *_: object,  # whether it is a formula, and whose text it is: all is plain text here
        **__: object,
    ) -> None:
        canvas = self._canvas
        canvas.saveState()
        canvas.setFillColorRGB(*to_rgba(gc.get_rgb()))
        canvas.setFont(_face_name(prop), prop.get_size_in_points())
        if angle:
            canvas.translate(x, y)
            canvas.rotate(angle)
            canvas.drawString(0, 0, s)
        else:
            canvas.drawString(x, y, s)
        canvas.restoreState()

    def get_canvas_width_height(self) -> tuple[float, float]:
        return self._size

    def flipy(self) -> bool:
        return False

    def _clip(self, gc: GraphicsContextBase) -> None:
        rectangle = gc.get_clip_rectangle()
        if rectangle is not None:
            area = self._canvas.beginPath()
            area.rect(*rectangle.bounds)
            self._canvas.clipPath(area, stroke=0, fill=0)
        clip, transform = gc.get_clip_path()
        if clip is not None and transform is not None:
            self._canvas.clipPath(self._trace(cast(Outline, clip), transform), stroke=0, fill=0)

    def _trace(self, path: Outline, transform: Transform) -> PDFPathObject:
        """The path on the canvas."""
        drawn = self._canvas.beginPath()
        points = np.asarray(transform.transform(path.vertices)).tolist()
        kinds = _polyline(len(points)) if path.codes is None else np.asarray(path.codes).tolist()
        place = 0
        while place < len(points):
            taken, step = _STEPS[kinds[place]]
            step(drawn, points[place - 1], *points[place : place + taken])
            place += taken
        return drawn


def _polyline(length: int) -> list[int]:
    return [int(Outline.MOVETO), *[int(Outline.LINETO)] * (length - 1)]


Point = list[float]


def _move(path: PDFPathObject, _: Point, to: Point) -> None:
    path.moveTo(*to)


def _draw_line(path: PDFPathObject, _: Point, to: Point) -> None:
    path.lineTo(*to)


def _bend(path: PDFPathObject, start: Point, pull: Point, to: Point) -> None:
    """A quadratic curve as the cubic one that looks the same."""
    near, far = (tuple(end + 2 * (by - end) / 3 for end, by in zip(point, pull, strict=True)) for point in (start, to))
    path.curveTo(*near, *far, *to)


def _curve(path: PDFPathObject, _: Point, pull: Point, push: Point, to: Point) -> None:
    path.curveTo(*pull, *push, *to)


def _close(path: PDFPathObject, *_: Point) -> None:
    path.close()


_STEPS: dict[int, tuple[int, Callable[..., None]]] = {
    int(Outline.MOVETO): (1, _move),
    int(Outline.LINETO): (1, _draw_line),
    int(Outline.CURVE3): (2, _bend),
    int(Outline.CURVE4): (3, _curve),
    int(Outline.CLOSEPOLY): (1, _close),
}
"""How many points each kind of step takes, and what it does to a path given the point before and those."""


def _face_name(properties: FontProperties) -> str:
    """The ReportLab name of a font, registered when first met."""
    return _register(properties.get_file() or findfont(properties))


@cache
def _register(file: str) -> str:
    register_faces()
    for face in Face:
        if str(font_path(face)) == file:
            return face.value
    name = Path(file).stem
    registerFont(TTFont(name, file))
    return name
