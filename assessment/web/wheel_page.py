"""The value that the wheel component paints: path data, texts and links, nothing left to compute."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from assessment.domain.framework import Framework
from assessment.domain.profile import Profile
from assessment.domain.suppression.release import Form
from assessment.domain.team_result import TeamResult
from assessment.domain.wheel import Wheel, WheelForm, build_group_wheel, build_wheel
from assessment.domain.wheel.measures import Measures
from assessment.domain.wheel.parts import Anchor, Box, Role, Text
from assessment.languages import Language
from assessment.web.svg_paths import arcs_path, baseline_path, brackets_path, lines_path, number, sector_path
from assessment.wording.group_wheel_words import group_wheel_sentence, group_wheel_words
from assessment.wording.wheel_words import wheel_sentence, wheel_words

_CLASSES = {
    Role.NAME: "w-name",
    Role.SCORE: "w-num",
    Role.NO_SCORE: "w-band",
    Role.FLAG: "w-flag-t",
    Role.FACET_SCORE: "w-facet w-facet-n",
    Role.FACET_SCORE_ON_FILL: "w-facet w-facet-n w-facet--in",
    Role.FACET_NAME: "w-facet",
    Role.AXIS: "w-axis",
    Role.ROLL: "w-hub-n",
    Role.ROLL_WORD: "w-hub-t",
    Role.SPOKE_NUMBER: "w-spoke-n",
    Role.SPOKE_NUMBER_ON_FLAG: "w-flag-t",
}
_ANCHORS = {Anchor.START: "", Anchor.MIDDLE: " w-middle", Anchor.END: " w-end"}


@dataclass(frozen=True, slots=True)
class WheelText:
    """A text element; ``tail`` is its quieter continuation. Attributes are markup: 120 texts are written on a page."""

    attributes: Markup
    text: str
    tail: str
    tail_attributes: Markup


@dataclass(frozen=True, slots=True)
class WheelSpoke:
    """One spoke: its track and fills, and its label. ``pattern`` is the id of its hatching where it is lowest.

    ``band`` is the area of a spoke of a group that is told as a band, ``stripes`` the id of its light hatching.
    """

    hue: str
    words: str
    href: str | None
    pattern: str | None
    track: str
    fill: str
    band: str
    stripes: str
    rects: tuple[Markup, ...]
    texts: tuple[WheelText, ...]


@dataclass(frozen=True, slots=True)
class BlockName:
    id: str
    path: str
    text: str
    size: str


@dataclass(frozen=True, slots=True)
class WheelDrawing:
    """One form of the wheel. Paths of a layer are one string; ``measures`` gives stroke widths and the hatching."""

    id: str
    form: str
    view_box: str
    measures: Measures
    dash: str
    spokes: tuple[WheelSpoke, ...]
    guides: tuple[str, ...]
    cuts: str
    seams: str
    roll: str | None
    scores: str
    boxes: str
    facets: tuple[WheelText, ...]
    axis: tuple[WheelText, ...]
    weak_rims: str
    brackets: str
    block_names: tuple[BlockName, ...]
    hub: str
    hub_texts: tuple[WheelText, ...]


@dataclass(frozen=True, slots=True)
class GroupKey:
    """Which lines a group's wheel has, beside the means that all have."""

    means: bool
    boxes: bool
    bands: bool
    hidden: bool


@dataclass(frozen=True, slots=True)
class WheelPage:
    """Both drawings of a wheel, the sentence that says the same, and what its key has to explain.

    ``group`` is what the key of a group's wheel explains; None for a person's.
    """

    sentence: str
    linked: bool
    rolls: bool
    facets: str
    drawings: tuple[WheelDrawing, ...]
    group: GroupKey | None = None


def make_wheel_page(
    language: Language,
    framework: Framework,
    profile: Profile,
    *,
    wheel_id: str = "wheel",
    link: Callable[[str], str] | None = None,
) -> WheelPage:
    """The wheel of a profile. ``wheel_id`` is unique on its page; ``link`` gives the address of a competency id."""
    words = wheel_words(language)
    wheels = [build_wheel(profile, framework, words, form) for form in WheelForm]
    return WheelPage(
        sentence=wheel_sentence(language, framework, profile),
        linked=link is not None,
        rolls=profile.roll is not None,
        facets=", ".join(wheels[0].facet_names),
        drawings=tuple(_draw(wheel, f"{wheel_id}-{wheel.form}", link) for wheel in wheels),
    )


