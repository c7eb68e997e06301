"""All figures of a team in one table of one shape, for other programs."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.domain.framework import Framework
from assessment.domain.suppression.policy import Reason
from assessment.domain.team_result import ReleasedCompetency, ReleasedScore, ReleasedStatement, TeamResult
from assessment.languages import Language
from assessment.wording.agreement import agreement_word
from assessment.wording.coverage import coverage_word, part_coverage_word
from assessment.wording.team_tables.figures import Subject, list_values, opinions_cell
from assessment.wording.team_tables.table import Cell, reason_column, reasons_cell, score_columns


def long_table(
    language: Language, framework: Framework, result: TeamResult
) -> tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]:
    """The head, and a row for each competency, facet and statement; ids of the framework beside the words."""
    subject = Subject(language, framework, result)
    values = list_values(subject)
    head = (
        language.gettext("Competency"),
        language.gettext("Facet"),
        language.gettext("Statement"),
        "id",
        *(column.head for column in score_columns(language)),
        language.gettext("Coverage") if subject.is_self_rated else language.gettext("Opinions"),
        *(language.gettext("Answer %(value)s", value=value) for value in values),
        language.gettext("Could not be judged"),
        reason_column(language).head,
    )
    return head, tuple(row for spoke in result.competencies for row in _rows(subject, spoke, values))


def _rows(subject: Subject, spoke: ReleasedCompetency, values: tuple[int, ...]) -> Iterator[tuple[Cell, ...]]:
    language, name = subject.language, subject.name(spoke.competency)
    no_answers = (None,) * len(values)
    word = None if spoke.coverage is None else coverage_word(language, spoke.coverage)
    if spoke.agreement is not None:
        word = agreement_word(language, spoke.agreement)
    why = _why(subject, spoke.score, spoke.coverage_hidden)
    yield name, None, None, spoke.competency, *subject.score(spoke.score), word, *no_answers, None, why
    for facet in spoke.facets:
        facet_name = subject.facet_name(facet.facet)
        word = None if facet.coverage is None else part_coverage_word(language, facet.coverage)
        why = _why(subject, facet.score, facet.coverage_hidden)
        yield name, facet_name, None, facet.facet, *subject.score(facet.score), word, *no_answers, None, why
    for statement in spoke.statements:
        yield name, *_statement_cells(subject, spoke, statement, values)


def _statement_cells(
    subject: Subject, spoke: ReleasedCompetency, statement: ReleasedStatement, values: tuple[int, ...]
) -> tuple[Cell, ...]:
    language, item = subject.language, subject.framework.item(statement.item)
    topic = subject.topic_of(spoke, statement)
    word = opinions_cell(language, statement)
    if topic is not None and topic.coverage is not None:
        word = part_coverage_word(language, topic.coverage)
    answers = statement.answers or {}
    return (
        subject.facet_name(item.facet),
        language.pick(item.text),
        statement.item,
        *subject.score(statement.score),
        word,
        *(answers.get(value) for value in values),
        language.gettext("by many") if statement.blind_spot else None,
        _why(subject, statement.score, None if topic is None else topic.coverage_hidden),
    )


def _why(subject: Subject, score: ReleasedScore, coverage_hidden: Reason | None) -> Cell:
    return reasons_cell(subject.language, [score.reason, coverage_hidden], subject.result.k)
