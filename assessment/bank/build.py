"""Shapes of a sound bank → the Framework that everything else works with."""

from __future__ import annotations

from typing import Any

from assessment.bank.advice_shapes import CourseShape, VersionShape
from assessment.bank.scale_choice import find_scales
from assessment.bank.shape_parts import LevelName, Shape
from assessment.bank.shapes import ItemShape, ScaleShape
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
)


def build_framework(version: VersionShape) -> Framework:
    """The framework of a version that has no findings. Items and actions follow the order of ``levels``."""
    head = version.framework
    return Framework(
        id=head.id,
        version=head.version,
        published=head.published,
        title=head.title.root,
        description=head.description.root,
        locales=tuple(head.locales),
        levels=tuple(Level(level) for level in head.levels),
        blocks=tuple(Block(**_values(block)) for block in head.blocks),
        competencies=tuple(Competency(**_values(competency)) for competency in version.competencies),
        facets=tuple(Facet(**_values(facet)) for facet in head.facets),
        scales=tuple(_scale(scale) for scale in version.scales),
        items=tuple(
            _item(item, level, version.scales) for level in head.levels for item in version.items.get(level, [])
        ),
        bands=tuple(Band(**_values(band)) for band in head.bands),
        stages=tuple(Stage(**_values(stage)) for stage in head.stages),
        measurement=Measurement(**_values(head.measurement)),
        consistency_pairs=tuple(ConsistencyPair(**_values(pair)) for pair in head.consistency_pairs),
        actions=tuple(
            Action(**{**_values(action), "level": Level(level)})
            for level in head.levels
            for action in version.actions.get(level, [])
        ),
        courses=tuple(_course(course) for course in version.courses),
        resources=tuple(Resource(**_values(resource)) for resource in version.resources),
        glossary=tuple(Term(**_values(term)) for term in version.terms),
        disclaimer=head.disclaimer.root,
    )


def _values(shape: Shape) -> dict[str, Any]:
    """Fields of a shape by name; lists become tuples, texts mappings."""
    return {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in shape.model_dump(mode="python").items()
    }


def _scale(scale: ScaleShape) -> Scale:
    points = tuple(ScalePoint(**_values(point)) for point in scale.points)
    return Scale(**{**_values(scale), "level": Level(scale.level), "points": points})


def _item(item: ItemShape, level: LevelName, scales: list[ScaleShape]) -> Item:
    (scale,) = find_scales(item, level, scales)
    return Item(**{**_values(item), "level": Level(level), "scale": scale.id})


def _course(course: CourseShape) -> Course:
    return Course(**{**_values(course), "levels": tuple(Level(level) for level in course.levels)})
