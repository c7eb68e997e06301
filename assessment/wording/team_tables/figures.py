"""Means of competencies, facets and statements as tables."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.framework import Framework
from assessment.domain.group_profile import GroupKind, kind_of
from assessment.domain.team_result import (
    ReleasedCompetency,
    ReleasedScore,
    ReleasedStatement,
    ReleasedTopic,
    TeamResult,
)
from assessment.languages import Language
from assessment.wording.coverage import part_coverage_word
from assessment.wording.names import short_name
from assessment.wording.scores import band_name
from assessment.wording.team_scores import table_note
from assessment.wording.team_tables.table import (
    Cell,
    Column,
    Kind,
    Table,
    reason_column,
    reasons_cell,
    score_cells,
    score_columns,
)


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose figures, in which words."""

    language: Language
    framework: Framework
    result: TeamResult

    @property
    def is_self_rated(self) -> bool:
        return kind_of(self.result.level) is GroupKind.SELF_RATING

    @property
    def marked(self) -> frozenset[str]:
        """The lowest competencies, where they are told."""
        return frozenset(() if self.result.weakest is None else self.result.weakest.lowest)

    def name(self, competency: str) -> str:
        return self.language.pick(self.framework.competency(competency).name)

    def short_name(self, competency: str) -> str:
        return short_name(self.language, self.framework, competency)

    def facet_name(self, facet: str | None) -> str | None:
        return None if facet is None else self.language.pick(self.framework.facet(facet).name)

    def topic_of(self, spoke: ReleasedCompetency, statement: ReleasedStatement) -> ReleasedTopic | None:
        """The topic that the statement belongs to."""
        return next((topic for topic in spoke.topics if statement.item in topic.items), None)

    def score(self, score: ReleasedScore) -> tuple[Cell, ...]:
        level = "" if score.band is None else band_name(self.language, self.framework, score.band)
        return score_cells(score, level)


def competencies_table(subject: Subject) -> Table:
    """A row for each competency, in the order of the framework."""
    language, result = subject.language, subject.result
    return Table(
        title=language.gettext("Competencies"),
        note=table_note(language, result),
        columns=(
            Column(language.gettext("Competency"), Kind.NAME),
            *score_columns(language),
            reason_column(language),
        ),
        rows=tuple(
            (
                subject.name(spoke.competency),
                *subject.score(spoke.score),
                reasons_cell(language, [spoke.score.reason], result.k),
            )
            for spoke in result.competencies
        ),
        spokes=tuple(range(len(result.competencies))),
        marked=_list_marked(subject, [spoke.competency for spoke in result.competencies]),
    )


def facets_table(subject: Subject) -> Table:
    """A row for each facet of each competency."""
    language, result = subject.language, subject.result
    parts = [(place, spoke, facet) for place, spoke in enumerate(result.competencies) for facet in spoke.facets]
    return Table(
        title=language.gettext("Facets"),
        note=table_note(language, result),
        columns=(
            Column(language.gettext("Competency"), Kind.NAME),
            Column(language.gettext("Facet"), Kind.WORD),
            *score_columns(language),
            reason_column(language),
        ),
        rows=tuple(
            (
                subject.short_name(spoke.competency),
                subject.facet_name(facet.facet),
                *subject.score(facet.score),
                reasons_cell(language, [facet.score.reason], result.k),
            )
            for _, spoke, facet in parts
        ),
        spokes=tuple(place for place, _, _ in parts),
        marked=_list_marked(subject, [spoke.competency for _, spoke, _ in parts]),
    )


def statements_table(subject: Subject) -> Table:
    """A row for each statement in the order asked, with the coverage of its topic, or how its raters answered."""
    language, result = subject.language, subject.result
    parts = [(place, spoke, one) for place, spoke in enumerate(result.competencies) for one in spoke.statements]
    own = (
        (Column(language.gettext("Coverage"), Kind.WORD),)
        if subject.is_self_rated
        else (Column(language.gettext("Opinions"), Kind.WORD), *_answer_columns(subject))
    )
    return Table(
        title=language.gettext("Statements"),
        note=table_note(language, result),
        columns=(
            Column(language.gettext("Competency"), Kind.NAME),
            Column(language.gettext("Facet"), Kind.WORD),
            Column(language.gettext("Statement"), Kind.SENTENCE),
            *score_columns(language),
            *own,
            Column(language.gettext("Could not be judged"), Kind.WORD),
            reason_column(language),
        ),
        rows=tuple(_statement_row(subject, spoke, one) for _, spoke, one in parts),
        spokes=tuple(place for place, _, _ in parts),
        marked=_list_marked(subject, [spoke.competency for _, spoke, _ in parts]),
    )


def _statement_row(subject: Subject, spoke: ReleasedCompetency, statement: ReleasedStatement) -> tuple[Cell, ...]:
    language, item = subject.language, subject.framework.item(statement.item)
    topic = subject.topic_of(spoke, statement)
    coverage = None if topic is None else topic.coverage
    reasons = [statement.score.reason, None if topic is None else topic.coverage_hidden]
    if subject.is_self_rated:
        own: tuple[Cell, ...] = (None if coverage is None else part_coverage_word(language, coverage),)
    else:
        own = (opinions_cell(language, statement), *_answers(subject, statement))
    return (
        subject.short_name(spoke.competency),
        subject.facet_name(item.facet),
        language.pick(item.text),
        *subject.score(statement.score),
        *own,
        language.gettext("by many") if statement.blind_spot else None,
        reasons_cell(language, reasons, subject.result.k),
    )


def opinions_cell(language: Language, statement: ReleasedStatement) -> Cell:
    """Whether opinions about a statement differ, where that is told."""
    if statement.differ is None:
        return None
    return language.gettext("Opinions differ") if statement.differ else language.gettext("Close")


def list_values(subject: Subject) -> tuple[int, ...]:
    """All scale points of which it is told how many chose them."""
    told = [one.answers for spoke in subject.result.competencies for one in spoke.statements if one.answers is not None]
    return tuple(sorted({value for answers in told for value in answers}))


def _answer_columns(subject: Subject) -> tuple[Column, ...]:
    return tuple(
        Column(subject.language.gettext("Answer %(value)s", value=value), Kind.COUNT) for value in list_values(subject)
    )


def _answers(subject: Subject, statement: ReleasedStatement) -> tuple[Cell, ...]:
    answers = statement.answers or {}
    return tuple(answers.get(value) for value in list_values(subject))


def _list_marked(subject: Subject, competencies: list[str]) -> frozenset[int]:
    return frozenset(row for row, competency in enumerate(competencies) if competency in subject.marked)
