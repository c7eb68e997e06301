"""The finding of a team, what it covers or how far it agrees, what changed, and how to read all this, as tables."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.domain.released_topics import ReleasedTopicComparison
from assessment.domain.team_result import ReleasedCompetency
from assessment.wording.agreement import agreement_note, agreement_word
from assessment.wording.coverage import coverage_note, coverage_word, part_coverage_word
from assessment.wording.team_change import change_note, change_word
from assessment.wording.team_method import list_rules, team_method_notes
from assessment.wording.team_tables.figures import Subject
from assessment.wording.team_tables.table import Cell, Column, Kind, Table, reason_column, reasons_cell
from assessment.wording.team_verdict import kind_words, participation_words, team_headline, team_standfirst
from assessment.wording.topic_standing import standing_word, topics_note


def result_table(subject: Subject, team: str) -> Table:
    """The result in a few lines: whose it is, the finding, the wheel's figures."""
    language, framework, result = subject.language, subject.framework, subject.result
    asked = kind_words(language, result.kind)
    lines: list[tuple[Cell, ...]] = [
        (language.gettext("Team"), team),
        (language.gettext("Questionnaire"), f"{language.pick(framework.title)}, {framework.version}"),
        (language.gettext("Asked"), asked[:1].upper() + asked[1:]),
        (language.gettext("Closed"), language.date(result.closed_on)),
        (language.gettext("Answers"), participation_words(language, result) or None),
        (language.gettext("Finding"), team_headline(language, framework, result)),
        (None, team_standfirst(language, framework, result)),
    ]
    if result.hidden is None:
        lines += [
            (language.gettext("Roll"), result.roll),
            (language.gettext("Mean"), result.mean),
            (language.gettext("Balance"), None if result.balance is None else round(result.balance, 2)),
        ]
    if result.weakest is not None:
        names = {spoke: subject.short_name(spoke) for spoke in result.weakest.probabilities}
        lines += [
            (language.gettext("Chance of being weakest, in 100: %(name)s", name=names[spoke]), round(100 * chance))
            for spoke, chance in result.weakest.probabilities.items()
        ]
    columns = (Column(language.gettext("What"), Kind.NAME), Column(language.gettext("How it stands"), Kind.SENTENCE))
    shown = tuple(line for line in lines if line[1] is not None)
    return Table(language.gettext("Result"), language.pick(framework.disclaimer), columns, shown)


def coverage_table(subject: Subject) -> Table:
    """What members who rated themselves cover: a word for each competency and each of its facets."""
    language, result = subject.language, subject.result

    def row(spoke: ReleasedCompetency) -> tuple[Cell, ...]:
        parts = {part.facet: part.coverage for part in spoke.facets}
        told = [parts.get(facet.id) for facet in subject.framework.facets]
        words = [None if coverage is None else part_coverage_word(language, coverage) for coverage in told]
        reasons = [spoke.coverage_hidden, *(part.coverage_hidden for part in spoke.facets)]
        whole = None if spoke.coverage is None else coverage_word(language, spoke.coverage)
        return subject.name(spoke.competency), whole, *words, reasons_cell(language, reasons, result.k)

    facets = [Column(language.pick(facet.name), Kind.WORD) for facet in subject.framework.facets]
    return Table(
        title=language.gettext("What the team covers"),
        note=coverage_note(language, subject.framework),
        columns=(
            Column(language.gettext("Competency"), Kind.NAME),
            Column(language.gettext("The whole competency"), Kind.WORD),
            *facets,
            reason_column(language),
        ),
        rows=tuple(row(spoke) for spoke in result.competencies),
        spokes=tuple(range(len(result.competencies))),
    )


def agreement_table(subject: Subject) -> Table:
    """How far those who rated the team agree about each competency."""
    language, result = subject.language, subject.result

    def row(spoke: ReleasedCompetency) -> tuple[Cell, ...]:
        agreement = spoke.agreement
        if agreement is None:
            return subject.name(spoke.competency), None, None, None
        word = agreement_word(language, agreement)
        return subject.name(spoke.competency), word, agreement.deviation, agreement.r_wg

    return Table(
        title=language.gettext("How closely you agree"),
        note=agreement_note(language, result),
        columns=(
            Column(language.gettext("Competency"), Kind.NAME),
            Column(language.gettext("Opinions"), Kind.WORD),
            Column(language.gettext("Distance from the mean"), Kind.FINE),
            Column("r*wg", Kind.FINE),
        ),
        rows=tuple(row(spoke) for spoke in result.competencies),
        spokes=tuple(range(len(result.competencies))),
    )


def topics_table(subject: Subject, topics: Sequence[ReleasedTopicComparison]) -> Table:
    """Members' own level beside the team's, topic by topic."""
    language, framework = subject.language, subject.framework
    asked = {(item.competency, item.topic): item for item in reversed(framework.items_of(subject.result.level))}
    order = {spoke.id: place for place, spoke in enumerate(framework.competencies)}
    return Table(
        title=language.gettext("People and the team"),
        note=topics_note(language),
        columns=(
            Column(language.gettext("Competency"), Kind.NAME),
            Column(language.gettext("Statement"), Kind.SENTENCE),
            Column(language.gettext("People"), Kind.SCORE),
            Column(language.gettext("The team"), Kind.SCORE),
            Column(language.gettext("Difference"), Kind.SCORE),
            Column(language.gettext("What it tells"), Kind.WORD),
        ),
        rows=tuple(
            (
                subject.short_name(topic.competency),
                language.pick(asked[topic.competency, topic.topic].text),
                topic.own,
                topic.whole,
                topic.difference,
                None if topic.standing is None else standing_word(language, topic.standing),
            )
            for topic in topics
        ),
        spokes=tuple(order[topic.competency] for topic in topics),
    )


def changes_table(subject: Subject) -> Table:
    """What changed in each competency since the round before."""
    language, result = subject.language, subject.result
    order = {spoke.competency: place for place, spoke in enumerate(result.competencies)}
    return Table(
        title=language.gettext("Change"),
        note=change_note(language, result),
        columns=(
            Column(language.gettext("Competency"), Kind.NAME),
            Column(language.gettext("Earlier"), Kind.SCORE),
            Column(language.gettext("To be expected"), Kind.SCORE),
            Column(language.gettext("Now"), Kind.SCORE),
            Column(language.gettext("Moved by, from"), Kind.SCORE),
            Column(language.gettext("Moved by, to"), Kind.SCORE),
            Column(language.gettext("What it tells"), Kind.WORD),
        ),
        rows=tuple(
            (
                subject.short_name(change.competency),
                change.earlier,
                change.expected,
                result.competency(change.competency).score.mean,
                *(change.interval or (None, None)),
                change_word(language, change.change),
            )
            for change in result.changes
        ),
        spokes=tuple(order[change.competency] for change in result.changes),
    )


def reading_table(subject: Subject) -> Table:
    """How the numbers came about, and by which rules they are told."""
    language, framework, result = subject.language, subject.framework, subject.result
    about_plans = language.gettext("Development plan")
    notes = [note for note in team_method_notes(language, framework, result) if note[0] != about_plans]
    first, *others = list_rules(language, result)
    return Table(
        title=language.gettext("How to read"),
        note=language.pick(framework.disclaimer),
        columns=(
            Column(language.gettext("What"), Kind.NAME),
            Column(language.gettext("How it is meant"), Kind.SENTENCE),
        ),
        rows=(*notes, (language.gettext("Anonymity"), first), *((None, rule) for rule in others)),
    )
