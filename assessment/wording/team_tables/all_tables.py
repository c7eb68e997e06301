"""Every table of a team's result, in the order in which the page tells it."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.domain.framework import Framework
from assessment.domain.released_topics import ReleasedTopicComparison
from assessment.domain.team_result import TeamResult
from assessment.languages import Language
from assessment.wording.team_tables.figures import Subject, competencies_table, facets_table, statements_table
from assessment.wording.team_tables.findings import (
    agreement_table,
    changes_table,
    coverage_table,
    reading_table,
    result_table,
    topics_table,
)
from assessment.wording.team_tables.table import Table


def list_team_tables(
    language: Language,
    framework: Framework,
    result: TeamResult,
    *,
    team: str,
    topics: Sequence[ReleasedTopicComparison] = (),
) -> tuple[Table, ...]:
    """Everything that is told, and nothing else. Of a hidden result only why it is hidden and by which rules."""
    subject = Subject(language, framework, result)
    tables = [result_table(subject, team)]
    if result.hidden is None:
        tables.append(competencies_table(subject))
        tables += [facets_table(subject)] if framework.facets else []
        tables.append(statements_table(subject))
        tables.append(coverage_table(subject) if subject.is_self_rated else agreement_table(subject))
        tables += [topics_table(subject, topics)] if topics else []
        tables += [changes_table(subject)] if result.changes else []
    return (*tables, reading_table(subject))
