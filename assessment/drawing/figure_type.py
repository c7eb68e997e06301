"""Text on figures: placed by the metrics of the files' faces, drawn as outlines or as real text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock

import matplotlib as mpl
import numpy as np
from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font, LoadFlags
from matplotlib.path import Path as Outline
from matplotlib.transforms import Affine2D, Transform
from numpy.typing import NDArray

from assessment.drawing.fonts import Face, font_path

_EM = 1000
_one_letter = Lock()
_FALLBACKS = {False: "DejaVuSans.ttf", True: "DejaVuSans-Bold.ttf"}


class Letters(Artist):
    """A line of text, its baseline starting ``at`` a point of the transform and turned ``angle`` degrees to the left.

    ``halo`` is the colour and width of an outline beneath. Rasters get outlines, which stand anywhere between two
    pixels; other renderers are asked to draw text.
    """

    def __init__(
        self,
        text: str,
        at: tuple[float, float],
        size: float,
        color: str,
        transform: Transform,
        *,
        bold: bool = False,
        angle: float = 0,
        halo: tuple[str, float] | None = None,
    ) -> None:
        super().__init__()
        self.set_zorder(1)  # as patches have: figures paint equals in the order they were added
        self.text, self.at, self.size, self.color = text, at, size, color
        self.bold, self.angle, self.halo = bold, angle, halo
        self.set_transform(transform)

    def draw(self, renderer: RendererBase) -> None:
        """Draw; ``size`` is in units of the transform, which are points where it is the figure's."""
        face = face_file(self.text, bold=self.bold)
        share = self.size / _EM
        turned = Affine2D().scale(share, -share).rotate_deg(-self.angle).translate(*self.at)
        place = turned + self.get_transform()
        pen = renderer.new_gc()
        pen.set_antialiased(True)
        if self.halo:
            color, width = self.halo
            pen.set_foreground(color)
            pen.set_linewidth(width)
            pen.set_joinstyle("round")
            renderer.draw_path(pen, outline(self.text, face), place)
        pen.set_foreground(self.color)
        if isinstance(renderer, RendererAgg):
            pen.set_linewidth(0)
            ink = mpl.colors.to_rgba(self.color)
            renderer.draw_path(pen, outline(self.text, face), place, ink)  # type: ignore[no-untyped-call]
        else:
            x, y = _from_top(renderer, *self.get_transform().transform(self.at))
            renderer.draw_text(pen, x, y, self.text, _properties(face, self.size), self.angle)
        pen.restore()


def text_length(text: str, size: float, *, bold: bool = False) -> float:
    """Width of a line in the unit of ``size``, without kerning."""
    face = face_file(text, bold=bold)
    return sum(_glyph(face, letter).advance for letter in text) * size / _EM


@lru_cache(maxsize=4096)
def face_file(text: str, *, bold: bool) -> str:
    """The font file for a text: the files' own face, DejaVu Sans if that lacks a letter."""
    own = str(font_path(Face.STRONG if bold else Face.REGULAR))
    if all(_font(own).get_char_index(ord(letter)) for letter in text):
        return own
    return str(Path(mpl.get_data_path()) / "fonts" / "ttf" / _FALLBACKS[bold])


def outline(text: str, face: str) -> Outline:
    """Outlines of a line of text, 1000 units to its size, its baseline at 0."""
    vertices, codes, x = [np.empty((0, 2))], [np.empty(0, dtype=np.uint8)], 0.0
    for letter in text:
        glyph = _glyph(face, letter)
        vertices.append(glyph.vertices + np.array((x, 0.0)))
        codes.append(glyph.codes)
        x += glyph.advance
    return Outline(np.concatenate(vertices), np.concatenate(codes))


def _from_top(renderer: RendererBase, x: float, y: float) -> tuple[float, float]:
    """Text, unlike paths, is placed from the top where a renderer counts from there."""
    return (x, renderer.get_canvas_width_height()[1] - y) if renderer.flipy() else (x, y)


@lru_cache(maxsize=64)
def _properties(face: str, size: float) -> FontProperties:
    return FontProperties(fname=face, size=size)


@dataclass(frozen=True, slots=True, eq=False)
class _Glyph:
    advance: float
    vertices: NDArray[np.float64]
    codes: NDArray[np.uint8]


@lru_cache(maxsize=2048)
def _glyph(face: str, letter: str) -> _Glyph:
    """A letter of a face in thousandths of its size. The font object holds one letter at a time, hence the lock."""
    with _one_letter:
        loaded = _font(face).load_char(ord(letter), flags=LoadFlags.NO_HINTING)
        vertices, codes = _font(face).get_path()
        return _Glyph(loaded.linearHoriAdvance / 65536, vertices.reshape(-1, 2), np.asarray(codes, dtype=np.uint8))


@cache
def _font(face: str) -> FT2Font:
    font = FT2Font(face)
    font.set_size(_EM, 72)
    return font
