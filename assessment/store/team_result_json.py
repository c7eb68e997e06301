"""A published result, and what later ones build upon, as JSON and back, equal to the last digit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from assessment.domain.campaign import CampaignKind
from assessment.domain.change import Change
from assessment.domain.coverage import Coverage, PartCoverage
from assessment.domain.framework import Level
from assessment.domain.profile import Verdict, WeakestLink
from assessment.domain.result_basis import BasisScore, ResultBasis
from assessment.domain.suppression.policy import Reason
from assessment.domain.suppression.release import Form, Participation
from assessment.domain.team_result import (
    ReleasedAgreement,
    ReleasedChange,
    ReleasedCompetency,
    ReleasedFacet,
    ReleasedScore,
    ReleasedStatement,
    ReleasedTopic,
    TeamResult,
)

Stored = Mapping[str, Any]


def team_result_to_json(result: TeamResult) -> dict[str, Any]:
    """Values that JSON knows; field names are those of the dataclasses, days are written out."""
    stored = asdict(result)
    stored["closed_on"] = result.closed_on.isoformat()
    stored["changes_since"] = None if result.changes_since is None else result.changes_since.isoformat()
    for spoke in stored["competencies"]:
        for statement in spoke["statements"]:
            if statement["answers"] is not None:
                statement["answers"] = {str(value): count for value, count in statement["answers"].items()}
    return stored


def team_result_from_json(stored: Stored) -> TeamResult:
    """The result that team_result_to_json was given."""
    participation, weakest, since = stored["participation"], stored["weakest"], stored["changes_since"]
    return TeamResult(
        framework=stored["framework"],
        version=stored["version"],
        level=Level(stored["level"]),
        kind=CampaignKind(stored["kind"]),
        k=stored["k"],
        closed_on=date.fromisoformat(stored["closed_on"]),
        hidden=_reason(stored["hidden"]),
        participation=None if participation is None else Participation(**participation),
        competencies=tuple(_competency(spoke) for spoke in stored["competencies"]),
        roll=stored["roll"],
        mean=stored["mean"],
        balance=stored["balance"],
        weakest=None if weakest is None else _weakest(weakest),
        changes=tuple(_change(change) for change in stored["changes"]),
        changes_since=None if since is None else date.fromisoformat(since),
        changes_hidden=_reason(stored["changes_hidden"]),
    )


def basis_to_json(basis: ResultBasis) -> dict[str, Any]:
    """Values that JSON knows."""
    return {**asdict(basis), "complete": sorted(basis.complete)}


def basis_from_json(stored: Stored) -> ResultBasis:
    """The basis that basis_to_json was given."""
    return ResultBasis(
        framework=stored["framework"],
        version=stored["version"],
        level=Level(stored["level"]),
        members=stored["members"],
        competencies={spoke: BasisScore(**score) for spoke, score in stored["competencies"].items()},
        topics={
            spoke: {topic: BasisScore(**score) for topic, score in topics.items()}
            for spoke, topics in stored["topics"].items()
        },
        complete=frozenset(stored.get("complete", ())),
    )


def _competency(stored: Stored) -> ReleasedCompetency:
    agreement = stored["agreement"]
    return ReleasedCompetency(
        competency=stored["competency"],
        score=_score(stored["score"]),
        facets=tuple(ReleasedFacet(**{**facet, **_part(facet)}) for facet in stored["facets"]),
        topics=tuple(
            ReleasedTopic(**{**topic, **_part(topic), "items": tuple(topic["items"])}) for topic in stored["topics"]
        ),
        statements=tuple(_statement(statement) for statement in stored["statements"]),
        coverage=None if stored["coverage"] is None else Coverage(stored["coverage"]),
        coverage_hidden=_reason(stored["coverage_hidden"]),
        agreement=None if agreement is None else ReleasedAgreement(**agreement),
    )


def _part(stored: Stored) -> dict[str, Any]:
    coverage = stored["coverage"]
    return {
        "score": _score(stored["score"]),
        "coverage": None if coverage is None else PartCoverage(coverage),
        "coverage_hidden": _reason(stored["coverage_hidden"]),
    }


def _statement(stored: Stored) -> ReleasedStatement:
    answers = stored["answers"]
    return ReleasedStatement(
        **{
            **stored,
            "score": _score(stored["score"]),
            "answers": None if answers is None else {int(value): count for value, count in answers.items()},
        }
    )


def _score(stored: Stored) -> ReleasedScore:
    return ReleasedScore(
        **{
            **stored,
            "form": Form(stored["form"]),
            "reason": _reason(stored["reason"]),
            "interval": _ends(stored["interval"]),
            "middle_half": _ends(stored["middle_half"]),
        }
    )


def _change(stored: Stored) -> ReleasedChange:
    change = stored["change"]
    return ReleasedChange(
        **{**stored, "change": None if change is None else Change(change), "interval": _ends(stored["interval"])}
    )


def _weakest(stored: Stored) -> WeakestLink:
    return WeakestLink(
        verdict=Verdict(stored["verdict"]),
        competencies=tuple(stored["competencies"]),
        lowest=tuple(stored["lowest"]),
        probabilities=stored["probabilities"],
    )


def _reason(stored: str | None) -> Reason | None:
    return None if stored is None else Reason(stored)


def _ends(stored: list[float] | None) -> tuple[float, float] | None:
    return None if stored is None else (stored[0], stored[1])
