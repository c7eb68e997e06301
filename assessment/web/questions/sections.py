"""The statements of one competency as a page lays them out: a section for each facet, a row for each statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.domain.answers import SpecialAnswer
from assessment.domain.framework import Framework, Item, Level, Scale
from assessment.languages import Language
from assessment.languages.hyphenation import hyphenate


@dataclass(frozen=True, slots=True)
class Point:
    """A value that can be chosen. ``anchor`` is what the narrow column head says, ``words`` what the value means."""

    value: str
    words: str
    anchor: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """A statement to rate. ``id`` is the item's own."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """Statements that share a scale. ``name`` is the facet's, None where the framework has none.

    ``points`` are those of the scale, ``ends`` its lowest and highest point; ``specials`` the answers apart from it.
    """

    id: str
    name: str | None
    prompt: str | None
    points: tuple[Point, ...]
    ends: tuple[Point, Point]
    specials: tuple[Point, ...]
    rows: tuple[Row, ...]


def build_sections(framework: Framework, level: Level, competency_id: str, language: Language) -> tuple[Section, ...]:
    """The sections of a competency, in the order asked. The same framework and language give the same object."""
    key = (id(framework), level, competency_id, language.locale)
    known = _KNOWN.get(key)
    if known is None or known[0] is not framework:
        known = (framework, _build(framework, level, competency_id, language))
        _KNOWN[key] = known
    return known[1]


def point_words(scale: Scale, value: int, language: Language) -> str:
    """What a point of a scale means; a point without an anchor lies between its neighbours that have one."""
    anchor = scale.anchor_at(value)
    if anchor is not None:
        return language.pick(anchor)
    lower = next((p.anchor for p in reversed(scale.points) if p.value < value and p.anchor), None)
    upper = next((p.anchor for p in scale.points if p.value > value and p.anchor), None)
    if lower is None or upper is None:
        return ""
    return language.gettext(
        "between “%(lower)s” and “%(upper)s”", lower=language.pick(lower), upper=language.pick(upper)
    )


def special_points(language: Language) -> tuple[Point, ...]:
    """The answers that are no points of a scale."""
    return (
        Point(SpecialAnswer.NOT_APPLICABLE.value, language.gettext("Not applicable"), None),
        Point(SpecialAnswer.DONT_KNOW.value, language.gettext("I cannot judge"), None),
    )


_KNOWN: dict[tuple[int, Level, str, str], tuple[Framework, tuple[Section, ...]]] = {}
"""Sections by the framework object they were built from, which is kept beside them so that its id stays its own."""


def _build(framework: Framework, level: Level, competency_id: str, language: Language) -> tuple[Section, ...]:
    groups: dict[tuple[str | None, str], list[Item]] = {}
    for item in framework.items_of(level, competency_id):
        groups.setdefault((item.facet, item.scale), []).append(item)
    return tuple(_section(framework, number, items, language) for number, items in enumerate(groups.values(), start=1))


def _section(framework: Framework, number: int, items: Sequence[Item], language: Language) -> Section:
    scale = framework.scale_of(items[0])
    facet = items[0].facet
    points = tuple(_point(scale, value, language) for value in scale.values)
    return Section(
        id=f"part-{number}",
        name=None if facet is None else language.pick(framework.facet(facet).name),
        prompt=None if scale.prompt is None else language.pick(scale.prompt),
        points=points,
        ends=(points[0], points[-1]),
        specials=special_points(language),
        rows=tuple(Row(item.id, language.pick(item.text)) for item in items),
    )


def _point(scale: Scale, value: int, language: Language) -> Point:
    anchor = scale.anchor_at(value)
    head = None if anchor is None else hyphenate(language.pick(anchor), language.locale)
    return Point(str(value), point_words(scale, value, language), head)
