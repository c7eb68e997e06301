"""What a wheel has before anybody scores anything: tracks, guides, seams, scale and brackets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assessment.domain.wheel.angles import angle_of, point, score_radius, seam_angle
from assessment.domain.wheel.measures import MEASURES, Measures, WheelForm
from assessment.domain.wheel.parts import Bracket, Line, Role, Sector, Text

SCALE_TOP = 100


@dataclass(frozen=True, slots=True)
class Frame:
    """The layers of a wheel that do not depend on its scores; ``brackets`` belong to the runs of the blocks."""

    tracks: tuple[Sector, ...]
    guides: tuple[float, ...]
    cuts: tuple[Line, ...]
    seams: tuple[Line, ...]
    axis: tuple[Text, ...]
    brackets: tuple[Bracket, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring spokes of one block: positions ``first`` to ``last``, both included."""

    block: str
    first: int
    last: int


def find_runs(blocks: Sequence[str | None]) -> tuple[Run, ...]:
    """Runs of equal neighbours among the blocks of the spokes, in their order; None belongs to no block."""
    runs: list[Run] = []
    for position, block in enumerate(blocks):
        if block is None:
            continue
        if runs and runs[-1].block == block and runs[-1].last == position - 1:
            runs[-1] = Run(block, runs[-1].first, position)
        else:
            runs.append(Run(block, position, position))
    return tuple(runs)


@lru_cache(maxsize=64)
def build_frame(form: WheelForm, divisions: tuple[int, ...], guides: tuple[float, ...], runs: tuple[Run, ...]) -> Frame:
    """The frame of a wheel with as many spokes as ``divisions``, each the number of facets that part its spoke.

    ``guides`` are scores between 0 and 100: the bounds of the bands.
    """
    measures, spokes = MEASURES[form], len(divisions)
    starts = [seam_angle(position, spokes) for position in range(spokes + 1)]
    return Frame(
        tracks=tuple(
            Sector(position, starts[position], starts[position + 1], measures.hub, measures.rim)
            for position in range(spokes)
        ),
        guides=tuple(score_radius(measures, guide) for guide in guides),
        cuts=tuple(
            _spine(measures, starts[position] + cut * 360 / spokes / parts)
            for position, parts in enumerate(divisions)
            for cut in range(1, parts)
        ),
        seams=tuple(_spine(measures, start) for start in starts[:-1]),
        axis=_axis(measures, form, guides),
        brackets=tuple(_bracket(measures, starts[run.first], starts[run.last + 1]) for run in runs),
    )


def _spine(measures: Measures, angle: float) -> Line:
    """A line between two sectors, a little longer than they are."""
    return Line(*point(measures, measures.hub - 2, angle), *point(measures, measures.rim + 1, angle))


def _axis(measures: Measures, form: WheelForm, guides: tuple[float, ...]) -> tuple[Text, ...]:
    """The scale on the seam that points up; a number too close to the one above it is left out."""
    marks: list[tuple[float, float]] = [(SCALE_TOP, measures.cy - measures.rim + 10)] if form is WheelForm.WIDE else []
    for guide in sorted(guides, reverse=True):
        baseline = measures.cy - score_radius(measures, guide) + measures.axis_drop
        if not marks or baseline - marks[-1][1] > measures.axis_size:
            marks.append((guide, baseline))
    return tuple(
        Text(Role.AXIS, f"{guide:g}", measures.cx, baseline, measures.axis_size) for guide, baseline in reversed(marks)
    )


def _bracket(measures: Measures, start: float, end: float) -> Bracket:
    inset = angle_of(measures.bracket_inset, measures.rim)
    return Bracket(start + inset, end - inset, measures.bracket_inner, measures.bracket_outer)
