"""The wheel as files: the same profile gives the same bytes, whenever they are made."""

from __future__ import annotations

from io import BytesIO

import matplotlib as mpl
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg

from assessment.domain.framework import Framework
from assessment.domain.profile import Profile
from assessment.domain.wheel import Wheel, WheelForm, build_wheel
from assessment.drawing.png import write_png
from assessment.drawing.wheel_figure import POINTS, wheel_figure
from assessment.languages import Language
from assessment.wording.wheel_words import wheel_sentence, wheel_words

mpl.rcParams["svg.hashsalt"] = "cx-wheel"  # ids inside the file, otherwise random


def wheel_svg(framework: Framework, profile: Profile, language: Language) -> bytes:
    """The wide wheel as an SVG file. Letters are outlines, so that it looks alike everywhere; its title says it all."""
    file = BytesIO()
    metadata = {"Title": wheel_sentence(language, framework, profile), "Date": None, "Creator": None}
    wheel_figure(_wide(framework, profile, language)).savefig(file, format="svg", metadata=metadata)
    return file.getvalue()


def wheel_png(framework: Framework, profile: Profile, language: Language, *, width: int = 1560) -> bytes:
    """The wide wheel as a PNG file that many pixels wide, titled with the sentence that says what it shows."""
    wheel = _wide(framework, profile, language)
    figure = wheel_figure(wheel)
    figure.set_dpi(POINTS * width / wheel.width)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    pixels = np.asarray(canvas.buffer_rgba())  # type: ignore[no-untyped-call]
    return write_png(pixels, wheel_sentence(language, framework, profile))


def _wide(framework: Framework, profile: Profile, language: Language) -> Wheel:
    return build_wheel(profile, framework, wheel_words(language), WheelForm.WIDE)
