"""The shapes of the files that give advice, and of a version as a whole: which keys there are and what they hold.

Docstrings under fields become the descriptions of the JSON Schema. Rules that need more than one value, such as
"the references resolve", are in `assessment.bank.checks`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from assessment.bank.shape_parts import ADDRESS, DottedName, LevelName, Line, MayBeLeftOut, Name, Shape, TextShape
from assessment.bank.shapes import CompetencyShape, FrameworkFile, ItemShape, ScaleShape


class ActionShape(Shape):
    id: DottedName
    competency: Name
    band: Name
    """The action is for people whose score is in this band."""
    facet: MayBeLeftOut[Name] = None
    hours: Annotated[int, Field(ge=1, le=10_000)]
    """Effort in hours: one's own, the lead's or the working group's, by level."""
    weeks: Annotated[int, Field(ge=1, le=520)]
    """How long the effort is spread."""
    title: TextShape
    how: TextShape
    evidence: TextShape
    """What will be there when it is done."""
    courses: list[DottedName] = Field(default=[])
    resources: list[DottedName] = Field(default=[])
    after: list[DottedName] = Field(default=[])
    """Actions of the same level that must come earlier."""


class ActionsFile(Shape):
    """actions/<level>.yaml: what a plan is made of."""

    actions: list[ActionShape]


class CourseShape(Shape):
    id: DottedName
    kind: Name
    title: TextShape
    description: TextShape
    competencies: list[Name]
    levels: list[LevelName]
    length: Literal["short", "medium", "long"]
    provider: MayBeLeftOut[Line] = None
    url: MayBeLeftOut[Annotated[str, Field(pattern=ADDRESS, max_length=500)]] = None


class ResourceShape(Shape):
    id: DottedName
    kind: Name
    title: TextShape
    """As published; explanatory words may be translated."""
    authors: Line
    year: MayBeLeftOut[Annotated[int, Field(ge=1000, le=9999)]] = None
    competencies: list[Name]


class CoursesFile(Shape):
    """courses.yaml: the catalogue of courses, and of books and articles (resources)."""

    courses: list[CourseShape] = Field(default=[])
    resources: list[ResourceShape] = Field(default=[])


class TermShape(Shape):
    code: Name
    term: TextShape
    definition: TextShape


class GlossaryFile(Shape):
    """glossary.yaml: the words of the trade."""

    terms: list[TermShape]


class VersionShape(Shape):
    """All files of one version together; the form in which a version is kept as a snapshot."""

    framework: FrameworkFile
    competencies: list[CompetencyShape]
    scales: list[ScaleShape]
    items: dict[LevelName, list[ItemShape]]
    actions: dict[LevelName, list[ActionShape]] = Field(default={})
    courses: list[CourseShape] = Field(default=[])
    resources: list[ResourceShape] = Field(default=[])
    terms: list[TermShape] = Field(default=[])
