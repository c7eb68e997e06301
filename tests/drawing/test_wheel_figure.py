"""The painted figure agrees with the geometry, part by part, in the order of painting."""

from __future__ import annotations

from math import atan2, degrees, hypot

import numpy as np
import pytest
from matplotlib.artist import Artist
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, Patch, PathPatch, Rectangle
from matplotlib.path import Path

from assessment.domain.wheel import Wheel, WheelForm, build_wheel
from assessment.domain.wheel.parts import Role, Sector
from assessment.drawing.figure_type import Letters, text_length
from assessment.drawing.palette import LIGHT
from assessment.drawing.wheel_figure import wheel_figure
from tests.factories.wheels import EXAMPLE, EXAMPLE_FACETS, WORDS, wheel_framework, wheel_profile

MOVED, DRAWN, CLOSED = Path.MOVETO, Path.LINETO, Path.CLOSEPOLY
FORMS = pytest.mark.parametrize("form", list(WheelForm))


def example(form: WheelForm = WheelForm.WIDE) -> Wheel:
    framework = wheel_framework(5)
    return build_wheel(wheel_profile(framework, EXAMPLE, EXAMPLE_FACETS), framework, WORDS["ru"], form)


def artists(figure: Figure) -> list[Artist]:
    """In the order of painting."""
    painted = sorted(figure.get_children(), key=lambda artist: artist.get_zorder())
    return [artist for artist in painted if artist is not figure.patch]


def areas(figure: Figure, color: str) -> list[PathPatch]:
    return [
        artist
        for artist in artists(figure)
        if isinstance(artist, PathPatch) and artist.get_fill() and to_hex(artist.get_facecolor()) == color
    ]


def strokes(figure: Figure, color: str, width: float) -> list[PathPatch]:
    return [
        artist
        for artist in artists(figure)
        if isinstance(artist, PathPatch)
        and not artist.get_fill()
        and to_hex(artist.get_edgecolor()) == color
        and artist.get_linewidth() == pytest.approx(width)
    ]


def ring(wheel: Wheel, patch: Patch) -> tuple[set[float], set[float]]:
    """Radii of the points that a patch's outline passes, and angles of its corners and ends, rounded."""
    path = patch.get_path()
    passed = [np.asarray(points[-2:]) for points, kind in path.iter_segments(simplify=False) if kind != CLOSED]
    corners = [point for point, kind in zip(path.vertices, path.codes, strict=True) if kind in {MOVED, DRAWN}]
    centre = (wheel.measures.cx, wheel.measures.cy)
    turns = [point - centre for point in (*corners, passed[-1])]
    return (
        {round(hypot(*(point - centre)), 6) for point in passed},
        {round(degrees(atan2(y, x)) % 360, 6) for x, y in turns},
    )


def ends(sector: Sector) -> set[float]:
    return {round(sector.start % 360, 6), round(sector.end % 360, 6)}


@FORMS
def test_tracks_lie_where_the_geometry_has_them(form: WheelForm) -> None:
    wheel = example(form)
    figure = wheel_figure(wheel)
    tracks = [*areas(figure, LIGHT.track), *areas(figure, LIGHT.signal_tint)]
    assert len(tracks) == 5
    for patch, track in zip(tracks, wheel.tracks, strict=True):
        radii, angles = ring(wheel, patch)
        assert radii == {track.inner, track.outer}
        assert angles == ends(track)


@FORMS
def test_fills_lie_where_the_geometry_has_them_each_in_its_hue(form: WheelForm) -> None:
    wheel = example(form)
    figure = wheel_figure(wheel)
    for spoke in wheel.spokes:
        (patch,) = areas(figure, LIGHT.hues[spoke.position].fill)
        fills = [fill for fill in wheel.fills if fill.spoke == spoke.position]
        radii, angles = ring(wheel, patch)
        assert radii == {round(radius, 6) for fill in fills for radius in (fill.inner, fill.outer)}
        assert angles == {angle for fill in fills for angle in ends(fill)}


def test_hatching_lies_on_the_lowest_spoke_alone_eight_units_apart() -> None:
    wheel = example()
    figure = wheel_figure(wheel)
    (hatching,) = strokes(figure, LIGHT.paper, wheel.measures.hatch_gap)
    (fill,) = areas(figure, LIGHT.hues[4].fill)
    starts = np.asarray(hatching.get_path().vertices)[::2]
    across = np.sort(starts.sum(axis=1)) / np.sqrt(2)
    assert np.diff(across) == pytest.approx(8)
    clip, _ = hatching.get_transformed_clip_path_and_affine()
    assert clip is not None
    assert np.asarray(clip.vertices) == pytest.approx(np.asarray(fill.get_path().vertices))


