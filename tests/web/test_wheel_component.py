"""The wheel on a page: an SVG in the page's own type that agrees with the geometry and obeys a strict policy."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import atan2, degrees, hypot
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from assessment.domain.framework import Framework
from assessment.domain.profile import Profile
from assessment.domain.wheel import Wheel, WheelForm, build_wheel
from assessment.domain.wheel.parts import Sector
from assessment.languages import get_language
from assessment.web.wheel_page import WheelPage, make_wheel_page
from assessment.wording.wheel_words import wheel_sentence, wheel_words
from tests.factories.components import render_component
from tests.factories.wheels import EXAMPLE, EXAMPLE_FACETS, wheel_framework, wheel_profile

FORMS = pytest.mark.parametrize("form", list(WheelForm))


def render(page: WheelPage, locale: str = "en") -> str:
    return render_component("wheel", page, locale=locale)


def example() -> tuple[Framework, Profile]:
    framework = wheel_framework(5)
    return framework, wheel_profile(framework, EXAMPLE, EXAMPLE_FACETS)


def address(competency_id: str) -> str:
    return f"/assessments/7/result/{competency_id}?from=wheel&x=1"


def page_of(locale: str = "en", link: Callable[[str], str] | None = address) -> WheelPage:
    framework, profile = example()
    return make_wheel_page(get_language(locale), framework, profile, link=link)


def geometry(form: WheelForm, locale: str = "en") -> Wheel:
    framework, profile = example()
    return build_wheel(profile, framework, wheel_words(get_language(locale)), form)


def figure(markup: str) -> Element:
    return ElementTree.fromstring(markup.strip())  # noqa: S314  (our own markup)


def drawing(form: WheelForm, locale: str = "en", link: Callable[[str], str] | None = address) -> Element:
    root = figure(render(page_of(locale, link), locale))
    found = root.find(f".//svg[@class='w-{form.value}']")
    assert found is not None
    return found


def with_class(root: Element, name: str) -> list[Element]:
    return [element for element in root.iter() if name in (element.get("class") or "").split()]


def path_points(path: str) -> list[tuple[float, float]]:
    """The points that a path passes: the last two numbers of each of its steps."""
    steps = re.findall(r"[MLA]([^MLAZ]*)", path)
    numbers = [[float(number) for number in step.split()] for step in steps]
    return [(step[-2], step[-1]) for step in numbers]


def assert_sector(wheel: Wheel, points: list[tuple[float, float]], sector: Sector) -> None:
    measured = [
        (
            hypot(x - wheel.measures.cx, y - wheel.measures.cy),
            degrees(atan2(y - wheel.measures.cy, x - wheel.measures.cx)),
        )
        for x, y in points
    ]
    corners = [
        (sector.inner, sector.start),
        (sector.outer, sector.start),
        (sector.outer, sector.end),
        (sector.inner, sector.end),
        (sector.inner, sector.start),
    ]
    for (radius, angle), (wanted, turn) in zip(measured, corners, strict=True):
        assert radius == pytest.approx(wanted, abs=0.1)
        assert (angle - turn + 180) % 360 - 180 == pytest.approx(0, abs=0.2)


@FORMS
def test_tracks_and_fills_lie_where_the_geometry_has_them(form: WheelForm) -> None:
    wheel, root = geometry(form), drawing(form)
    for element, track in zip(with_class(root, "w-track"), wheel.tracks, strict=True):
        assert_sector(wheel, path_points(element.get("d", "")), track)
    painted = [*with_class(root, "w-petal"), *with_class(root, "w-hatched")]
    points = [point for element in painted for point in path_points(element.get("d", ""))]
    for place, fill in enumerate(wheel.fills):
        assert_sector(wheel, points[5 * place : 5 * place + 5], fill)
    assert [f"w-petal cx-c-{place}" for place in range(4)] == [element.get("class") for element in painted[:4]]


@FORMS
def test_lines_have_the_places_and_widths_of_the_geometry(form: WheelForm) -> None:
    wheel, root = geometry(form), drawing(form)
    measures = wheel.measures
    (roll,) = with_class(root, "w-roll")
    assert float(roll.get("r", "")) == pytest.approx(wheel.roll, abs=0.06)
    assert float(roll.get("stroke-width", "")) == measures.roll
    (scores,) = with_class(root, "w-score")
    radii = [hypot(x - measures.cx, y - measures.cy) for x, y in path_points(scores.get("d", ""))]
    assert radii == pytest.approx([arc.radius for arc in wheel.scores for _ in range(2)], abs=0.1)
    cuts, seams = with_class(root, "w-cut")
    assert path_points(cuts.get("d", ""))[::2] == [pytest.approx((line.x1, line.y1), abs=0.06) for line in wheel.cuts]
    assert path_points(seams.get("d", ""))[1::2] == [
        pytest.approx((line.x2, line.y2), abs=0.06) for line in wheel.seams
    ]
    (rim,) = with_class(root, "w-rimweak")
    assert [hypot(x - measures.cx, y - measures.cy) for x, y in path_points(rim.get("d", ""))] == pytest.approx(
        [measures.weak_rim] * 2, abs=0.1
    )
    (bracket,) = with_class(root, "w-bracket")
    assert len(path_points(bracket.get("d", ""))) == 4 * len(wheel.brackets)


@FORMS
@pytest.mark.parametrize("locale", ["en", "ru"])
def test_every_text_of_the_geometry_stands_at_its_place(form: WheelForm, locale: str) -> None:
    wheel, root = geometry(form, locale), drawing(form, locale)
    painted = {
        (
            element.text,
            element.get("x"),
            element.get("y"),
            element.get("font-size"),
            "".join(t.text or "" for t in element),
        )
        for element in root.iter("text")
        if element.get("x")
    }
    expected = {
        (text.text, *(f"{value:.1f}".removesuffix(".0") for value in (text.x, text.y, text.size)), text.tail)
        for text in (*wheel.facets, *wheel.axis, *wheel.hub_texts, *wheel.labels)
    }
    assert painted == expected
    assert [element.text for element in root.iter("textPath")] == [name.text for name in wheel.block_names]


@FORMS
def test_layers_are_painted_in_the_order_of_the_design(form: WheelForm) -> None:
    order = [element.get("class", "").split()[0] for element in drawing(form).iter() if element.get("class")]
    layers = ["w-track", "w-guide", "w-petal", "w-cut", "w-roll", "w-score", "w-facet", "w-axis", "w-rimweak"]
    layers += ["w-bracket", "w-block", "w-hub", "w-hub-n", "w-link"]
    firsts = [order.index(layer) for layer in layers]
    assert firsts == sorted(firsts)


def test_only_the_lowest_spoke_is_hatched_tinted_and_flagged() -> None:
    root = drawing(WheelForm.WIDE)
    (pattern,) = list(root.iter("pattern"))
    assert pattern.get("class") == "cx-c-4"
    (hatched,) = with_class(root, "w-hatched")
    assert hatched.get("fill") == f"url(#{pattern.get('id')})"
    assert [("w-track--weak" in (track.get("class") or "")) for track in with_class(root, "w-track")] == [False] * 4 + [
        True
    ]
    assert len(with_class(root, "w-flag")) == 1


@FORMS
def test_each_spoke_is_a_link_with_a_name_and_a_place_to_press(form: WheelForm) -> None:
    links = list(drawing(form).iter("a"))
    assert [link.get("href") for link in links] == [address(f"c{n}") for n in range(1, 6)]
    assert links[1].get("aria-label") == "Strategy 48, Developing"
    assert links[4].get("aria-label") == "Design and change 35, Foundation. Weakest link"
    assert all(len(with_class(link, "w-hit")) == 1 for link in links)


def test_links_stand_outside_the_image_so_that_all_can_reach_them() -> None:
    root = drawing(WheelForm.WIDE)
    (image,) = [element for element in root.iter() if element.get("role") == "img"]
    assert image is not root
    assert not list(image.iter("a"))


def test_without_links_the_whole_drawing_is_one_image() -> None:
    root = drawing(WheelForm.WIDE, link=None)
    assert root.get("role") == "img"
    assert not list(root.iter("a"))
    assert len(with_class(root, "w-name")) == 5


@pytest.mark.parametrize("link", [address, None])
def test_the_image_is_titled_with_the_sentence_that_says_the_same(link: Callable[[str], str] | None) -> None:
    framework, profile = example()
    root = drawing(WheelForm.NARROW, "ru", link)
    (image,) = [element for element in root.iter() if element.get("role") == "img"]
    (title,) = list(root.iter("title"))
    assert title.text == wheel_sentence(get_language("ru"), framework, profile)
    assert image.get("aria-labelledby") == title.get("id")


def test_ids_are_unique_among_the_drawings_of_a_page() -> None:
    framework, profile = example()
    language = get_language("en")
    pages = [make_wheel_page(language, framework, profile, wheel_id=name) for name in ("now", "then")]
    markup = "".join(render(page) for page in pages)
    ids = re.findall(r'\bid="([^"]+)"', markup)
    assert len(ids) == len(set(ids)) > 8
    references = re.findall(r'(?:href="#|url\(#|aria-labelledby=")([^")]+)', markup)
    assert set(references) <= set(ids)


def test_nothing_needs_more_than_a_strict_policy_allows() -> None:
    markup = render(page_of())
    assert "style=" not in markup
    assert "<style" not in markup
    assert "<script" not in markup
    assert not re.search(r"\son\w+=", markup)


def test_names_from_a_bank_are_escaped() -> None:
    framework = wheel_framework(3, names=({"en": 'R&D <b>"x"</b>', "ru": "x"},))
    page = make_wheel_page(get_language("en"), framework, wheel_profile(framework, [1, 2, 3]), link=address)
    markup = render(page)
    assert "<b>" not in markup
    assert len(list(figure(markup).iter("a"))) == 6


def test_the_key_explains_the_lines_and_the_order_of_facets_in_the_reader_s_language() -> None:
    key = with_class(figure(render(page_of("ru"), "ru")), "cx-key")[0]
    lines = ["".join(line.itertext()).replace("\u00a0", " ").strip() for line in key]
    assert lines == [
        "балл компетенции",
        "докуда катится колесо",
        "В каждой спице по часовой стрелке: знания, опыт, навыки",
    ]


def test_a_wheel_without_roll_or_facets_explains_neither() -> None:
    framework = wheel_framework(3, facets=0)
    page = make_wheel_page(get_language("en"), framework, wheel_profile(framework, [50, None, 70]))
    root = figure(render(page))
    assert len(with_class(root, "cx-key")[0]) == 1
    assert not with_class(root, "w-roll")


@pytest.mark.parametrize("spokes", [3, 12])
def test_wheels_of_any_size_are_well_formed(spokes: int) -> None:
    framework = wheel_framework(spokes)
    profile = wheel_profile(framework, [None, *range(10, 10 * spokes, 10)][:spokes])
    page = make_wheel_page(get_language("ru"), framework, profile, link=address)
    assert len(list(figure(render(page, "ru")).iter("a"))) == 2 * spokes
