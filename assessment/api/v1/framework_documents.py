"""Frameworks as documents."""

from __future__ import annotations

from collections.abc import Callable

from assessment.api.v1.shapes.frameworks import (
    CompetencyText,
    FrameworkDetail,
    FrameworkSummary,
    ItemText,
    NamedThing,
    ScaleText,
)
from assessment.domain.framework import Framework, Level


def framework_summary(framework: Framework, best_locale: Callable[[tuple[str, ...]], str | None]) -> FrameworkSummary:
    """The framework in a line; ``best_locale`` chooses the language of its title among those it has, None for any."""
    return FrameworkSummary(
        id=framework.id,
        version=framework.version,
        title=framework.title[best_locale(framework.locales) or framework.locales[0]],
        levels=[level.value for level in framework.levels],
        locales=list(framework.locales),
        items=len(framework.items),
    )


def framework_detail(framework: Framework, level: Level, locale: str) -> FrameworkDetail:
    """One level in one language; the framework has both."""
    return FrameworkDetail(
        id=framework.id,
        version=framework.version,
        title=framework.title[locale],
        level=level.value,
        locale=locale,
        blocks=[NamedThing(id=block.id, name=block.name[locale]) for block in framework.blocks],
        competencies=_competencies(framework, locale),
        facets=[NamedThing(id=facet.id, name=facet.name[locale]) for facet in framework.facets],
        scales=_scales(framework, level, locale),
        items=_items(framework, level, locale),
    )


def _competencies(framework: Framework, locale: str) -> list[CompetencyText]:
    return [
        CompetencyText(
            id=competency.id,
            name=competency.name[locale],
            block=competency.block,
            definition=competency.definition[locale],
        )
        for competency in framework.competencies
    ]


def _scales(framework: Framework, level: Level, locale: str) -> list[ScaleText]:
    return [
        ScaleText(
            facet=scale.facet,
            points=[
                {"value": point.value, "anchor": None if point.anchor is None else point.anchor[locale]}
                for point in scale.points
            ],
        )
        for scale in framework.scales
        if scale.level == level
    ]


def _items(framework: Framework, level: Level, locale: str) -> list[ItemText]:
    return [
        ItemText(
            id=item.id,
            competency=item.competency,
            facet=item.facet,
            topic=item.topic,
            text=item.text[locale],
            reversed=item.reversed,
            weight=item.weight,
        )
        for item in framework.items_of(level)
    ]
