"""Small frameworks made in memory for tests, and the shipped one.

``make_framework()`` has three competencies (``c1`` to ``c3``) with three facets of four items on an anchored 0-5
scale, at the individual level, in English and Russian. Ids are built alike everywhere: ``item_id("c1", "skill", 2)``
is ``"ind.c1.skill.2"``; without facets ``item_id("c1", None, 2)`` is ``"ind.c1.2"``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import cache

from assessment.bank.location import bank_path
from assessment.bank.shelf import Shelf
from assessment.domain.actions import Action
from assessment.domain.courses import Course, Resource
from assessment.domain.framework import (
    Band,
    Block,
    Competency,
    ConsistencyPair,
    Facet,
    Framework,
    Item,
    Level,
    Measurement,
    Scale,
    ScalePoint,
    Stage,
    Term,
    Text,
)

FACETS = ("knowledge", "experience", "skill")
PREFIXES = {Level.INDIVIDUAL: "ind", Level.TEAM: "team", Level.ORGANISATION: "org"}
LANGUAGES = {"en": "", "ru": " (по-русски)"}


@cache
def core_framework() -> Framework:
    """The newest version of the shipped core framework."""
    return Shelf.read(bank_path() / "cx_competencies").get("cx_competencies").framework


def make_framework(
    *,
    framework_id: str = "tiny",
    version: str = "2026.1",
    competencies: int | Sequence[str] = 3,
    facets: Sequence[str] = FACETS,
    items_per_facet: int = 4,
    levels: Sequence[Level] = (Level.INDIVIDUAL,),
    scale: tuple[int, int] = (0, 5),
    anchored: Collection[int] | None = None,
    reversed: Collection[str] = (),  # noqa: A002  the name of the item's own field
    weights: Mapping[str, float] | None = None,
    blocks: Mapping[str, Sequence[str]] | None = None,
    bands: Mapping[str, float] | None = None,
    stages: Sequence[float] = (0, 30, 50, 70, 90),
    sem: float = 6.5,
    tau2: float = 91.4,
    provisional_until: int = 200,
    items_per_action: int = 2,
    points_per_action: int = 1,
    consistency_pairs: Sequence[tuple[str, str]] = (),
    actions: Sequence[Action] = (),
    courses: Sequence[Course] = (),
    resources: Sequence[Resource] = (),
    glossary: Sequence[Term] = (),
    locales: Sequence[str] = ("en", "ru"),
) -> Framework:
    """A framework with the features a test is about; everything else is ordinary.

    ``competencies`` is a number (ids c1, c2, ...) or the ids. ``facets=()`` gives items without facet,
    ``items_per_facet`` of them for a competency. ``scale`` is lowest and highest point; ``anchored`` the points that
    have words (None: all). ``reversed`` and ``weights`` go by item id. ``blocks`` maps block id to competency ids
    (None: no blocks), ``bands`` band id to lower bound (None: foundation 0, developing 40, proficient 70).
    """
    spokes = [f"c{n}" for n in range(1, competencies + 1)] if isinstance(competencies, int) else list(competencies)
    block_of = {spoke: block for block, members in (blocks or {}).items() for spoke in members}
    return Framework(
        id=framework_id,
        version=version,
        published=date(2026, 1, 15),
        title=text(f"Framework {framework_id}", locales),
        description=text("A framework for tests", locales),
        locales=tuple(locales),
        levels=tuple(levels),
        blocks=tuple(Block(id=b, name=text(f"Block {b}", locales), short=text(b, locales)) for b in blocks or ()),
        competencies=tuple(make_competency(spoke, block_of.get(spoke), locales) for spoke in spokes),
        facets=tuple(Facet(id=facet, name=text(facet.capitalize(), locales)) for facet in facets),
        scales=tuple(
            make_scale(level, facet, scale, anchored=anchored, locales=locales)
            for level in levels
            for facet in facets or (None,)
        ),
        items=tuple(
            make_item(level, spoke, facet, n, reversed=reversed, weights=weights or {}, locales=locales)
            for level in levels
            for spoke in spokes
            for facet in facets or (None,)
            for n in range(1, items_per_facet + 1)
        ),
        bands=tuple(
            Band(id=band, name=text(band.capitalize(), locales), lower=lower)
            for band, lower in (bands or {"foundation": 0, "developing": 40, "proficient": 70}).items()
        ),
        stages=tuple(
            Stage(number=n, name=text(f"Stage {n}", locales), lower=lower) for n, lower in enumerate(stages, start=1)
        ),
        measurement=Measurement(
            sem=sem,
            tau2=tau2,
            provisional_until=provisional_until,
            items_per_action=items_per_action,
            points_per_action=points_per_action,
        ),
        consistency_pairs=tuple(ConsistencyPair(first=first, second=second) for first, second in consistency_pairs),
        actions=tuple(actions),
        courses=tuple(courses),
        resources=tuple(resources),
        glossary=tuple(glossary),
        disclaimer=text("This is not an exam.", locales),
    )


def text(english: str, locales: Sequence[str] = ("en", "ru")) -> Text:
    """The text in each locale, told apart by its ending."""
    return {locale: english + LANGUAGES.get(locale, f" ({locale})") for locale in locales}


def item_id(competency: str, facet: str | None, n: int, level: Level = Level.INDIVIDUAL) -> str:
    """Id of the n-th item (from 1) of a facet of a competency."""
    return ".".join(part for part in (PREFIXES[level], competency, facet, str(n)) if part)


def scale_id(facet: str | None, level: Level = Level.INDIVIDUAL) -> str:
    return "_".join(part for part in (PREFIXES[level], facet) if part)


def make_competency(competency_id: str, block: str | None = None, locales: Sequence[str] = ("en", "ru")) -> Competency:
    return Competency(
        id=competency_id,
        block=block,
        name=text(f"Competency {competency_id}", locales),
        short=text(competency_id.upper(), locales),
        definition=text(f"What {competency_id} is", locales),
        why=text(f"Why {competency_id} holds the others back", locales),
        without=text(f"Without {competency_id} nothing moves", locales),
    )


def make_scale(
    level: Level = Level.INDIVIDUAL,
    facet: str | None = None,
    ends: tuple[int, int] = (0, 5),
    *,
    anchored: Collection[int] | None = None,
    locales: Sequence[str] = ("en", "ru"),
) -> Scale:
    lowest, highest = ends
    return Scale(
        id=scale_id(facet, level),
        level=level,
        facet=facet,
        prompt=text("How well?", locales),
        points=tuple(
            ScalePoint(
                value=value,
                anchor=text(f"Anchor {value}", locales) if anchored is None or value in anchored else None,
            )
            for value in range(lowest, highest + 1)
        ),
    )


def make_item(
    level: Level,
    competency: str,
    facet: str | None,
    n: int,
    *,
    reversed: Collection[str] = (),  # noqa: A002  the name of the item's own field
    weights: Mapping[str, float] | None = None,
    locales: Sequence[str] = ("en", "ru"),
) -> Item:
    """The n-th item of a facet; ``reversed`` and ``weights`` are looked up by its id."""
    name = item_id(competency, facet, n, level)
    return Item(
        id=name,
        level=level,
        competency=competency,
        facet=facet,
        topic=f"{competency}_{facet or 'item'}_{n}",
        text=text(f"Statement {name}", locales),
        scale=scale_id(facet, level),
        reversed=name in reversed,
        weight=(weights or {}).get(name, 1.0),
    )


def make_action(
    action_id: str,
    *,
    competency: str = "c1",
    level: Level = Level.INDIVIDUAL,
    band: str = "foundation",
    facet: str | None = "knowledge",
    hours: int = 6,
    weeks: int = 3,
    courses: Sequence[str] = (),
    resources: Sequence[str] = (),
    after: Sequence[str] = (),
    locales: Sequence[str] = ("en", "ru"),
) -> Action:
    return Action(
        id=action_id,
        competency=competency,
        level=level,
        band=band,
        facet=facet,
        hours=hours,
        weeks=weeks,
        title=text(f"Do {action_id}", locales),
        how=text(f"How to do {action_id}", locales),
        evidence=text(f"Evidence of {action_id}", locales),
        courses=tuple(courses),
        resources=tuple(resources),
        after=tuple(after),
    )


def make_course(
    course_id: str,
    *,
    competencies: Sequence[str] = ("c1",),
    levels: Sequence[Level] = (Level.INDIVIDUAL,),
    kind: str = "course",
    length: str = "short",
    locales: Sequence[str] = ("en", "ru"),
) -> Course:
    return Course(
        id=course_id,
        kind=kind,
        title=text(f"Course {course_id}", locales),
        description=text(f"About {course_id}", locales),
        competencies=tuple(competencies),
        levels=tuple(levels),
        length=length,
    )


def make_resource(
    resource_id: str, *, competencies: Sequence[str] = ("c1",), kind: str = "book", year: int | None = 2012
) -> Resource:
    return Resource(
        id=resource_id,
        kind=kind,
        title=text(f"Book {resource_id}"),
        authors="A. Author",
        year=year,
        competencies=tuple(competencies),
    )
