"""Members' own level beside the level of their team, topic by topic, from what two campaigns told."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.framework import Framework
from assessment.domain.result_basis import BasisScore, ResultBasis, profile_of
from assessment.domain.suppression.agreement import round_mean
from assessment.domain.topic_comparison import Standing, TopicComparison, compare_topics


@dataclass(frozen=True, slots=True)
class ReleasedTopicComparison:
    """One topic that both campaigns told as a number, 0-100 to one decimal.

    ``difference`` is own − whole. ``standing``, who masters it, rests on spread: None where one of the two campaigns
    may not tell it.
    """

    competency: str
    topic: str
    own: float
    whole: float
    difference: float
    standing: Standing | None


def release_topics(framework: Framework, own: ResultBasis, whole: ResultBasis) -> tuple[ReleasedTopicComparison, ...]:
    """Every topic that both told, in the order in which people were asked about themselves.

    ``own`` are self-ratings, ``whole`` ratings of the team. Nothing of two versions of a framework, whose statements
    differ.
    """
    if (own.framework, own.version) != (whole.framework, whole.version):
        return ()
    compared = compare_topics(profile_of(own, framework), profile_of(whole, framework))
    return tuple(
        _release(one, own.topics[one.competency][one.topic], whole.topics[one.competency][one.topic])
        for one in compared
    )


def _release(one: TopicComparison, own: BasisScore, whole: BasisScore) -> ReleasedTopicComparison:
    spread = own.error is not None and whole.error is not None
    return ReleasedTopicComparison(
        competency=one.competency,
        topic=one.topic,
        own=own.mean,
        whole=whole.mean,
        difference=round_mean(own.mean - whole.mean),
        standing=one.standing if spread else None,
    )
