"""Members' own level beside the level of their team or organisation, topic by topic."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.coverage import CAPABLE
from assessment.domain.group_profile import GroupKind, GroupProfile, GroupTopic
from assessment.domain.group_score import TWO_SIDED_95, GroupScore
from assessment.domain.student_t import t_quantile


class Standing(StrEnum):
    """Who masters a topic: the people but not the whole, the whole but not the people, or it cannot be told."""

    PEOPLE_CAN = "people_can"
    WHOLE_CAN = "whole_can"
    NO_TELLING = "no_telling"


@dataclass(frozen=True, slots=True)
class TopicComparison:
    """One topic rated by people about themselves (``own``) and about the team or organisation (``whole``).

    ``difference`` is own − whole in points of 0-100; it and ``standing`` are None when one of the two has no mean.
    """

    competency: str
    topic: str
    own: GroupScore
    whole: GroupScore
    difference: float | None
    standing: Standing | None


def compare_topics(own: GroupProfile, whole: GroupProfile) -> tuple[TopicComparison, ...]:
    """Every topic that both were asked about, in the order of the people's statements.

    One side can do what the other cannot when its mean is at 60 or above, the other's below, and the two are further
    apart than ``t·(SE_own + SE_whole)``, with Student's t of 95 % for the smaller of the two groups. The errors are
    added, not squared and added: the same people may have given both ratings, nobody knows which ones, and
    ``SE(a − b) ≤ SE(a) + SE(b)`` whatever the dependence (Cauchy-Schwarz). The statements differ in wording, so this is
    a hint where to look, not a measurement. Raises ValueError unless ``own`` are self-ratings, ``whole`` ratings of one
    thing, and both of the same framework and version.
    """
    if (own.kind, whole.kind) != (GroupKind.SELF_RATING, GroupKind.RATING_OF_ONE):
        raise ValueError("self-ratings are laid beside ratings of one thing")
    if (own.framework, own.version) != (whole.framework, whole.version):
        raise ValueError("only profiles of the same framework and version can be compared")
    rated = {(spoke.competency, topic.topic): topic for spoke in whole.competencies for topic in spoke.topics}
    return tuple(
        _compare(spoke.competency, topic, rated[spoke.competency, topic.topic])
        for spoke in own.competencies
        for topic in spoke.topics
        if (spoke.competency, topic.topic) in rated
    )


def _compare(competency: str, own: GroupTopic, whole: GroupTopic) -> TopicComparison:
    difference, standing = None, None
    if own.score.mean is not None and whole.score.mean is not None:
        difference = own.score.mean - whole.score.mean
        standing = _judge(own.score.mean, whole.score.mean, _margin(own.score, whole.score))
    return TopicComparison(
        competency=competency,
        topic=own.topic,
        own=own.score,
        whole=whole.score,
        difference=difference,
        standing=standing,
    )


def _margin(own: GroupScore, whole: GroupScore) -> float:
    """Difference that chance can make, whatever the dependence."""
    t = t_quantile(TWO_SIDED_95, min(own.counted, whole.counted) - 1)
    return t * ((own.standard_error or 0.0) + (whole.standard_error or 0.0))


def _judge(own: float, whole: float, margin: float) -> Standing:
    if own >= CAPABLE > whole and own - whole > margin:
        return Standing.PEOPLE_CAN
    return Standing.WHOLE_CAN if whole >= CAPABLE > own and whole - own > margin else Standing.NO_TELLING
