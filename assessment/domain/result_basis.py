"""What of a published result later comparisons are computed from: released figures, and nothing that was not told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from assessment.domain.framework import Framework, Level, Measurement
from assessment.domain.group_profile import GroupCompetency, GroupProfile, GroupTopic
from assessment.domain.group_score import GroupScore
from assessment.domain.profile import Verdict, WeakestLink
from assessment.domain.suppression.policy import Policy
from assessment.domain.team_result import ReleasedCompetency, ReleasedScore


@dataclass(frozen=True, slots=True)
class BasisScore:
    """A mean that was told as a number, 0-100 to one decimal.

    ``error``: its standard error to two decimals where spread was told, else None. ``people``: how many it is the mean
    of where that was told, else the fewest it can be.
    """

    mean: float
    error: float | None
    people: int


@dataclass(frozen=True, slots=True)
class ResultBasis:
    """Scores by competency, and by competency and topic, of one published result; what was not told is absent.

    ``members`` are the people asked. ``complete`` names the competencies of which every one of them rated every
    statement.
    """

    framework: str
    version: str
    level: Level
    members: int
    competencies: Mapping[str, BasisScore]
    topics: Mapping[str, Mapping[str, BasisScore]]
    complete: frozenset[str] = frozenset()


def basis_of(
    profile: GroupProfile,
    spokes: Sequence[ReleasedCompetency],
    policy: Policy,
    complete: frozenset[str] = frozenset(),
) -> ResultBasis:
    """What may be built upon of a result: the told means of ``spokes``, and errors where their spread was told."""

    def keep(released: ReleasedScore, score: GroupScore) -> BasisScore | None:
        if released.mean is None:
            return None
        spread = released.interval is not None and score.standard_error is not None
        error = round(score.standard_error or 0.0, 2) if spread else None
        return BasisScore(released.mean, error, released.people or (policy.spread_from if spread else policy.k))

    pairs = [(spoke, profile.competency(spoke.competency)) for spoke in spokes]
    competencies = {told.competency: keep(told.score, own.score) for told, own in pairs}
    topics = {
        told.competency: {
            topic.topic: keep(topic.score, score.score) for topic, score in zip(told.topics, own.topics, strict=True)
        }
        for told, own in pairs
    }
    return ResultBasis(
        framework=profile.framework,
        version=profile.version,
        level=profile.level,
        members=profile.members,
        competencies={key: score for key, score in competencies.items() if score is not None},
        topics={
            key: {topic: score for topic, score in of_topic.items() if score is not None}
            for key, of_topic in topics.items()
        },
        complete=complete,
    )


def profile_of(basis: ResultBasis, framework: Framework) -> GroupProfile:
    """A group profile with the scores of the basis and nothing else, to be compared with another one.

    Where spread was not told the error is that of measurement alone; no verdict may rest on it.
    """
    return GroupProfile(
        framework=basis.framework,
        version=basis.version,
        level=basis.level,
        members=basis.members,
        answered=basis.members,
        competencies=tuple(
            GroupCompetency(
                competency=spoke.id,
                score=_group_score(basis.competencies.get(spoke.id), framework.measurement),
                band=None,
                facets=(),
                topics=tuple(_topics(basis, spoke.id, framework)),
                coverage=None,
                agreement=None,
                blind_spots={},
            )
            for spoke in framework.competencies
        ),
        roll=None,
        mean=None,
        balance=None,
        weakest=WeakestLink(Verdict.INSUFFICIENT, (), (), {}),
    )


def least_error(measurement: Measurement, people: int) -> float:
    """The standard error of a mean over so many people that measurement alone makes: it tells nothing of them."""
    return measurement.sem / sqrt(people)


def _topics(basis: ResultBasis, competency: str, framework: Framework) -> Iterable[GroupTopic]:
    for topic, score in basis.topics.get(competency, {}).items():
        yield GroupTopic(topic, (), _group_score(score, framework.measurement), None)


def _group_score(score: BasisScore | None, measurement: Measurement) -> GroupScore:
    if score is None:
        return GroupScore(None, None, None, None, counted=0, left_out=0)
    error = least_error(measurement, score.people) if score.error is None else score.error
    return GroupScore(score.mean, error, None, None, counted=score.people, left_out=0)
