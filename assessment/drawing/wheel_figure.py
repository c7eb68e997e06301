"""The wheel as a matplotlib Figure: patches and letters on an empty figure, no axes, in the order of painting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import cos, degrees, radians, sin

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Transform

from assessment.domain.wheel import Wheel
from assessment.domain.wheel.parts import BOLD_ROLES, Anchor, ArcText, Role, Text
from assessment.drawing.figure_type import Letters, text_length
from assessment.drawing.palette import LIGHT
from assessment.drawing.wheel_outlines import (
    arcs_outline,
    bracket_outline,
    circle_outline,
    hatching,
    joined,
    lines_outline,
    sector_outline,
)

POINTS = 72
_GUIDE = 1.25
_AXIS_HALO, _NUMBER_HALO = 4, 5
_FLAG_CORNER = 3
_BAND_LINE, _BOX_CLEAR = 1.4, 0.55


def wheel_figure(wheel: Wheel, *, margin: float = 0) -> Figure:
    """The whole wheel on white and its margin, one point to each of its units, so that it scales without loss."""
    size = ((wheel.width + 2 * margin) / POINTS, (wheel.height + 2 * margin) / POINTS)
    figure = Figure(figsize=size, dpi=POINTS, facecolor=LIGHT.paper)
    for artist in _Painter(wheel, figure, margin).paint():
        figure.add_artist(artist)
    return figure


class _Painter:
    """Makes the artists of a wheel, layer by layer."""

    def __init__(self, wheel: Wheel, figure: Figure, margin: float) -> None:
        self.wheel, self.measures = wheel, wheel.measures
        self.place: Transform = (
            Affine2D()
            .translate(-wheel.view.x, -wheel.view.y)
            .scale(1, -1)
            .translate(margin, margin + wheel.height)
            .scale(1 / POINTS)
            + figure.dpi_scale_trans
        )

    def paint(self) -> Iterator[Artist]:
        yield from self._tracks()
        yield from self._bands()
        yield from self._fills()
        yield from self._lines()
        yield from map(self._text, (*self.wheel.facets, *self.wheel.axis))
        yield from self._rim()
        yield from map(self._text, self.wheel.hub_texts)
        yield from self._labels()

    def _tracks(self) -> Iterator[Artist]:
        tint = {True: LIGHT.signal_tint, False: LIGHT.track}
        for track in self.wheel.tracks:
            color = tint[self.wheel.spokes[track.spoke].lowest]
            yield self._area(sector_outline(self.measures, track), color)
        for radius in self.wheel.guides:
            yield self._stroke(circle_outline(self.measures, radius), LIGHT.paper, _GUIDE)

    def _bands(self) -> Iterator[Artist]:
        for band in self.wheel.bands:
            area, hue = sector_outline(self.measures, band), LIGHT.hues[band.spoke].fill
            lines = self._stroke(hatching(self.measures, area), hue, _BAND_LINE)
            edge = self._stroke(area, hue, _BAND_LINE)
            lines.set_clip_path(edge)
            yield lines
            yield edge

    def _fills(self) -> Iterator[Artist]:
        for spoke in self.wheel.spokes:
            sectors = [fill for fill in self.wheel.fills if fill.spoke == spoke.position]
            if not sectors:
                continue
            area = joined(sector_outline(self.measures, sector) for sector in sectors)
            fill = self._area(area, LIGHT.hues[spoke.position].fill)
            yield fill
            if spoke.lowest:
                lines = self._stroke(hatching(self.measures, area), LIGHT.paper, self.measures.hatch_gap)
                lines.set_clip_path(fill)
                yield lines

    def _lines(self) -> Iterator[Artist]:
        measures, palette, wheel = self.measures, LIGHT, self.wheel
        if wheel.cuts:
            yield self._stroke(lines_outline(wheel.cuts), palette.paper, measures.cut)
        yield self._stroke(lines_outline(wheel.seams), palette.paper, measures.seam)
        if wheel.roll is not None:
            circle = circle_outline(measures, wheel.roll)
            yield self._stroke(circle, palette.paper, measures.roll_halo)
            dashes = (0, tuple(dash / measures.roll for dash in measures.roll_dash))
            yield self._stroke(circle, palette.signal, measures.roll, dashes)
        if wheel.scores:
            arcs = arcs_outline(measures, wheel.scores)
            yield self._stroke(arcs, palette.paper, measures.score_halo)
            yield self._stroke(arcs, palette.ink, measures.score)
        for box in wheel.boxes:
            frame = self._area(sector_outline(measures, box), palette.paper)
            frame.set_alpha(_BOX_CLEAR)
            yield frame
            yield self._stroke(sector_outline(measures, box), palette.ink, measures.box)

    def _rim(self) -> Iterator[Artist]:
        measures, palette, wheel = self.measures, LIGHT, self.wheel
        if wheel.weak_rims:
            yield self._stroke(arcs_outline(measures, wheel.weak_rims), palette.signal, measures.weak_width)
        for bracket in wheel.brackets:
            yield self._stroke(bracket_outline(measures, bracket), palette.ink_3, measures.bracket)
        for name in wheel.block_names:
            yield from self._along(name)
        yield self._area(circle_outline(measures, wheel.hub), palette.paper)

    def _labels(self) -> Iterator[Artist]:
        for bar in self.wheel.bars:
            color = LIGHT.hues[bar.spoke or 0].fill
            yield Rectangle((bar.x, bar.y), bar.width, bar.height, linewidth=0, facecolor=color, transform=self.place)
        for flag in self.wheel.flags:
            yield FancyBboxPatch(
                (flag.x, flag.y),
                flag.width,
                flag.height,
                boxstyle=f"round,pad=0,rounding_size={_FLAG_CORNER}",
                linewidth=0,
                facecolor=LIGHT.signal,
                transform=self.place,
            )
        for text in self.wheel.labels:
            yield from self._label(text)

    def _area(self, path: Path, color: str) -> PathPatch:
        return PathPatch(path, facecolor=color, linewidth=0, transform=self.place)

    def _stroke(
        self, path: Path, color: str, width: float, dashes: tuple[int, tuple[float, ...]] | str = "solid"
    ) -> PathPatch:
        return PathPatch(
            path,
            fill=False,
            edgecolor=color,
            linewidth=width,
            linestyle=dashes,
            capstyle="butt",
            joinstyle="miter",
            transform=self.place,
        )

    def _text(self, text: Text) -> Letters:
        bold = text.role in BOLD_ROLES
        x = text.x - _before(text.anchor, text_length(text.text, text.size, bold=bold))
        color, halo = self._ink(text)
        return Letters(text.text, (x, text.y), text.size, color, self.place, bold=bold, halo=halo)

    def _label(self, text: Text) -> Iterable[Letters]:
        """A text and its tail, which are anchored as one."""
        if not text.tail:
            return (self._text(text),)
        length = text_length(text.text, text.size, bold=True)
        tail = text_length(text.tail, text.tail_size)
        x = text.x - _before(text.anchor, length + text.tail_gap + tail)
        after = x + length + text.tail_gap
        return (
            Letters(text.text, (x, text.y), text.size, LIGHT.ink, self.place, bold=True),
            Letters(text.tail, (after, text.y), text.tail_size, LIGHT.ink_2, self.place),
        )

    def _ink(self, text: Text) -> tuple[str, tuple[str, float] | None]:
        palette = LIGHT
        match text.role:
            case Role.FLAG | Role.SPOKE_NUMBER_ON_FLAG:
                return palette.on_signal, None
            case Role.FACET_SCORE_ON_FILL:
                hue = palette.hues[text.spoke or 0]
                return hue.on_fill, (hue.fill, _NUMBER_HALO)
            case Role.AXIS:
                return palette.ink_2, (palette.paper, _AXIS_HALO)
            case Role.NAME | Role.SCORE | Role.ROLL:
                return palette.ink, None
            case _:
                return palette.ink_2, None

    def _along(self, name: ArcText) -> Iterator[Letters]:
        """A text along a circle, letter by letter, each upright in the middle of its own width."""
        way = -1 if name.flipped else 1
        passed = -text_length(name.text, name.size) / 2
        for letter in name.text:
            half = text_length(letter, name.size) / 2
            angle = name.angle + way * degrees((passed + half) / name.radius)
            passed += 2 * half
            if letter.isspace():
                continue
            turn, lean = radians(angle), angle + 90 * way
            x = self.measures.cx + name.radius * cos(turn) - half * cos(radians(lean))
            y = self.measures.cy + name.radius * sin(turn) - half * sin(radians(lean))
            yield Letters(letter, (x, y), name.size, LIGHT.ink_2, self.place, angle=-lean)


def _before(anchor: Anchor, length: float) -> float:
    return {Anchor.START: 0, Anchor.MIDDLE: length / 2, Anchor.END: length}[anchor]
