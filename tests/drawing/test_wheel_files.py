"""The wheel as SVG and PNG files."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from xml.etree import ElementTree

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from assessment.domain.framework import Framework
from assessment.domain.profile import Profile
from assessment.drawing.palette import LIGHT
from assessment.drawing.wheel_files import wheel_png, wheel_svg
from assessment.languages import Language, get_language
from tests.factories.wheels import EXAMPLE, EXAMPLE_FACETS, wheel_framework, wheel_profile

FRAMEWORK = wheel_framework(5)
RU = get_language("ru")
SVG = "{http://www.w3.org/2000/svg}"


def example() -> Profile:
    return wheel_profile(FRAMEWORK, EXAMPLE, EXAMPLE_FACETS)


def pixels(png: bytes) -> NDArray[np.uint8]:
    return np.asarray(Image.open(BytesIO(png)).convert("RGB"))


DRAW = pytest.mark.parametrize("draw", [wheel_svg, wheel_png])
Draw = Callable[[Framework, Profile, Language], bytes]


@DRAW
def test_the_same_profile_gives_the_same_bytes(draw: Draw) -> None:
    assert draw(FRAMEWORK, example(), RU) == draw(FRAMEWORK, example(), RU)


@DRAW
def test_another_score_gives_other_bytes(draw: Draw) -> None:
    other = wheel_profile(FRAMEWORK, (61, *EXAMPLE[1:]), EXAMPLE_FACETS)
    assert draw(FRAMEWORK, example(), RU) != draw(FRAMEWORK, other, RU)


def test_the_svg_has_the_wheel_s_size_with_a_margin_and_a_title_that_says_it() -> None:
    root = ElementTree.fromstring(wheel_svg(FRAMEWORK, example(), RU))  # noqa: S314  (our own file)
    assert root.get("viewBox") == "0 0 820 688"
    title = root.find(f"{SVG}title")
    assert title is not None
    assert title.text is not None
    assert "Культура 62" in title.text


def test_the_svg_needs_no_font_and_carries_no_date() -> None:
    svg = wheel_svg(FRAMEWORK, example(), RU).decode()
    assert f"{SVG}text" not in {element.tag for element in ElementTree.fromstring(svg).iter()}  # noqa: S314  (our own)
    assert "font-family" not in svg
    assert "<dc:date>" not in svg


def test_the_svg_needs_no_styles_where_a_policy_forbids_them() -> None:
    root = ElementTree.fromstring(wheel_svg(FRAMEWORK, example(), RU))  # noqa: S314  (our own file)
    assert not [element for element in root.iter() if element.get("style") or element.tag == f"{SVG}style"]
    assert root.get("stroke-linecap") == "butt"
    assert root.get("role") == "img"
    assert LIGHT.hues[0].fill in {path.get("fill") for path in root.iter(f"{SVG}path")}


def test_the_png_is_as_wide_as_asked_and_titled() -> None:
    wide = wheel_png(FRAMEWORK, example(), RU)
    image = Image.open(BytesIO(wide))
    assert image.size == (1560, 1308)
    assert "Культура 62" in image.text["Title"]
    assert pixels(wheel_png(FRAMEWORK, example(), RU, width=410)).shape == (344, 410, 3)


def test_the_png_has_the_right_colours_in_the_right_places() -> None:
    picture = pixels(wheel_png(FRAMEWORK, example(), RU, width=1640))

    def color_at(x: float, y: float) -> str:
        return "#{:02x}{:02x}{:02x}".format(*picture[int(2 * (y + 20)), int(2 * (x + 20))])

    assert color_at(5, 5) == LIGHT.paper
    assert color_at(420, 240) == LIGHT.hues[0].fill
    assert color_at(390, 380) == LIGHT.hues[2].fill
    assert color_at(470, 120) == LIGHT.track
    assert color_at(300, 150) == LIGHT.signal_tint
    assert color_at(120, 10) == LIGHT.signal
    assert color_at(390, 270) == LIGHT.paper


def test_the_hatching_of_the_lowest_spoke_shows_paper_through_its_hue() -> None:
    picture = pixels(wheel_png(FRAMEWORK, example(), RU, width=1640))
    hatched = picture[2 * 250 : 2 * 265, 2 * 385 : 2 * 405].reshape(-1, 3)
    found = {"#{:02x}{:02x}{:02x}".format(*color) for color in hatched}
    assert {LIGHT.hues[4].fill, LIGHT.paper} <= found


def test_a_wheel_with_gaps_and_many_spokes_makes_files_too() -> None:
    framework = wheel_framework(12)
    profile = wheel_profile(framework, [None, 0, 100] * 4)
    assert wheel_svg(framework, profile, get_language("en")).startswith(b"<?xml")
    png = wheel_png(framework, profile, get_language("en"))
    assert Image.open(BytesIO(png)).size[0] == 1560
