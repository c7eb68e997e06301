"""What people can do themselves beside what the team can, topic by topic, in words."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.domain.released_topics import ReleasedTopicComparison
from assessment.domain.suppression.policy import SPREAD_FROM
from assessment.domain.topic_comparison import Standing
from assessment.languages import Language


def standing_word(language: Language, standing: Standing | None) -> str:
    """Who masters a topic, for a table."""
    return {
        Standing.PEOPLE_CAN: language.gettext("People can, the team does not"),
        Standing.WHOLE_CAN: language.gettext("The team can, people by themselves do not"),
        Standing.NO_TELLING: language.gettext("Nothing to tell them apart"),
        None: "–",
    }[standing]


def topics_sentence(language: Language, topics: Sequence[ReleasedTopicComparison]) -> str:
    """About how many topics it can be told that one side masters them and the other does not."""
    if all(topic.standing is None for topic in topics):
        return language.gettext(
            "Who masters a topic is shown where %(n)s people or more answered both campaigns.", n=SPREAD_FROM
        )
    people = sum(topic.standing is Standing.PEOPLE_CAN for topic in topics)
    whole = sum(topic.standing is Standing.WHOLE_CAN for topic in topics)
    sentences = []
    if people:
        sentences.append(
            language.ngettext(
                "%(n)s topic people master by themselves, and the team does not use it yet.",
                "%(n)s topics people master by themselves, and the team does not use them yet.",
                people,
            )
        )
    if whole:
        sentences.append(
            language.ngettext(
                "%(n)s topic the team masters, though people by themselves do not.",
                "%(n)s topics the team masters, though people by themselves do not.",
                whole,
            )
        )
    none = language.gettext(
        "There is no topic of which we can say that people can and the team cannot, or the reverse."
    )
    return " ".join(sentences) or none


def topics_note(language: Language) -> str:
    """How far to trust it."""
    return language.gettext(
        "Two campaigns whose statements are worded differently: a hint where to look, not a measurement. Means from 0 "
        "to 100."
    )
