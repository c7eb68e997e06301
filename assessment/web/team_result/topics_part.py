"""What people can do beside what the team can: rows of two tables, what can be told first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.domain.framework import Framework, Level
from assessment.domain.released_topics import ReleasedTopicComparison
from assessment.domain.topic_comparison import Standing
from assessment.languages import Language
from assessment.web.hues import hue_of
from assessment.wording.topic_standing import standing_word, topics_note, topics_sentence

_TELLING = {Standing.PEOPLE_CAN, Standing.WHOLE_CAN}


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One topic by the statement people rated about themselves; both means, and who masters it."""

    hue: int
    statement: str
    own: str
    whole: str
    word: str


@dataclass(frozen=True, slots=True)
class TopicsPart:
    """The section: topics of which something can be told, and all the others."""

    sentence: str
    note: str
    telling: tuple[TopicRow, ...]
    others: tuple[TopicRow, ...]


def build_topics(
    language: Language, framework: Framework, topics: Sequence[ReleasedTopicComparison]
) -> TopicsPart | None:
    """None without a second round to lay beside this one."""
    if not topics:
        return None
    statements = {
        (item.competency, item.topic): language.pick(item.text)
        for item in reversed(framework.items_of(Level.INDIVIDUAL))  # the first of a topic speaks for it
    }

    def rows(*, telling: bool) -> tuple[TopicRow, ...]:
        return tuple(
            TopicRow(
                hue=hue_of(framework, topic.competency),
                statement=statements[topic.competency, topic.topic],
                own=language.whole(topic.own),
                whole=language.whole(topic.whole),
                word=standing_word(language, topic.standing),
            )
            for topic in topics
            if (topic.standing in _TELLING) is telling
        )

    return TopicsPart(
        sentence=topics_sentence(language, topics),
        note=topics_note(language),
        telling=rows(telling=True),
        others=rows(telling=False),
    )
