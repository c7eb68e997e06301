"""Why the weakest competency holds the others back, what keeps it from its next level, and what can be built on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assessment.domain.framework import Framework
from assessment.domain.profile import Profile
from assessment.languages import Language
from assessment.web.hues import hue_of
from assessment.wording.blockers import BlockerWords, blocker_words, blockers_intro
from assessment.wording.names import short_name
from assessment.wording.scores import list_strengths, strength_sentence

_ROWS_AT_ONCE = 8
"""Blockers of several tied competencies that stand open together; of more, each competency opens on its own."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one competency holds the others back."""

    hue: int
    name: str
    why: str
    url: str


@dataclass(frozen=True, slots=True)
class Strength:
    """A spoke to build on, and what is firm in it."""

    hue: int
    name: str
    said: str
    url: str


@dataclass(frozen=True, slots=True)
class BlockerRow:
    """A statement that would have to rise, and the place where its answer is opened."""

    words: BlockerWords
    url: str


@dataclass(frozen=True, slots=True)
class NextLevel:
    """Blockers of one competency, lowest first. ``is_open``: shown at once, as there are few."""

    hue: int
    name: str
    is_open: bool
    intro: str
    rows: tuple[BlockerRow, ...]


def build_reasons(
    language: Language, framework: Framework, profile: Profile, address: Callable[[str], str]
) -> tuple[Reason, ...]:
    """One reason for each competency the verdict names; none for an even or incomplete wheel."""
    return tuple(
        Reason(
            hue=hue_of(framework, spoke),
            name=short_name(language, framework, spoke),
            why=language.pick(framework.competency(spoke).why),
            url=address(spoke),
        )
        for spoke in profile.weakest.competencies
    )


def build_strengths(
    language: Language, framework: Framework, profile: Profile, address: Callable[[str], str]
) -> tuple[Strength, ...]:
    """What can be built on, strongest first; none where no spoke stands out or all are at the top."""
    return tuple(
        Strength(
            hue=hue_of(framework, spoke.competency),
            name=short_name(language, framework, spoke.competency),
            said=strength_sentence(language, framework, spoke),
            url=address(spoke.competency),
        )
        for spoke in list_strengths(framework, profile)
    )


def build_next_levels(
    language: Language, framework: Framework, profile: Profile, address: Callable[[str], str]
) -> tuple[NextLevel, ...]:
    """What blocks each lowest competency; a highest level has nothing above it and gives no rows."""
    lowest = profile.weakest.lowest
    return tuple(
        NextLevel(
            hue=hue_of(framework, spoke),
            name=short_name(language, framework, spoke),
            is_open=len(profile.blockers) <= _ROWS_AT_ONCE,
            intro=blockers_intro(language, framework, profile, spoke),
            rows=tuple(
                BlockerRow(blocker_words(language, framework, blocker), f"{address(spoke)}#{blocker.item}")
                for blocker in profile.blockers
                if blocker.competency == spoke
            ),
        )
        for spoke in lowest
    )
