"""The wheel as files: the same profile gives the same bytes, whenever they are made."""

from __future__ import annotations

from io import StringIO

import matplotlib as mpl
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from assessment.domain.framework import Framework
from assessment.domain.profile import Profile
from assessment.domain.wheel import WheelForm, build_wheel
from assessment.drawing.plain_svg import as_attributes
from assessment.drawing.png import write_png
from assessment.drawing.wheel_figure import wheel_figure
from assessment.languages import Language
from assessment.wording.wheel_words import wheel_sentence, wheel_words

mpl.rcParams["svg.hashsalt"] = "cx-wheel"  # ids inside the file, otherwise random


_MARGIN = 20


def wheel_svg(framework: Framework, profile: Profile, language: Language) -> bytes:
    """The wide wheel as an SVG file. Letters are outlines, so that it looks alike everywhere; its title says it all."""
    file = StringIO()
    metadata = {"Title": wheel_sentence(language, framework, profile), "Date": None, "Creator": None}
    _draw(framework, profile, language).savefig(file, format="svg", metadata=metadata)
    return as_attributes(file.getvalue()).encode()


def wheel_png(framework: Framework, profile: Profile, language: Language, *, width: int = 1560) -> bytes:
    """The wide wheel as a PNG file that many pixels wide, titled with the sentence that says what it shows."""
    figure = _draw(framework, profile, language)
    figure.set_dpi(width / figure.get_figwidth())
    canvas = FigureCanvasAgg(figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    pixels = np.asarray(canvas.buffer_rgba())  # type: ignore[no-untyped-call]
    return write_png(pixels, wheel_sentence(language, framework, profile))


def _draw(framework: Framework, profile: Profile, language: Language) -> Figure:
    wheel = build_wheel(profile, framework, wheel_words(language), WheelForm.WIDE)
    return wheel_figure(wheel, margin=_MARGIN)
