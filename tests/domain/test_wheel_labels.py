"""Words around the wheel never touch each other or the wheel, and never leave what is shown."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import combinations, product
from math import atan2, degrees

import pytest

from assessment.domain.framework import Text
from assessment.domain.wheel import Wheel, WheelForm, build_wheel
from assessment.domain.wheel.parts import Role
from assessment.domain.wheel.text_widths import text_width, wrap_text
from assessment.domain.wheel.view import text_box
from tests.factories.wheels import (
    LONG,
    SHORT,
    WORDS,
    nearest_distance,
    outer_boxes,
    overlap,
    wheel_framework,
    wheel_profile,
)

SCORES: dict[str, tuple[float | None, ...]] = {
    "usual": (62, 48, 70, 67, 35, 81, 55, 92, 44, 73, 66, 58),
    "nearly all lowest": (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
    "without scores": (None, 100, None, 50, None, 100, None, 50, None, 100, None, 50),
}


@cache
def wheels(spokes: int, locale: str, form: WheelForm) -> list[tuple[str, Wheel]]:
    """Wheels of that size with short and long names, with and without blocks, and awkward scores."""
    made = []
    for (kind, scores), names, blocks in product(SCORES.items(), (SHORT, LONG), ((0, 0, 1, 1, 2), ())):
        framework = wheel_framework(spokes, names=names, blocks=blocks)
        values = [*scores[: spokes - 1], 1 if kind == "nearly all lowest" else scores[spokes - 1]]
        wheel = build_wheel(wheel_profile(framework, values), framework, WORDS[locale], form)
        made.append((f"{kind}, {names[0]['en']}, {len(blocks)} blocks", wheel))
    return made


ALL = pytest.mark.parametrize(
    ("spokes", "locale", "form"), list(product(range(3, 13), ("en", "ru"), WheelForm)), ids=str
)


@ALL
def test_labels_flags_and_block_names_never_overlap(spokes: int, locale: str, form: WheelForm) -> None:
    for kind, wheel in wheels(spokes, locale, form):
        for (one, first), (two, second) in combinations(outer_boxes(wheel), 2):
            letters = one.rpartition(" of ")[2] == two.rpartition(" of ")[2] and " of " in one
            assert letters or not overlap(first, second), f"{kind}: {one} over {two}"


@ALL
def test_labels_keep_clear_of_the_wheel_and_its_brackets(spokes: int, locale: str, form: WheelForm) -> None:
    for kind, wheel in wheels(spokes, locale, form):
        for words, box in outer_boxes(wheel):
            assert nearest_distance(wheel, box) > wheel.measures.bracket_outer, f"{kind}: {words}"


@ALL
def test_everything_stays_within_the_view(spokes: int, locale: str, form: WheelForm) -> None:
    for kind, wheel in wheels(spokes, locale, form):
        view = wheel.view
        assert view.width >= wheel.measures.width
        for words, box in outer_boxes(wheel):
            assert view.x <= box.x, f"{kind}: {words}"
            assert box.x + box.width <= view.x + view.width, f"{kind}: {words}"
            assert view.y <= box.y, f"{kind}: {words}"
            assert box.y + box.height <= view.y + view.height, f"{kind}: {words}"


@ALL
def test_numbers_and_words_of_facets_stay_in_their_part(spokes: int, locale: str, form: WheelForm) -> None:
    for kind, wheel in wheels(spokes, locale, form):
        part = 360 / spokes / 3
        for text in wheel.facets:
            box = text_box(text)
            middle = degrees(atan2(text.y - 0.36 * text.size - wheel.measures.cy, text.x - wheel.measures.cx)) + 90
            start = middle // part * part
            for x, y in product((box.x, box.x + box.width), (text.y - 0.75 * text.size, text.y)):
                angle = (degrees(atan2(y - wheel.measures.cy, x - wheel.measures.cx)) + 90 - start) % 360
                assert angle <= part + 0.01, f"{kind}: {text.text} of spoke {text.spoke}"


@ALL
def test_the_words_in_the_hub_fit_it(spokes: int, locale: str, form: WheelForm) -> None:
    for kind, wheel in wheels(spokes, locale, form):
        for text in wheel.hub_texts:
            half = text_width(text.text, text.size, bold=text.role is Role.ROLL) / 2
            assert half**2 + (text.y - wheel.measures.cy) ** 2 <= wheel.hub**2, f"{kind}: {text.text}"


def test_a_level_is_left_out_where_it_has_no_room_and_a_name_never_is() -> None:
    framework = wheel_framework(6, blocks=())
    wheel = build_wheel(wheel_profile(framework, [62, 48, 70, 67, 35, 81]), framework, WORDS["ru"], WheelForm.WIDE)
    tails = {text.spoke: text.tail for text in wheel.labels if text.role is Role.SCORE}
    assert tails[0] == "Развивающийся"
    assert tails[1] == ""  # beside the wheel, where it is widest
    assert {text.spoke for text in wheel.labels if text.role is Role.NAME} == set(range(6))


@pytest.mark.parametrize(
    ("text", "lines", "broken"),
    [
        ("Design and change", 1, ("Design and change",)),
        ("Design and change", 2, ("Design and", "change")),
        ("Design and change", 3, ("Design", "and", "change")),
        ("Работа с обращениями", 2, ("Работа", "с обращениями")),
        ("Голос\u00a0клиента", 2, ("Голос\u00a0клиента",)),
    ],
)
def test_names_break_into_the_narrowest_lines_and_short_words_stay_with_the_next(
    text: str, lines: int, broken: tuple[str, ...]
) -> None:
    assert wrap_text(text, 17, lines, bold=True) == broken


def test_an_unknown_letter_counts_as_the_widest() -> None:
    assert text_width("漢", 10) >= text_width("Щ", 10)


def test_facet_names_begin_small_unless_they_begin_with_an_abbreviation() -> None:
    named: Text = {"en": "NPS practice", "ru": "NPS на практике"}
    framework = wheel_framework(3)
    first, *rest = framework.facets
    framework = replace(framework, facets=(replace(first, name=named), *rest))
    wheel = build_wheel(wheel_profile(framework, [1, 2, 3]), framework, WORDS["en"], WheelForm.WIDE)
    assert wheel.facet_names == ("NPS practice", "experience", "skills")
