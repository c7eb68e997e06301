"""Everything stored about an assessment."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

from assessment.api.v1.shapes.assessments import StoredValue
from assessment.api.v1.shapes.plans import Hours
from assessment.api.v1.shapes.response_shape import Count, Day, Moment, described
from assessment.api.v1.shapes.results import Result


@described
class ExportedAnswer(TypedDict):
    """One answer and the seconds it took, null where no time was taken."""

    item: str
    value: StoredValue
    seconds: float | None


@described
class ExportedStep(TypedDict):
    """A step with its texts by language; a person's own text is the same in each."""

    id: str
    kind: Literal["action", "own"]
    competency: str | None
    facet: str | None
    title: dict[str, str]
    how: dict[str, str]
    evidence: dict[str, str]
    hours: Hours
    weeks: Count
    start: Day
    due: Day
    done_on: Day | None
    note: str
    fixed: bool
    """Whether the person set the dates or chose the step."""


@described
class ExportedPlan(TypedDict):
    """The plan, with what the person dropped from it."""

    start: Day
    weekly_hours: Hours
    weeks: Count
    at_most: Count
    next_bottleneck: str | None
    dropped: list[str]
    steps: list[ExportedStep]


@described
class ExportedFile(TypedDict):
    """A picture kept with the result."""

    kind: str
    locale: str
    bytes: Count


@described
class ExportedCampaign(TypedDict):
    """The campaign that the assessment answers; an anonymous one keeps no ``respondent``."""

    id: str
    title: str
    team: str
    respondent: str | None


@described
class ExportedAccount(TypedDict):
    """The account that the assessment was taken into."""

    id: int
    taken_at: Moment


@described
class ExportedShare(TypedDict):
    """An address that the result is shown to, until it was taken back."""

    id: str
    recipient: str
    with_plan: bool
    shared_at: Moment
    revoked_at: Moment | None


@described
class Export(TypedDict):
    """Everything stored; ``result`` and ``plan`` are null until they exist."""

    id: str
    framework: str
    version: str
    level: str
    locale: str
    channel: Literal["web", "api"]
    """How the assessment was started."""
    status: Literal["open", "submitted"]
    revision: Count
    name: str
    """What the person wants on the report."""
    started_at: Moment
    last_saved_at: Moment | None
    submitted_at: Moment | None
    kept_despite_flags: bool | None
    """Whether the answers looked hurried or careless when they were submitted."""
    answers: list[ExportedAnswer]
    result: Result | None
    plan: ExportedPlan | None
    files: list[ExportedFile]
    campaign: ExportedCampaign | None
    account: ExportedAccount | None
    shares: list[ExportedShare]
