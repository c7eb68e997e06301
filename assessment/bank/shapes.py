"""The shapes of the questionnaire's files: which keys there are and what may stand under them.

Docstrings under fields become the descriptions of the JSON Schema. Rules that need more than one value, such as
"the references resolve", are in `assessment.bank.checks`.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from assessment.bank.shape_parts import (
    LOCALE,
    VERSION,
    DottedName,
    LevelName,
    MayBeLeftOut,
    Name,
    Score,
    Shape,
    TextShape,
)


class BlockShape(Shape):
    id: Name
    name: TextShape
    short: TextShape
    """A word or two, for narrow screens."""


class FacetShape(Shape):
    id: Name
    name: TextShape


class BandShape(Shape):
    id: Name
    name: TextShape
    lower: Score
    """Score 0-100 at which the band begins; it ends where the next one begins."""


class StageShape(Shape):
    number: Annotated[int, Field(ge=1, le=20)]
    name: TextShape
    lower: Score
    """Score 0-100 at which the stage begins."""


class MeasurementShape(Shape):
    sem: Annotated[float, Field(gt=0, le=100)]
    """Standard error of one person's competency score, in points of 0-100."""
    tau2: Annotated[float, Field(ge=0, le=10_000)]
    """Variance of true scores between the competencies of one person."""
    provisional_until: Annotated[int, Field(ge=0, le=1_000_000)]
    """The constants are provisional until so many people have answered."""
    items_per_action: Annotated[int, Field(ge=1, le=20)]
    """A finished action lifts so many of the lowest-rated items of its facet ..."""
    points_per_action: Annotated[int, Field(ge=1, le=20)]
    """... by so many scale points."""


class ConsistencyPairShape(Shape):
    """Two items of one level that say nearly the same."""

    first: DottedName
    second: DottedName


class FrameworkFile(Shape):
    """framework.yaml: whom the framework is about, its blocks, facets, bands, stages and constants."""

    id: Name
    """Name of the framework's folder."""
    version: Annotated[str, Field(pattern=VERSION)]
    """Name of the version's folder, in quotes: "2026.1"."""
    published: date
    """Day of publication, 2026-01-31. A published version never changes; make a new one instead."""
    locales: Annotated[list[Annotated[str, Field(pattern=LOCALE)]], Field(min_length=1)]
    """Languages of every text, such as en and ru."""
    levels: Annotated[list[LevelName], Field(min_length=1)]
    """Whom one can answer about; each has its own file in items/."""
    title: TextShape
    description: TextShape
    blocks: list[BlockShape] = Field(default=[])
    """Brackets round neighbouring competencies, if any."""
    facets: list[FacetShape] = Field(default=[])
    """Parts of every competency, if any, in the order they are asked."""
    bands: Annotated[list[BandShape], Field(min_length=1)]
    """Ranges of scores, the lowest first."""
    stages: list[StageShape] = Field(default=[])
    """Maturity stages of an organisation, the lowest first."""
    measurement: MeasurementShape
    consistency_pairs: list[ConsistencyPairShape] = Field(default=[])
    disclaimer: TextShape


class CompetencyShape(Shape):
    id: Name
    block: MayBeLeftOut[Name] = None
    name: TextShape
    short: TextShape
    """A word or two, for the wheel."""
    definition: TextShape
    why: TextShape
    """Why it holds the others back when it is the weakest."""
    without: TextShape
    """The same in one line, as in "Without metrics ..."."""


class CompetenciesFile(Shape):
    """competencies.yaml: the spokes of the wheel, clockwise from the top."""

    competencies: list[CompetencyShape]


class PointShape(Shape):
    value: Annotated[int, Field(ge=0, le=100)]
    anchor: MayBeLeftOut[TextShape] = None
    """Words of this point; may be left out between the lowest and the highest point."""


class ScaleShape(Shape):
    id: DottedName
    level: LevelName
    facet: MayBeLeftOut[Name] = None
    """The facet its anchors were written for; leave out when it serves all items of the level."""
    prompt: MayBeLeftOut[TextShape] = None
    """The question asked above the items."""
    points: list[PointShape]


class ScalesFile(Shape):
    """scales.yaml: what can be answered, and the words of each answer."""

    scales: list[ScaleShape]


class ItemShape(Shape):
    id: DottedName
    competency: Name
    facet: MayBeLeftOut[Name] = None
    topic: MayBeLeftOut[DottedName] = None
    """The same code on all levels, so that their results can be laid over one another."""
    text: TextShape
    scale: MayBeLeftOut[DottedName] = None
    """Leave out when the level has one scale for the item's facet, or one scale for everything."""
    reversed: bool = False
    """True when agreeing means less, not more."""
    weight: Annotated[float, Field(gt=0, le=100)] = 1.0


class ItemsFile(Shape):
    """items/<level>.yaml: the statements of a level in the order they are asked."""

    items: list[ItemShape]
