"""The measures of the wheel's two forms, in units of its view (pixels at full size). Radii are from the centre."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class WheelForm(StrEnum):
    """Wide for pages from 576 px, slides and print; narrow for phones, with a type that is large for its size."""

    WIDE = "wide"
    NARROW = "narrow"


@dataclass(frozen=True, slots=True, eq=False)
class Measures:
    """One form's table; there is one of each, so that it can be a key of caches.

    ``..._inset`` is kept free at each end of an arc; ``..._size`` is a type size.
    ``corner`` is the radius at which the nearest corner of a wide label stands. Label measures count from the
    baseline of the name: ``bar_above`` up to the top of the hue bar, ``number_below`` down to the number's baseline.
    """

    width: float
    height: float
    cx: float
    cy: float
    hub: float
    rim: float
    seam: float
    cut: float
    score: float
    score_halo: float
    score_inset: float
    box: float
    roll: float
    roll_halo: float
    roll_dash: tuple[float, float]
    weak_rim: float
    weak_width: float
    bracket_inner: float
    bracket_outer: float
    bracket_inset: float
    bracket: float
    block_top: float
    block_bottom: float
    block_size: float
    facet_size: float
    facet_gap: float
    facet_gap_on_fill: float
    facet_word_size: float | None
    axis_size: float
    axis_drop: float
    hub_size: float
    hub_drop: float
    hub_word_size: float
    hub_word_drop: float
    hatch: float
    hatch_gap: float
    corner: float
    name_size: float
    number_size: float
    level_size: float
    level_gap: float
    line_height: float
    number_below: float
    words_below: float
    bar: float
    bar_gap: float
    bar_above: float
    flag_size: float
    flag_height: float
    flag_pad: float
    flag_drop: float
    flag_gap: float


WIDE = Measures(
    width=780,
    height=648,
    cx=390,
    cy=316,
    hub=60,
    rim=226,
    seam=7,
    cut=1.6,
    score=3.4,
    score_halo=5.4,
    score_inset=5,
    box=1.6,
    roll=2.2,
    roll_halo=3.6,
    roll_dash=(6, 4),
    weak_rim=230,
    weak_width=6,
    bracket_inner=235,
    bracket_outer=241,
    bracket_inset=6,
    bracket=1.4,
    block_top=249,
    block_bottom=260,
    block_size=13.5,
    facet_size=15,
    facet_gap=12,
    facet_gap_on_fill=6,
    facet_word_size=12,
    axis_size=11.5,
    axis_drop=4,
    hub_size=44,
    hub_drop=9,
    hub_word_size=14,
    hub_word_drop=29,
    hatch=8,
    hatch_gap=2.5,
    corner=276,
    name_size=17,
    number_size=26,
    level_size=14.5,
    level_gap=8,
    line_height=20,
    number_below=30,
    words_below=22,
    bar=5,
    bar_gap=8,
    bar_above=13.5,
    flag_size=13.5,
    flag_height=24,
    flag_pad=9,
    flag_drop=16.6,
    flag_gap=8.5,
)

NARROW = Measures(
    width=360,
    height=446,
    cx=180,
    cy=232,
    hub=37,
    rim=126,
    seam=5,
    cut=1.2,
    score=2.6,
    score_halo=4.4,
    score_inset=3.6,
    box=1.3,
    roll=1.8,
    roll_halo=3,
    roll_dash=(4, 3),
    weak_rim=129,
    weak_width=4.5,
    bracket_inner=132,
    bracket_outer=136,
    bracket_inset=4.5,
    bracket=1.1,
    block_top=141,
    block_bottom=150,
    block_size=11.5,
    facet_size=11,
    facet_gap=7,
    facet_gap_on_fill=4,
    facet_word_size=None,
    axis_size=9.5,
    axis_drop=3.4,
    hub_size=27,
    hub_drop=6,
    hub_word_size=11,
    hub_word_drop=20,
    hatch=6,
    hatch_gap=1.85,
    corner=168,
    name_size=14.5,
    number_size=20,
    level_size=12.5,
    level_gap=6,
    line_height=17,
    number_below=24,
    words_below=18,
    bar=4,
    bar_gap=6,
    bar_above=11.5,
    flag_size=11.5,
    flag_height=19,
    flag_pad=7,
    flag_drop=13.1,
    flag_gap=7.5,
)

MEASURES = {WheelForm.WIDE: WIDE, WheelForm.NARROW: NARROW}
