"""Frameworks and profiles of any size for tests of the wheel, and the boxes that a wheel's texts take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import cos, hypot, radians, sin

from assessment.domain.framework import Block, Framework, Level, Text
from assessment.domain.profile import CompetencyScore, FacetScore, Profile
from assessment.domain.weakest_link import find_weakest_link
from assessment.domain.wheel import Wheel, WheelWords
from assessment.domain.wheel.parts import ArcText, Box
from assessment.domain.wheel.text_widths import text_width
from assessment.domain.wheel.view import text_box
from tests.factories.frameworks import make_framework
from tests.factories.profiles import NAMES as COMMON

WORDS = {
    "en": WheelWords("en", "roll", "no roll yet", "Weakest link", "Lowest score", "All equal", "not enough answers"),
    "ru": WheelWords(
        "ru", "ход", "хода пока нет", "Самое слабое звено", "Самый низкий балл", "Все равны", "недостаточно ответов"
    ),
}
SHORT: tuple[Text, ...] = (
    COMMON["culture"],
    COMMON["strategy"],
    COMMON["metrics"],
    COMMON["voice"],
    COMMON["design"],
    {"en": "Service recovery", "ru": "Работа с обращениями"},
    {"en": "Leadership", "ru": "Лидерство"},
    {"en": "Employee experience", "ru": "Опыт сотрудников"},
    {"en": "Digital channels", "ru": "Цифровые каналы"},
    {"en": "Data and analytics", "ru": "Данные и аналитика"},
    {"en": "Governance", "ru": "Управление и ответственность"},
    {"en": "Partners and suppliers", "ru": "Партнёры и поставщики"},
)
LONG: tuple[Text, ...] = (
    {"en": "Customer-centric culture and accountability", "ru": "Клиентоориентированная культура"},
    {"en": "Customer experience strategy", "ru": "Стратегия клиентского опыта"},
    {"en": "Metrics, measurement and ROI", "ru": "Метрики, измерения и окупаемость"},
    {"en": "Listening to and hearing the customer", "ru": "Способность слушать и слышать клиента"},
    {"en": "Design, innovation and change", "ru": "Дизайн, внедрение инноваций и изменений"},
    {"en": "Organisational development", "ru": "Высококвалифицированность персонала"},
)
BLOCKS: tuple[tuple[Text, Text], ...] = (
    ({"en": "Seeing the big picture", "ru": "Видеть большую картину"}, {"en": "Big picture", "ru": "Большая картина"}),
    ({"en": "Collecting and analysing data", "ru": "Собирать и анализировать данные"}, {"en": "Data", "ru": "Данные"}),
    ({"en": "Putting change into practice", "ru": "Внедрять изменения"}, {"en": "Change", "ru": "Изменения"}),
)
EXAMPLE = (61.66, 48.33, 70.0, 66.66, 35.0)
EXAMPLE_FACETS = ((70, 45, 70), (60, 35, 50), (85, 60, 65), (70, 60, 70), (45, 15, 45))
"""The scores of the worked example of the design."""


def wheel_framework(
    spokes: int,
    *,
    facets: int = 3,
    blocks: Sequence[int] = (0, 0, 1, 1, 2),
    names: Sequence[Text] = SHORT,
) -> Framework:
    """A framework of that many spokes; ``blocks`` gives the block of each of the first spokes (-1: none)."""
    ids = ("knowledge", "experience", "skill", "attitude")[:facets]
    facet_names = {**COMMON, "attitude": {"en": "Attitude", "ru": "Отношение"}}
    plain = make_framework(competencies=spokes, facets=ids)
    of_spoke = [*blocks, *[-1] * spokes][:spokes]
    return replace(
        plain,
        competencies=tuple(
            replace(spoke, short=names[place % len(names)], block=f"b{block}" if block >= 0 else None)
            for place, (spoke, block) in enumerate(zip(plain.competencies, of_spoke, strict=True))
        ),
        blocks=tuple(Block(f"b{place}", name, short) for place, (name, short) in enumerate(BLOCKS)),
        facets=tuple(replace(facet, name=facet_names[facet.id]) for facet in plain.facets),
        bands=tuple(replace(band, name=COMMON[band.id]) for band in plain.bands),
    )


def wheel_profile(
    framework: Framework, scores: Sequence[float | None], facets: Sequence[Sequence[float | None]] | None = None
) -> Profile:
    """A profile with these scores; facets are spread around the score of their competency unless given."""
    ids = [spoke.id for spoke in framework.competencies]
    pairs = dict(zip(ids, scores, strict=True))
    complete = None not in scores
    known = [score for score in scores if score is not None]
    measurement = framework.measurement
    return Profile(
        framework=framework.id,
        version=framework.version,
        level=Level.INDIVIDUAL,
        competencies=tuple(
            _score(framework, spoke, score, None if facets is None else facets[place])
            for place, (spoke, score) in enumerate(pairs.items())
        ),
        roll=min(known) if complete else None,
        mean=sum(known) / len(known) if complete else None,
        balance=None,
        weakest=find_weakest_link(pairs, dict.fromkeys(pairs, measurement.sem), measurement.tau2),
        blockers=(),
    )


def _score(
    framework: Framework, spoke: str, score: float | None, facets: Sequence[float | None] | None
) -> CompetencyScore:
    spread = [None if score is None else max(0.0, min(100.0, score + away)) for away in (8, -16, 9, -3)]
    return CompetencyScore(
        competency=spoke,
        score=score,
        interval=None if score is None else (score, score),
        band=None if score is None else framework.band_at(score).id,
        items=12,
        applicable=12,
        rated=0 if score is None else 12,
        partial=score is None,
        facets=tuple(
            FacetScore(facet.id, value, items=4, applicable=4, rated=0 if value is None else 4)
            for facet, value in zip(framework.facets, facets or spread, strict=False)
        ),
        blind_spots=(),
    )


def outer_boxes(wheel: Wheel) -> list[tuple[str, Box]]:
    """Boxes of everything around the wheel, named for messages; a text on a flag counts as its flag."""
    flags = [("flag", flag) for flag in wheel.flags]
    inside = [flag for _, flag in flags]
    texts = [(text.text, text_box(text)) for text in wheel.labels]
    return [
        *flags,
        *(("bar", bar) for bar in wheel.bars),
        *((words, box) for words, box in texts if not any(_within(box, flag) for flag in inside)),
        *(box for name in wheel.block_names for box in letter_boxes(wheel, name)),
    ]


def letter_boxes(wheel: Wheel, name: ArcText) -> list[tuple[str, Box]]:
    """Boxes of the letters of a text along a circle, as if each lay flat."""
    way, passed, boxes = -1 if name.flipped else 1, -text_width(name.text, name.size) / 2, []
    middle = name.radius + name.size * (-0.36 if name.flipped else 0.36)
    for letter in name.text:
        half = text_width(letter, name.size) / 2
        turn = radians(name.angle) + way * (passed + half) / name.radius
        passed += 2 * half
        x, y = wheel.measures.cx + middle * cos(turn), wheel.measures.cy + middle * sin(turn)
        boxes.append((f"{letter} of {name.text}", Box(x - half, y - 0.36 * name.size, 2 * half, 0.72 * name.size)))
    return boxes


def overlap(one: Box, two: Box) -> bool:
    """Whether two boxes share more than an edge."""
    apart = 0.05
    return (
        one.x + apart < two.x + two.width
        and two.x + apart < one.x + one.width
        and one.y + apart < two.y + two.height
        and two.y + apart < one.y + one.height
    )


def nearest_distance(wheel: Wheel, box: Box) -> float:
    """From the wheel's centre to the nearest point of the box."""
    across = max(box.x - wheel.measures.cx, 0, wheel.measures.cx - box.x - box.width)
    down = max(box.y - wheel.measures.cy, 0, wheel.measures.cy - box.y - box.height)
    return hypot(across, down)


def _within(inner: Box, outer: Box) -> bool:
    return (
        inner.spoke == outer.spoke
        and outer.x <= inner.x
        and inner.x + inner.width <= outer.x + outer.width
        and outer.y <= inner.y + inner.height / 2 <= outer.y + outer.height
    )
