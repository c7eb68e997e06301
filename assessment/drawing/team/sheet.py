"""An empty figure to draw rows of a chart on: a title above, a note below, everything in points from the top left."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.figure import Figure
from matplotlib.patches import Circle, PathPatch, Rectangle, Wedge
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Transform

from assessment.domain.wheel.text_widths import wrap_text
from assessment.drawing.figure_type import Letters, text_length
from assessment.drawing.palette import LIGHT

POINTS = 72
WIDTH = 780.0
MARGIN = 24.0
TITLE, BODY, SMALL = 20.0, 15.0, 12.5
_LEADING = 1.35
_NARROWER = 1.25
"""Lines are broken as if letters were that much narrower than the widest face's: files bring their own."""


class Sheet:
    """A figure of that height with a heading; ``top`` is where the chart may begin, below the heading."""

    def __init__(self, heading: str, note: str, height: float) -> None:
        """``height`` is the chart's own; heading and note come on top."""
        headings, notes = _wrap(heading, TITLE), _wrap(note, SMALL)
        self.top = MARGIN + len(headings) * TITLE * _LEADING + 12
        self.bottom = self.top + height
        whole = self.bottom + (12 + len(notes) * SMALL * _LEADING if note else 0) + MARGIN
        self.figure = Figure(figsize=(WIDTH / POINTS, whole / POINTS), dpi=POINTS, facecolor=LIGHT.paper)
        self._place: Transform = (
            Affine2D().scale(1, -1).translate(0, whole).scale(1 / POINTS) + self.figure.dpi_scale_trans
        )
        for number, line in enumerate(headings):
            self.write(line, MARGIN, MARGIN + TITLE * (number * _LEADING + 0.8), TITLE, bold=True)
        for number, line in enumerate(notes if note else ()):
            baseline = self.bottom + 12 + SMALL * (number * _LEADING + 0.8)
            self.write(line, MARGIN, baseline, SMALL, color=LIGHT.ink_2)

    def write(
        self, text: str, x: float, y: float, size: float = BODY, *, bold: bool = False, color: str = LIGHT.ink
    ) -> None:
        """Text that starts at x, its baseline at y."""
        self.figure.add_artist(Letters(text, (x, y), size, color, self._place, bold=bold))

    def write_centred(self, text: str, x: float, y: float, *, clear: bool = False) -> None:
        """Quiet text with its middle at x; ``clear`` keeps lines behind it at a distance."""
        start, halo = (x - text_length(text, SMALL) / 2, y), (LIGHT.paper, 8.0) if clear else None
        self.figure.add_artist(Letters(text, start, SMALL, LIGHT.ink_2, self._place, halo=halo))

    def write_right(self, text: str, x: float, y: float, *, bold: bool = False, color: str = LIGHT.ink) -> None:
        """Text that ends at x."""
        self.write(text, x - text_length(text, BODY, bold=bold), y, bold=bold, color=color)

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        *,
        color: str = LIGHT.track,
        width: float = 1,
        dashes: Sequence[float] = (),
        alpha: float | None = None,
        rounded: bool = False,
    ) -> None:
        """A straight line."""
        style = (0, tuple(dash / width for dash in dashes)) if dashes else "solid"
        self.figure.add_artist(
            PathPatch(
                Path([(x1, y1), (x2, y2)]),
                fill=False,
                edgecolor=color,
                linewidth=width,
                linestyle=style,
                alpha=alpha,
                capstyle="round" if rounded else "butt",
                transform=self._place,
            )
        )

    def box(self, x: float, y: float, width: float, height: float, color: str) -> None:
        """A filled rectangle; y is its upper edge."""
        self.figure.add_artist(Rectangle((x, y), width, height, linewidth=0, facecolor=color, transform=self._place))

    def hatched_box(self, x: float, y: float, width: float, height: float, color: str) -> None:
        """An outlined rectangle with light stripes."""
        edge = Rectangle((x, y), width, height, fill=False, edgecolor=color, linewidth=1.4, transform=self._place)
        step, points, codes = 9.0, [], []
        start = x - height
        while start < x + width:
            points += [(start, y + height), (start + height, y)]
            codes += [Path.MOVETO, Path.LINETO]
            start += step
        stripes = PathPatch(Path(points, codes), fill=False, edgecolor=color, linewidth=1.2, transform=self._place)
        self.figure.add_artist(edge)
        self.figure.add_artist(stripes)
        stripes.set_clip_path(edge)

    def circle(
        self, x: float, y: float, radius: float, *, fill: str | None, edge: str = LIGHT.paper, width: float = 2.0
    ) -> None:
        """A circle around x, y; without ``fill`` a ring."""
        self.figure.add_artist(
            Circle(
                (x, y),
                radius,
                fill=fill is not None,
                facecolor=fill,
                edgecolor=edge,
                linewidth=width,
                transform=self._place,
            )
        )

    def half_disc(self, x: float, y: float, radius: float, color: str) -> None:
        """The right half of a disc."""
        self.figure.add_artist(Wedge((x, y), radius, -90, 90, linewidth=0, facecolor=color, transform=self._place))

    def ring(self, x: float, y: float, radius: float, color: str, dashes: Sequence[float] = ()) -> None:
        """An empty circle, dashed or whole."""
        style = (0, tuple(dash / 2 for dash in dashes)) if dashes else "solid"
        self.figure.add_artist(
            Circle((x, y), radius, fill=False, edgecolor=color, linewidth=2, linestyle=style, transform=self._place)
        )


def break_lines(text: str, size: float, room: float) -> tuple[str, ...]:
    """The text in as few lines as fit into that width, in the widest face."""
    for lines in range(1, 9):
        broken = wrap_text(text, size / _NARROWER, lines)
        if all(text_length(line, size) <= room for line in broken):
            return broken
    return wrap_text(text, size / _NARROWER, 9)


def _wrap(text: str, size: float) -> tuple[str, ...]:
    return break_lines(text, size, WIDTH - 2 * MARGIN)