def make_group_wheel_page(
    language: Language,
    framework: Framework,
    result: TeamResult,
    *,
    wheel_id: str = "wheel",
    link: Callable[[str], str] | None = None,
) -> WheelPage:
    """The wheel of a group's published result, which is not hidden; the arguments are those of a person's."""
    words = group_wheel_words(language)
    wheels = [build_group_wheel(result, framework, words, form) for form in WheelForm]
    forms = [spoke.score.form for spoke in result.competencies]
    return WheelPage(
        sentence=group_wheel_sentence(language, framework, result),
        linked=link is not None,
        rolls=result.roll is not None,
        facets="",
        drawings=tuple(_draw(wheel, f"{wheel_id}-{wheel.form}", link) for wheel in wheels),
        group=GroupKey(
            means=Form.NUMBER in forms,
            boxes=bool(wheels[0].boxes),
            bands=bool(wheels[0].bands),
            hidden=Form.HIDDEN in forms,
        ),
    )


def _draw(wheel: Wheel, drawing_id: str, link: Callable[[str], str] | None) -> WheelDrawing:
    measures, view = wheel.measures, wheel.view
    return WheelDrawing(
        id=drawing_id,
        form=wheel.form.value,
        view_box=f"{number(view.x)} {number(view.y)} {number(view.width)} {number(view.height)}",
        measures=measures,
        dash="{:g} {:g}".format(*measures.roll_dash),
        spokes=_draw_spokes(wheel, drawing_id, link),
        guides=tuple(number(radius) for radius in wheel.guides),
        cuts=lines_path(wheel.cuts),
        seams=lines_path(wheel.seams),
        roll=None if wheel.roll is None else number(wheel.roll),
        scores=arcs_path(measures, wheel.scores),
        boxes="".join(sector_path(measures, box) for box in wheel.boxes),
        facets=tuple(map(_write, wheel.facets)),
        axis=tuple(map(_write, wheel.axis)),
        weak_rims=arcs_path(measures, wheel.weak_rims),
        brackets=brackets_path(measures, wheel.brackets),
        block_names=tuple(
            BlockName(f"{drawing_id}-b{place}", baseline_path(measures, name), name.text, number(name.size))
            for place, name in enumerate(wheel.block_names)
        ),
        hub=number(wheel.hub),
        hub_texts=tuple(map(_write, wheel.hub_texts)),
    )


def _draw_spokes(wheel: Wheel, drawing_id: str, link: Callable[[str], str] | None) -> tuple[WheelSpoke, ...]:
    measures = wheel.measures
    fills = [""] * len(wheel.spokes)
    for sector in wheel.fills:
        fills[sector.spoke] += sector_path(measures, sector)
    bands = {band.spoke: sector_path(measures, band) for band in wheel.bands}
    return tuple(
        WheelSpoke(
            hue=_hue(spoke.position),
            words=spoke.words,
            href=None if link is None else link(spoke.competency),
            pattern=f"{drawing_id}-h{spoke.position}" if spoke.lowest else None,
            track=sector_path(measures, track),
            fill=fill,
            band=bands.get(spoke.position, ""),
            stripes=f"{drawing_id}-s{spoke.position}",
            rects=(
                *(_rect("w-swatch", bar) for bar in wheel.bars if bar.spoke == spoke.position),
                *(_rect("w-flag", flag, ' rx="3"') for flag in wheel.flags if flag.spoke == spoke.position),
            ),
            texts=tuple(_write(text) for text in wheel.labels if text.spoke == spoke.position),
        )
        for spoke, track, fill in zip(wheel.spokes, wheel.tracks, fills, strict=True)
    )


def _hue(spoke: int) -> str:
    return f"cx-c-{spoke}"


def _write(text: Text) -> WheelText:
    css = _CLASSES[text.role] + _ANCHORS[text.anchor]
    if text.role is Role.FACET_SCORE_ON_FILL and text.spoke is not None:
        css += f" {_hue(text.spoke)}"
    return WheelText(
        Markup(f'class="{css}" font-size="{number(text.size)}" x="{number(text.x)}" y="{number(text.y)}"'),  # noqa: S704  (numbers and class names of our own)
        text.text,
        text.tail,
        Markup(f'font-size="{number(text.tail_size)}" dx="{number(text.tail_gap)}"'),  # noqa: S704  (numbers)
    )


def _rect(css: str, box: Box, corner: str = "") -> Markup:
    """Attributes of a rectangle."""
    place = f'x="{number(box.x)}" y="{number(box.y)}" width="{number(box.width)}" height="{number(box.height)}"'
    return Markup(f'class="{css}" {place}{corner}')  # noqa: S704  (numbers and class names of our own)
