"""Why a cell is hidden: a number in the cell, and a sentence for each number below the table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from assessment.domain.suppression.policy import Reason
from assessment.languages import Language
from assessment.wording.suppressed import hidden_sentence


@dataclass(frozen=True, slots=True)
class Footnote:
    """One reason: its number in the cells, and the sentence."""

    number: str
    sentence: str


@dataclass(slots=True)
class Footnotes:
    """The notes of one table, numbered as its cells ask for them. ``k``: fewest people a figure is about."""

    language: Language
    k: int
    reasons: list[Reason] = field(default_factory=list)

    def number(self, reason: Reason | None) -> str:
        """The number that stands in a cell; empty for one that is told whole."""
        if reason is None:
            return ""
        if reason not in self.reasons:
            self.reasons.append(reason)
        return str(self.reasons.index(reason) + 1)

    def list_notes(self) -> tuple[Footnote, ...]:
        """The sentences of all numbers given so far."""
        return tuple(
            Footnote(str(number), hidden_sentence(self.language, reason, self.k))
            for number, reason in enumerate(self.reasons, start=1)
        )


def reasons_note(language: Language, k: int, reasons: Iterable[Reason | None]) -> str:
    """Why something of a picture is hidden or told as a level only: each reason once; empty where all is told."""
    notes = Footnotes(language, k)
    for reason in reasons:
        notes.number(reason)
    reasons_told = " ".join(note.sentence for note in notes.list_notes())
    return language.gettext("Not everything is shown. %(reasons)s", reasons=reasons_told) if reasons_told else ""
