"""The wheel as files: the same profile gives the same bytes, whenever they are made."""

from __future__ import annotations

from matplotlib.figure import Figure

from assessment.domain.framework import Framework
from assessment.domain.profile import Profile
from assessment.domain.wheel import WheelForm, build_wheel
from assessment.drawing.figure_files import figure_png, figure_svg
from assessment.drawing.wheel_figure import wheel_figure
from assessment.languages import Language
from assessment.wording.wheel_words import wheel_sentence, wheel_words

_MARGIN = 20


def wheel_svg(framework: Framework, profile: Profile, language: Language) -> bytes:
    """The wide wheel as an SVG file, titled with the sentence that says what it shows."""
    return figure_svg(_draw(framework, profile, language), wheel_sentence(language, framework, profile))


def wheel_png(framework: Framework, profile: Profile, language: Language, *, width: int = 1560) -> bytes:
    """The wide wheel as a PNG file that many pixels wide, titled with the sentence that says what it shows."""
    figure = _draw(framework, profile, language)
    return figure_png(figure, wheel_sentence(language, framework, profile), width=width)


def _draw(framework: Framework, profile: Profile, language: Language) -> Figure:
    wheel = build_wheel(profile, framework, wheel_words(language), WheelForm.WIDE)
    return wheel_figure(wheel, margin=_MARGIN)
