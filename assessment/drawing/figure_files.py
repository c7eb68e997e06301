"""Figures as files: the same figure gives the same bytes, whenever it is saved."""

from __future__ import annotations

from io import StringIO

import matplotlib as mpl
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from assessment.drawing.plain_svg import as_attributes
from assessment.drawing.png import write_png

mpl.rcParams["svg.hashsalt"] = "cx-wheel"  # ids inside the file, otherwise random


def figure_svg(figure: Figure, title: str) -> bytes:
    """An SVG file. Letters are outlines, so that it looks alike everywhere; its title says what it shows."""
    file = StringIO()
    figure.savefig(file, format="svg", metadata={"Title": title, "Date": None, "Creator": None})
    return as_attributes(file.getvalue()).encode()


def figure_png(figure: Figure, title: str, *, width: int = 1560) -> bytes:
    """A PNG file that many pixels wide, titled with the sentence that says what it shows."""
    figure.set_dpi(width / figure.get_figwidth())
    canvas = FigureCanvasAgg(figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    pixels = np.asarray(canvas.buffer_rgba())  # type: ignore[no-untyped-call]
    return write_png(pixels, title)
