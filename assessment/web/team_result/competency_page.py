"""One competency of a team opened up: facets, statements with their means, coverage or answers, as far as told."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.campaign import CampaignKind
from assessment.domain.framework import Framework
from assessment.domain.suppression.policy import Reason
from assessment.domain.team_result import ReleasedCompetency, ReleasedStatement, ReleasedTopic, TeamResult
from assessment.domain.wheel.group import as_profile
from assessment.languages import Language
from assessment.languages.hyphenation import hyphenate
from assessment.web.hues import hue_of
from assessment.web.result.standings import per_cent
from assessment.web.team_result.answer_columns import Answers, build_answers
from assessment.web.team_result.coverage_part import CoverageCell, part_cell, whole_cell
from assessment.web.team_result.links import FileLinks
from assessment.web.team_result.rows import Cell, mean_cell
from assessment.wording.agreement import agreement_word
from assessment.wording.footnotes import Footnote, Footnotes
from assessment.wording.group_wheel_words import group_wheel_words
from assessment.wording.scores import band_name, range_text
from assessment.wording.team_competency import anchors_text, statements_note, statements_sentence
from assessment.wording.team_scores import mean_text
from assessment.wording.team_verdict import eyebrow


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement with its mean. ``length`` is the mean in per cent, empty where it is not told.

    ``coverage`` is None for ratings of the team, ``opinions`` empty where nothing is said of agreement. ``answers``
    are the numbers of people by the values of the part.
    """

    text: str
    mean: Cell
    length: str
    coverage: CoverageCell | None
    opinions: str
    blind_spot: bool
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FacetPart:
    """Statements of one facet (``name`` is empty for those without one), its mean, and what the answers mean.

    ``differ`` is whether it is told of any of its statements how close opinions on it are.
    """

    id: str
    name: str
    mean: Cell | None
    coverage: CoverageCell | None
    anchors: str
    rows: tuple[StatementRow, ...]
    answers: Answers | None
    differ: bool


@dataclass(frozen=True, slots=True)
class TeamCompetencyPage:
    """What is told of one competency. ``heading`` is its name with soft hyphens.

    ``coverage`` is None for ratings of the team, ``opinions`` empty for self-ratings. ``reason`` says why the mean is
    not told.
    """

    disclaimer: str
    eyebrow: str
    hue: int
    heading: str
    short: str
    definition: str
    mean: str
    level: str
    range: str
    middle_half: str
    mark: str
    coverage: CoverageCell | None
    opinions: str
    sentence: str
    note: str
    themselves: bool
    parts: tuple[FacetPart, ...]
    notes: tuple[Footnote, ...]
    reason: str
    back_url: str
    files: tuple[FileLinks, ...]


def build_competency_page(
    language: Language,
    framework: Framework,
    result: TeamResult,
    competency_id: str,
    *,
    team: str,
    back_url: str,
    files: tuple[FileLinks, ...],
) -> TeamCompetencyPage:
    """The page of a competency of a result that is not hidden. Raises KeyError for an unknown competency."""
    spoke, competency = result.competency(competency_id), framework.competency(competency_id)
    teller = _Teller(language, framework, result, spoke, Footnotes(language, result.k))
    parts, score = teller.parts(), spoke.score
    return TeamCompetencyPage(
        disclaimer=language.pick(framework.disclaimer),
        eyebrow=eyebrow(language, team, result),
        hue=teller.hue,
        heading=hyphenate(language.pick(competency.name), language.locale),
        short=language.pick(competency.short),
        definition=language.pick(competency.definition),
        mean=mean_text(language, score),
        level=band_name(language, framework, score.band),
        range="" if score.interval is None else range_text(language, score.interval),
        middle_half="" if score.middle_half is None else range_text(language, score.middle_half),
        mark=group_wheel_words(language).mark(as_profile(result), competency_id),
        coverage=whole_cell(language, spoke, teller.notes) if teller.themselves else None,
        opinions="" if spoke.agreement is None else agreement_word(language, spoke.agreement),
        sentence=statements_sentence(language, result, spoke),
        note=statements_note(language, result, spoke),
        themselves=teller.themselves,
        parts=parts,
        notes=teller.notes.list_notes(),
        reason=teller.reason(),
        back_url=back_url,
        files=files,
    )