@FORMS
def test_lines_have_the_radius_and_width_of_the_geometry(form: WheelForm) -> None:
    wheel = example(form)
    figure, measures = wheel_figure(wheel), wheel.measures
    (roll,) = strokes(figure, LIGHT.signal, measures.roll)
    assert ring(wheel, roll)[0] == {round(wheel.roll or 0, 6)}
    (scores,) = strokes(figure, LIGHT.ink, measures.score)
    assert ring(wheel, scores)[0] == {round(arc.radius, 6) for arc in wheel.scores}
    (rim,) = strokes(figure, LIGHT.signal, measures.weak_width)
    assert ring(wheel, rim)[1] == {
        round(angle % 360, 6) for angle in (wheel.weak_rims[0].start, wheel.weak_rims[0].end)
    }
    brackets = strokes(figure, LIGHT.ink_3, measures.bracket)
    assert [ring(wheel, bracket)[0] for bracket in brackets] == [{measures.bracket_inner, measures.bracket_outer}] * 3
    (seams,) = strokes(figure, LIGHT.paper, measures.seam)
    expected = [value for line in wheel.seams for value in (line.x1, line.y1, line.x2, line.y2)]
    assert np.asarray(seams.get_path().vertices).ravel() == pytest.approx(expected)


@FORMS
def test_every_text_of_the_geometry_is_painted_at_its_anchor(form: WheelForm) -> None:
    wheel = example(form)
    painted = [artist for artist in artists(wheel_figure(wheel)) if isinstance(artist, Letters)]
    for text in (*wheel.facets, *wheel.axis, *wheel.hub_texts, *wheel.labels):
        (found,) = [p for p in painted if p.text == text.text and p.at[1] == text.y and abs(p.at[0] - text.x) < 200]
        length = text_length(text.text, text.size, bold=found.bold)
        if text.tail:
            length += text.tail_gap + text_length(text.tail, text.tail_size)
        share = {"start": 0, "middle": 0.5, "end": 1}[text.anchor]
        assert found.at[0] == pytest.approx(text.x - share * length)
        assert found.size == text.size


def test_names_of_blocks_follow_their_circle_letter_by_letter() -> None:
    wheel = example()
    single = [artist for artist in artists(wheel_figure(wheel)) if isinstance(artist, Letters) and artist.angle]
    letters = [letter for name in wheel.block_names for letter in name.text if not letter.isspace()]
    assert [artist.text for artist in single] == letters
    for artist in single:
        radius = hypot(artist.at[0] - wheel.measures.cx, artist.at[1] - wheel.measures.cy)
        assert wheel.measures.block_top <= radius <= wheel.measures.block_bottom + 0.5


@FORMS
def test_bars_and_flags_are_the_boxes_of_the_geometry(form: WheelForm) -> None:
    wheel = example(form)
    figure = wheel_figure(wheel)
    bars = [artist for artist in artists(figure) if isinstance(artist, Rectangle)]
    assert [(*bar.get_xy(), bar.get_width(), bar.get_height()) for bar in bars] == [
        (bar.x, bar.y, bar.width, bar.height) for bar in wheel.bars
    ]
    flags = [artist for artist in artists(figure) if isinstance(artist, FancyBboxPatch)]
    assert [(flag.get_x(), flag.get_y(), flag.get_width(), flag.get_height()) for flag in flags] == [
        (flag.x, flag.y, flag.width, flag.height) for flag in wheel.flags
    ]


def test_words_are_painted_over_what_they_stand_on() -> None:
    wheel = example()
    order = artists(wheel_figure(wheel))
    flag = next(place for place, artist in enumerate(order) if isinstance(artist, FancyBboxPatch))
    words = {artist.text: place for place, artist in enumerate(order) if isinstance(artist, Letters)}
    last_area = max(place for place, artist in enumerate(order) if isinstance(artist, PathPatch))
    assert flag < words[WORDS["ru"].weakest]
    assert last_area < words[WORDS["ru"].roll]


def test_one_unit_of_the_wheel_is_one_point_of_the_figure() -> None:
    wheel = example(WheelForm.NARROW)
    figure = wheel_figure(wheel)
    assert tuple(figure.get_size_inches() * 72) == (360, 446)
    centre = next(artist for artist in artists(figure) if isinstance(artist, Letters) and artist.text == "ход")
    x, y = centre.get_transform().transform((wheel.measures.cx, wheel.measures.cy))
    assert (x, y) == pytest.approx((180, 446 - 232))


def test_a_number_on_a_fill_has_a_halo_in_the_fill() -> None:
    wheel = example()
    (number,) = [text for text in wheel.facets if text.role is Role.FACET_SCORE_ON_FILL]
    (painted,) = [a for a in artists(wheel_figure(wheel)) if isinstance(a, Letters) and a.at[1] == number.y]
    assert painted.color == LIGHT.hues[2].on_fill
    assert painted.halo is not None
    assert painted.halo[0] == LIGHT.hues[2].fill


def test_twelve_spokes_without_scores_can_be_painted() -> None:
    framework = wheel_framework(12)
    wheel = build_wheel(wheel_profile(framework, [None] * 12), framework, WORDS["en"], WheelForm.WIDE)
    assert not areas(wheel_figure(wheel), LIGHT.hues[0].fill)
