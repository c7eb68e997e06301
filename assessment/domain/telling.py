"""How each figure of a competency is told, once the anonymity rules have decided about it for itself.

Those rules see to it that no sum of figures singles out a few. Here follows what sums cannot say: a mean that is
everybody's own value, or nearly; one that could be worked out from the figures around it; and the words of coverage.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from assessment.domain.coverage import Coverage, PartCoverage
from assessment.domain.group_figures import COMPETENCY, STATEMENT, GroupFigures
from assessment.domain.left_open import Word, is_coverage_open, is_number_open, lattice_of
from assessment.domain.suppression.linked import Figure
from assessment.domain.suppression.policy import Reason
from assessment.domain.suppression.release import FigureRelease, Form
from assessment.domain.suppression.span import Row, Span

_EXACT = 1e-9


@dataclass(frozen=True, slots=True)
class Telling:
    """One figure. ``reason`` is None for a number; ``coverage_hidden`` says why its word of coverage is not told.

    ``spread`` and ``people`` as in ``FigureRelease``.
    """

    form: Form
    reason: Reason | None
    spread: bool
    people: int | None
    coverage_hidden: Reason | None


def decide_telling(figures: GroupFigures, decided: Mapping[str, FigureRelease]) -> dict[str, Telling]:
    """How the figures of one competency are told, by figure id.

    ``decided`` is what the anonymity rules say of each. Why a figure is told as a level only, be it that all agree or
    that they could, is never told apart: every such reason becomes SAYS_TOO_MUCH. A competency told in this way has
    no parts; around a part that is, one more is withheld wherever it could be worked out from those around it.
    """
    views = [_View(one, figures.steps[one.id], decided[one.id]) for one in figures.figures]
    whole, parts = views[0], views[1:]
    if whole.is_level:
        return {whole.id: whole.tell()} | {one.id: one.withhold() for one in parts}
    withheld = _list_derivable(views)
    return {one.id: one.withhold() if one.id in withheld else one.tell() for one in views}


class _View:
    """One figure with what has been decided about it."""

    def __init__(self, figure: Figure, steps: frozenset[int], decided: FigureRelease) -> None:
        self.id = figure.id
        self.parts = figure.parts
        self._decided = decided
        self._depth = figure.depth
        self._people = len(figure.values)
        self._mean = sum(figure.values.values()) / self._people if figure.values else 0.0
        self._lattice = lattice_of(steps) if figure.values else None

    @property
    def is_level(self) -> bool:
        """Whether it is told as a level because the number would say too much."""
        return self._is_to_tell and (self._agrees or self._is_pinned or self._could_be_everybodys)

    @property
    def is_told(self) -> bool:
        """Whether its mean is known or does no harm: it is a number, or one that could be everybody's answer."""
        return self._is_to_tell and not self.is_protected

    @property
    def is_protected(self) -> bool:
        """Whether its mean must not be worked out from what is told around it."""
        if self._decided.reason is Reason.SKIPPED_STATEMENTS:
            return self._is_pinned
        return self._is_to_tell and (self._is_pinned or (self._agrees and self._depth < STATEMENT))

    def tell(self) -> Telling:
        decided = self._decided
        if not self._is_to_tell:
            return Telling(decided.form, decided.reason, decided.spread, decided.people, decided.reason)
        coverage_hidden = None if self._are_words_open else Reason.SAYS_TOO_MUCH
        if self.is_level:
            return Telling(Form.BAND, Reason.SAYS_TOO_MUCH, False, decided.people, coverage_hidden)
        return Telling(Form.NUMBER, None, decided.spread, decided.people, coverage_hidden)

    def withhold(self) -> Telling:
        reason = self._decided.reason if self._decided.form is Form.HIDDEN else Reason.SAYS_TOO_MUCH
        return Telling(Form.HIDDEN, reason, spread=False, people=None, coverage_hidden=reason)

    @property
    def _is_to_tell(self) -> bool:
        return self._decided.reason in (None, Reason.ALL_AGREE)

    @property
    def _agrees(self) -> bool:
        return self._decided.reason is Reason.ALL_AGREE

    @property
    def _is_pinned(self) -> bool:
        """Whether the mean leaves little of anybody's value open. The level then implies the word of coverage."""
        return self._lattice is not None and not is_number_open(self._mean, self._people, self._lattice)

    @property
    def _could_be_everybodys(self) -> bool:
        """Whether a statement's mean is one of its answers: all may agree, and nobody shall know whether they do."""
        if self._depth < STATEMENT or self._lattice is None:
            return False
        steps = self._mean / self._lattice.step
        return abs(steps - round(steps)) < _EXACT

    @property
    def _are_words_open(self) -> bool:
        if self._is_pinned or self._lattice is None:
            return self._is_pinned
        words: tuple[Word, ...] = tuple(Coverage) if self._depth == COMPETENCY else tuple(PartCoverage)
        known = self._agrees and self._depth < STATEMENT
        return not known and is_coverage_open(self._mean, self._people, self._lattice, words)


def _list_derivable(views: Sequence[_View]) -> frozenset[str]:
    """Figures to withhold, so that no combination of what is told is one of protected figures alone.

    Means are taken as sums over statements, as if everybody had rated all: that some did not makes an equation a
    little less exact, and no less telling. What is told first stays, so the last statement of a facet goes first; the
    competency stays in any case.
    """
    secret = [_row(one, views) for one in views if one.is_protected]
    if not secret:
        return frozenset()
    told = Span(dict.fromkeys(range(len(_statements(views))), 1))
    withheld = set()
    for one in views:
        if not one.is_told:
            continue
        wider = told.with_rows([_row(one, views)])
        tells_nothing_new = wider.rank == told.rank
        keeps_secrets = wider.with_rows(secret).rank > told.with_rows(secret).rank
        if tells_nothing_new or keeps_secrets or one is views[0]:
            told = wider
        else:
            withheld.add(one.id)
    return frozenset(withheld)


def _statements(views: Sequence[_View]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for one in views for part in one.parts))


def _row(one: _View, views: Sequence[_View]) -> Row:
    columns = {statement: column for column, statement in enumerate(_statements(views))}
    return {columns[part]: Fraction(weight) for part, weight in one.parts.items()}