@dataclass(frozen=True, slots=True)
class _Teller:
    """Tells one spoke, collecting the notes of what is hidden."""

    language: Language
    framework: Framework
    result: TeamResult
    spoke: ReleasedCompetency
    notes: Footnotes

    @property
    def hue(self) -> int:
        return hue_of(self.framework, self.spoke.competency)

    @property
    def themselves(self) -> bool:
        return self.result.kind is CampaignKind.THEMSELVES

    def reason(self) -> str:
        """Why the mean is hidden or only a level, as a sentence of its own; empty for a number."""
        alone = Footnotes(self.language, self.result.k)
        alone.number(self.spoke.score.reason)
        return " ".join(note.sentence for note in alone.list_notes())

    def parts(self) -> tuple[FacetPart, ...]:
        """Facets in the order of the framework, then statements without one."""
        ids: list[str | None] = [facet.id for facet in self.framework.facets]
        found = (self._part(facet, self._statements_of(facet)) for facet in [*ids, None])
        return tuple(part for part in found if part.rows)

    def _statements_of(self, facet: str | None) -> list[ReleasedStatement]:
        return [one for one in self.spoke.statements if self.framework.item(one.item).facet == facet]

    def _part(self, facet_id: str | None, statements: list[ReleasedStatement]) -> FacetPart:
        facet = next((facet for facet in self.spoke.facets if facet.facet == facet_id), None)
        name = "" if facet_id is None else self.language.pick(self.framework.facet(facet_id).name)
        coverage = None
        if facet is not None and self.themselves:
            reason = facet.coverage_hidden or facet.score.reason
            coverage = part_cell(self.language, name, facet.coverage, reason, self.notes)
        answers = build_answers(self.language, self.framework, [(self.hue, one) for one in statements])
        values = () if answers is None else answers.values
        return FacetPart(
            id=facet_id or "",
            name=name,
            mean=None if facet is None else mean_cell(self.language, name, facet.score, self.notes),
            coverage=coverage,
            anchors=anchors_text(self.language, self.framework, [one.item for one in statements]),
            rows=tuple(self._row(statement, values) for statement in statements),
            answers=answers,
            differ=any(statement.differ is not None for statement in statements),
        )

    def _row(self, statement: ReleasedStatement, values: tuple[str, ...]) -> StatementRow:
        chosen = statement.answers or {}
        return StatementRow(
            text=self.language.pick(self.framework.item(statement.item).text),
            mean=mean_cell(self.language, self.language.gettext("Mean"), statement.score, self.notes),
            length=per_cent(statement.score.mean),
            coverage=self._topic_cell(statement) if self.themselves else None,
            opinions=_opinions(self.language, statement),
            blind_spot=statement.blind_spot,
            answers=tuple(str(chosen.get(int(value), "–")) for value in values),
        )

    def _topic_cell(self, statement: ReleasedStatement) -> CoverageCell | None:
        """Coverage of the topic that the statement is about; None where it is about none."""
        topic = next((topic for topic in self.spoke.topics if statement.item in topic.items), None)
        if topic is None:
            return None
        return part_cell(
            self.language, self.language.gettext("Coverage"), topic.coverage, _reason_of(topic), self.notes
        )


def _opinions(language: Language, statement: ReleasedStatement) -> str:
    if statement.differ is None:
        return "–"
    return language.gettext("Opinions differ") if statement.differ else language.gettext("Close")


def _reason_of(topic: ReleasedTopic) -> Reason | None:
    return topic.coverage_hidden or topic.score.reason
