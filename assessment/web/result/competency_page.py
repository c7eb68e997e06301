"""One competency opened up: every answer, its value, and the formulas with the real numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.domain.answers import AnswerValue
from assessment.domain.framework import Framework, Item
from assessment.domain.profile import CompetencyScore
from assessment.domain.ratings import list_ratings
from assessment.languages import Language
from assessment.languages.hyphenation import hyphenate
from assessment.use_cases.show_result import AssessmentResult
from assessment.web.hues import hue_of
from assessment.web.result.answer_rows import AnswerRow, build_answer_row
from assessment.web.result.competency_formulas import (
    facet_formula,
    level_formula,
    range_formula,
    score_formula,
)
from assessment.web.result.formulas import Formula
from assessment.wording.probability import share_text
from assessment.wording.scores import band_name, partial_note, range_text, score_text
from assessment.wording.wheel_words import wheel_words


@dataclass(frozen=True, slots=True)
class FacetPart:
    """The statements of one facet (``name`` is empty for a framework without facets) and its score with its steps."""

    id: str
    name: str
    score: str
    formula: Formula | None
    rows: tuple[AnswerRow, ...]


@dataclass(frozen=True, slots=True)
class CompetencyPage:
    """The answers and formulas behind the numbers of one spoke. ``heading`` is its name with soft hyphens."""

    assessment_id: str
    disclaimer: str
    hue: int
    name: str
    heading: str
    short: str
    definition: str
    score: str
    has_score: bool
    band: str
    range: str
    mark: str
    caution: str
    chance: str
    formulas: tuple[Formula, ...]
    parts: tuple[FacetPart, ...]


def build_competency_page(language: Language, result: AssessmentResult, competency_id: str) -> CompetencyPage:
    """Raises KeyError for a competency that the framework does not have."""
    framework, profile = result.framework, result.profile
    competency = framework.competency(competency_id)
    spoke = profile.competency(competency_id)
    chance = profile.weakest.probabilities.get(competency_id)
    return CompetencyPage(
        assessment_id=result.record.id,
        disclaimer=language.pick(framework.disclaimer),
        hue=hue_of(framework, competency_id),
        name=language.pick(competency.name),
        heading=hyphenate(language.pick(competency.name), language.locale),
        short=language.pick(competency.short),
        definition=language.pick(competency.definition),
        score=score_text(language, spoke.score),
        has_score=spoke.score is not None,
        band=band_name(language, framework, spoke.band),
        range=range_text(language, spoke.interval),
        mark=wheel_words(language).mark(profile, competency_id),
        caution=partial_note(language, spoke),
        chance="" if chance is None else share_text(language, chance),
        formulas=_formulas(language, result, spoke),
        parts=_parts(language, result, spoke),
    )


def _formulas(language: Language, result: AssessmentResult, spoke: CompetencyScore) -> tuple[Formula, ...]:
    framework = result.framework
    ratings = list_ratings(framework, result.sheet, spoke.competency)
    first = score_formula(language, spoke, ratings)
    if spoke.score is None or spoke.interval is None:
        return (first,)
    return (
        first,
        range_formula(language, spoke.score, spoke.interval, framework.measurement.sem),
        level_formula(language, framework, spoke.score),
    )


def _parts(language: Language, result: AssessmentResult, spoke: CompetencyScore) -> tuple[FacetPart, ...]:
    framework, sheet = result.framework, result.sheet
    items = framework.items_of(sheet.level, spoke.competency)
    needed = {blocker.item: blocker.needed for blocker in result.profile.blockers}
    ratings = list_ratings(framework, sheet, spoke.competency)
    parts = []
    for facet in spoke.facets:
        name = language.pick(framework.facet(facet.facet).name)
        rated = [rating for rating in ratings if rating.item.facet == facet.facet]
        own = [item for item in items if item.facet == facet.facet]
        parts.append(
            FacetPart(
                id=facet.facet,
                name=name,
                score=score_text(language, facet.score),
                formula=facet_formula(language, facet, name, rated),
                rows=_rows(language, framework, own, sheet.values, needed),
            )
        )
    rest = [item for item in items if item.facet is None]
    if rest:
        parts.append(FacetPart("", "", "", None, _rows(language, framework, rest, sheet.values, needed)))
    return tuple(parts)


def _rows(
    language: Language,
    framework: Framework,
    items: Sequence[Item],
    values: Mapping[str, AnswerValue],
    needed: Mapping[str, int],
) -> tuple[AnswerRow, ...]:
    return tuple(
        build_answer_row(language, item, framework.scale_of(item), values.get(item.id), needed.get(item.id))
        for item in items
    )
