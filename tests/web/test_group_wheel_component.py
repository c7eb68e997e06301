"""The wheel of a group on a page: the same geometry as in files, in the page's own classes."""

from __future__ import annotations

import pytest

from assessment.domain.team_result import TeamResult
from assessment.domain.wheel import Wheel, WheelForm, build_group_wheel
from assessment.languages import get_language
from assessment.web.svg_paths import sector_path
from assessment.web.wheel_page import WheelPage, make_group_wheel_page
from assessment.wording.group_wheel_words import group_wheel_words
from tests.factories.components import render_component
from tests.factories.frameworks import core_framework
from tests.factories.team_results import about_themselves, all_agree, one_hidden, seven_people
from tests.factories.visits import words

ENGLISH = get_language("en")
FORMS = pytest.mark.parametrize("form", list(WheelForm))


def page_of(result: TeamResult) -> WheelPage:
    return make_group_wheel_page(ENGLISH, core_framework(), result, wheel_id="team")


def render(page: WheelPage) -> str:
    return render_component("wheel", page)


def geometry(result: TeamResult, form: WheelForm) -> Wheel:
    return build_group_wheel(result, core_framework(), group_wheel_words(ENGLISH), form)


@FORMS
def test_frames_and_fills_are_those_of_the_geometry(form: WheelForm) -> None:
    wheel, html = geometry(about_themselves(), form), render(page_of(about_themselves()))

    for sector in (*wheel.boxes, *wheel.fills, *wheel.tracks):
        assert sector_path(wheel.measures, sector) in html
    assert html.count('class="w-box"') == 3, "one for each drawing, one in the key"


@FORMS
def test_a_level_is_an_area_with_light_stripes_of_its_own_hue(form: WheelForm) -> None:
    wheel, html = geometry(all_agree(), form), render(page_of(all_agree()))

    for band in wheel.bands:
        path = sector_path(wheel.measures, band)
        assert f'class="w-band-area cx-c-{band.spoke}" fill="url(#team-{form.value}-s{band.spoke})" d="{path}"' in html
        assert f'<pattern id="team-{form.value}-s{band.spoke}"' in html


@pytest.mark.parametrize(
    ("result", "lines"),
    [
        (about_themselves(), {"mean of the team", "half of those who answered lie within the frame", "how far"}),
        (seven_people(), {"mean of the team", "how far"}),
        (all_agree(), {"mean of the team", "only the level can be shown"}),
        (one_hidden(), {"mean of the team", "half of those who answered lie within the frame"}),
    ],
)
def test_the_key_explains_what_is_drawn_and_nothing_else(result: TeamResult, lines: set[str]) -> None:
    said = words(render(page_of(result)).partition("cx-key")[2])
    known = {
        "mean of the team",
        "half of those who answered lie within the frame",
        "only the level can be shown",
        "how far",
        "score of the competency",
    }

    assert {line for line in known if line in said} == lines


def test_a_hidden_spoke_has_neither_fill_nor_area() -> None:
    metrics = page_of(one_hidden()).drawings[0].spokes[2]

    assert (metrics.fill, metrics.band, metrics.pattern) == ("", "", None)
    assert [text.text for text in metrics.texts] == ["Metrics", "hidden"]
