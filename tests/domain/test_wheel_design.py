"""The worked example of the design, measured on its drawing: places agree to less than a pixel."""

from __future__ import annotations

import pytest

from assessment.domain.wheel import Wheel, WheelForm, build_wheel
from assessment.domain.wheel.angles import point
from assessment.domain.wheel.parts import Role, Text
from tests.factories.wheels import EXAMPLE, EXAMPLE_FACETS, WORDS, wheel_framework, wheel_profile


def example(form: WheelForm, locale: str = "en") -> Wheel:
    framework = wheel_framework(5)
    return build_wheel(wheel_profile(framework, EXAMPLE, EXAMPLE_FACETS), framework, WORDS[locale], form)


def places(texts: tuple[Text, ...], *roles: Role) -> list[tuple[str, float, float]]:
    return [(text.text, text.x, text.y) for text in texts if text.role in roles]


def test_the_first_seam_points_straight_up_and_spokes_follow_clockwise() -> None:
    wheel = example(WheelForm.WIDE)
    assert [(track.start, track.end) for track in wheel.tracks] == [(-90 + 72 * n, -18 + 72 * n) for n in range(5)]
    assert point(wheel.measures, wheel.measures.rim, wheel.tracks[0].end) == pytest.approx((604.9, 246.2), abs=0.06)


@pytest.mark.parametrize(
    ("form", "radii", "roll"),
    [
        (WheelForm.WIDE, (176.2, 134.7, 176.2), 118.1),
        (WheelForm.NARROW, (99.3, 77.05, 99.3), 68.15),
    ],
)
def test_fills_reach_the_radius_of_their_score(form: WheelForm, radii: tuple[float, ...], roll: float) -> None:
    wheel = example(form)
    assert [fill.outer for fill in wheel.fills[:3]] == pytest.approx(radii, abs=0.06)
    assert [(fill.start, fill.end) for fill in wheel.fills[:3]] == [(-90, -66), (-66, -42), (-42, -18)]
    assert wheel.roll == pytest.approx(roll, abs=0.06)


def test_score_arcs_rims_and_brackets_keep_clear_of_the_seams() -> None:
    wheel = example(WheelForm.WIDE)
    score, rim, bracket = wheel.scores[0], wheel.weak_rims[0], wheel.brackets[0]
    assert point(wheel.measures, score.radius, score.start) == pytest.approx((395.0, 153.7), abs=0.1)
    assert point(wheel.measures, rim.radius, rim.start) == pytest.approx((172.5, 241.1), abs=0.1)
    assert point(wheel.measures, rim.radius, rim.end) == pytest.approx((385.9, 86.0), abs=0.1)
    assert point(wheel.measures, bracket.inner, bracket.start) == pytest.approx((396.2, 81.1), abs=0.1)
    assert point(wheel.measures, bracket.outer, bracket.end) == pytest.approx((536.8, 507.1), abs=0.1)


def test_seams_and_cuts_run_from_inside_the_hub_to_outside_the_rim() -> None:
    wheel = example(WheelForm.NARROW)
    seam, cut = wheel.seams[0], wheel.cuts[0]
    assert (seam.x1, seam.y1, seam.x2, seam.y2) == pytest.approx((180, 197, 180, 105), abs=0.06)
    assert (cut.x1, cut.y1, cut.x2, cut.y2) == pytest.approx((194.2, 200.0, 231.7, 116.0), abs=0.06)
    assert len(wheel.seams) == 5
    assert len(wheel.cuts) == 10


def test_facet_numbers_touch_the_rim_from_inside() -> None:
    expected = [
        ("70", 433.0, 119.2),
        ("45", 510.1, 156.1),
        ("70", 566.4, 219.5),
        ("60", 593.7, 300.0),
        ("35", 584.1, 384.5),
        ("50", 541.5, 457.8),
    ]
    found = places(example(WheelForm.WIDE).facets, Role.FACET_SCORE)[:6]
    assert [name for name, *_ in found] == [name for name, *_ in expected]
    assert [value for _, *at in found for value in at] == pytest.approx([v for _, *at in expected for v in at], abs=0.2)


