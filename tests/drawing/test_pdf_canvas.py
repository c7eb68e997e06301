"""A figure on a PDF page: vectors, real text, nothing that is not embedded."""

from __future__ import annotations

from io import BytesIO

import pymupdf
import pytest
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from reportlab.pdfgen.canvas import Canvas

from assessment.domain.wheel import WheelForm, build_wheel
from assessment.drawing.palette import LIGHT
from assessment.drawing.pdf_canvas import draw_figure
from assessment.drawing.wheel_figure import wheel_figure
from tests.factories.wheels import EXAMPLE, EXAMPLE_FACETS, WORDS, wheel_framework, wheel_profile


def page_of(figure: Figure, *, x: float = 0, y: float = 0, width: float = 390) -> pymupdf.Page:
    return pymupdf.open(stream=pdf_of(figure, x=x, y=y, width=width), filetype="pdf")[0]


def pdf_of(figure: Figure, *, x: float = 0, y: float = 0, width: float = 390) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, pagesize=(400, 400), invariant=1, initialFontName="CxRegular")
    draw_figure(canvas, figure, x, y, width)
    canvas.save()
    return file.getvalue()


@pytest.fixture(scope="module", autouse=True)
def _faces() -> None:
    from assessment.drawing.fonts import register_faces

    register_faces()


def wheel_on_paper() -> Figure:
    framework = wheel_framework(5)
    profile = wheel_profile(framework, EXAMPLE, EXAMPLE_FACETS)
    return wheel_figure(build_wheel(profile, framework, WORDS["ru"], WheelForm.WIDE))


def test_words_can_be_read_and_searched() -> None:
    page = page_of(wheel_on_paper())
    words = page.get_text()
    for text in ("Дизайн и изменения", "Развивающийся", "Самое слабое звено", "ход", "знания"):
        assert text in words


def test_words_stand_where_the_geometry_has_them() -> None:
    page = page_of(wheel_on_paper(), x=5, y=20, width=390)
    (place,) = page.search_for("Культура")
    baseline = 400 - 20 - 648 / 2 + 53 / 2
    assert place.x0 == pytest.approx(5 + 565 / 2, abs=1)
    assert place.y0 < baseline < place.y1


def test_nothing_is_a_picture_and_every_face_is_embedded() -> None:
    page = page_of(wheel_on_paper())
    assert not page.get_images()
    assert {font[1] for font in page.get_fonts()} == {"ttf"}
    assert len(page.get_drawings()) > 20


def test_colours_survive() -> None:
    pixels = page_of(wheel_on_paper()).get_pixmap(dpi=144)
    assert pixels.pixel(420, 800 - 648 + 240) == pytest.approx(
        [int(LIGHT.hues[0].fill[at : at + 2], 16) for at in (1, 3, 5)], abs=1
    )
    assert pixels.pixel(5, 5) == (255, 255, 255)


def test_the_same_figure_gives_the_same_bytes() -> None:
    assert pdf_of(wheel_on_paper()) == pdf_of(wheel_on_paper())


def test_quadratic_curves_open_lines_dashes_and_clips_are_kept() -> None:
    figure = Figure(figsize=(1, 1), dpi=72)
    bow = PathPatch(Path([(0, 0), (0.5, 1), (1, 0)], [Path.MOVETO, Path.CURVE3, Path.CURVE3]), fill=False, linewidth=2)
    figure.add_artist(bow)
    dashed = figure.add_artist(Line2D([0, 1], [0.9, 0.9], linestyle=(0, (4, 2)), color="#b8281a"))
    dashed.set_clip_box(figure.bbox)
    figure.text(0.1, 0.1, "Hello", fontsize=10, rotation=30)
    page = page_of(figure, width=72)
    curve, line = page.get_drawings()
    (kind, *points) = curve["items"][0]
    assert kind == "c"
    assert (points[1].x, 400 - points[1].y) == pytest.approx((24, 48), abs=0.01)
    assert line["dashes"].startswith("[")
    assert line["color"] == pytest.approx((0xB8 / 255, 0x28 / 255, 0x1A / 255), abs=0.01)
    assert "Hello" in page.get_text()
