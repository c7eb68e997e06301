"""Assessments and their answers as the interface shows them."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

from assessment.api.v1.shapes.response_shape import Address, Count, described


@described
class Links(TypedDict):
    """Where the assessment is found."""

    self: Address
    web: Address
    """A page for people. After creation the private link, which opens the assessment wherever it is followed; later
    the assessment's page, which asks for the private link."""


@described
class Assessment(TypedDict):
    """One sitting of one respondent."""

    id: str
    framework: str
    version: str
    level: str
    locale: str
    status: Literal["open", "submitted"]
    items: Count
    """Items to answer."""
    answered: Count
    revision: Count
    """Grows by one with every call that changes answers."""
    links: Links


@described
class NewAssessment(TypedDict):
    """A new assessment with the token that opens it. The token is shown once and stored nowhere."""

    id: str
    token: str
    framework: str
    version: str
    level: str
    locale: str
    status: Literal["open", "submitted"]
    items: Count
    answered: Count
    revision: Count
    links: Links


StoredValue = int | Literal["not_applicable", "dont_know"]


@described
class Answers(TypedDict):
    """The answers so far, in the order asked; items without one are absent."""

    answers: dict[str, StoredValue]
    revision: Count


@described
class Progress(TypedDict):
    """How far the answers have come."""

    answered: Count
    items: Count
    revision: Count