def test_a_number_that_the_fill_reaches_moves_into_it_and_clear_of_the_score_arc() -> None:
    wheel = example(WheelForm.WIDE)
    ((text, x, y),) = places(wheel.facets, Role.FACET_SCORE_ON_FILL)
    assert text == "85"
    assert (x, y) == pytest.approx((465.8, 491.7), abs=2)  # the drawing has it touch the arc
    upper_corner = min(abs(x - 390 + side * 7.9) ** 2 + abs(y - 10.5 - 316) ** 2 for side in (1, -1)) ** 0.5
    assert upper_corner > wheel.scores[2].radius + wheel.measures.score / 2


@pytest.mark.parametrize("locale", ["en", "ru"])
def test_the_lowest_spoke_names_its_facets_on_the_wide_form_only(locale: str) -> None:
    words = {"en": ["knowledge", "experience", "skills"], "ru": ["знания", "опыт", "навыки"]}[locale]
    assert [text.text for text in example(WheelForm.WIDE, locale).facets if text.role is Role.FACET_NAME] == words
    assert not [text for text in example(WheelForm.NARROW, locale).facets if text.role is Role.FACET_NAME]
    assert list(example(WheelForm.NARROW, locale).facet_names) == words


def test_block_names_lean_to_the_diagonal_or_follow_a_single_spoke() -> None:
    names = example(WheelForm.WIDE).block_names
    assert [(name.radius, name.angle, name.flipped) for name in names] == [
        (249, -52, False),
        (260, 128, True),
        (249, 234, False),
    ]
    assert [name.text for name in example(WheelForm.NARROW, "ru").block_names] == [
        "Большая картина",
        "Данные",
        "Изменения",
    ]


def test_wide_labels_stand_in_the_corners() -> None:
    wheel = example(WheelForm.WIDE)
    assert places(wheel.labels, Role.NAME) == [
        ("Culture", 565, 53),
        ("Strategy", 614, 509),
        ("Metrics", 390, 604),
        ("Customer voice", 166, 509),
        ("Design and change", 215, 53),
    ]
    assert [(text.text, text.tail) for text in wheel.labels if text.role is Role.SCORE][:2] == [
        ("62", "Developing"),
        ("48", "Developing"),
    ]
    assert [(bar.x, bar.y, bar.width, bar.height) for bar in wheel.bars[:3]] == [
        (552, 39.5, 5, 44.5),
        (601, 495.5, 5, 44.5),
        (360, 643, 60, 5),
    ]


@pytest.mark.parametrize("locale", ["en", "ru"])
def test_narrow_labels_stand_in_two_rows_flush_with_the_edges(locale: str) -> None:
    wheel = example(WheelForm.NARROW, locale)
    assert [at for _, *at in places(wheel.labels, Role.NAME)] == [
        [12, 38],
        [348, 38],
        [12, 400],
        [180, 400],
        [348, 400],
    ]
    assert [bool(text.tail) for text in wheel.labels if text.role is Role.SCORE] == [True, True, False, False, False]


@pytest.mark.parametrize("locale", ["en", "ru"])
def test_the_example_keeps_the_size_of_its_form(locale: str) -> None:
    for form, size in ((WheelForm.WIDE, (0, 0, 780, 648)), (WheelForm.NARROW, (0, 0, 360, 446))):
        view = example(form, locale).view
        assert (view.x, view.y, view.width, view.height) == size


def test_the_axis_shows_the_bounds_of_the_bands() -> None:
    assert places(example(WheelForm.WIDE).axis, Role.AXIS) == [
        ("40", 390, pytest.approx(193.6)),
        ("70", 390, pytest.approx(143.8)),
        ("100", 390, 100),
    ]
    assert [text for text, *_ in places(example(WheelForm.NARROW).axis, Role.AXIS)] == ["40", "70"]
