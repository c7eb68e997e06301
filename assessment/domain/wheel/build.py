"""From a profile to the geometry of its wheel."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.domain.framework import Framework
from assessment.domain.profile import CompetencyScore, Profile
from assessment.domain.wheel.angles import score_radius
from assessment.domain.wheel.blocks import lowest_point, name_blocks
from assessment.domain.wheel.facet_numbers import whole, write_facets
from assessment.domain.wheel.facets import divide_spokes
from assessment.domain.wheel.frame import build_frame, find_runs
from assessment.domain.wheel.hub import write_hub
from assessment.domain.wheel.label import Drawn, LabelWords
from assessment.domain.wheel.layers import fill_spokes, score_arcs, weak_rims
from assessment.domain.wheel.measures import MEASURES, Measures, WheelForm
from assessment.domain.wheel.name_list import list_top, place_in_list
from assessment.domain.wheel.parts import ArcText, Spoke, Wheel
from assessment.domain.wheel.rows import place_in_rows
from assessment.domain.wheel.sides import place_around
from assessment.domain.wheel.view import view_around
from assessment.domain.wheel.words import WheelWords

MOST_NAMED = 6
"""With more spokes than that, numbers stand at the rim and names in a list below."""


def build_wheel(profile: Profile, framework: Framework, words: WheelWords, form: WheelForm) -> Wheel:
    """Geometry of a profile's wheel for three to twelve spokes, in the language of ``words``.

    A spoke without a score stays empty and says so. The lowest spokes are always marked, all of them when all are
    equal; only the words of the mark change with the verdict. Raises KeyError if the framework is not the profile's or
    lacks the locale.
    """
    label_words = [_label_words(place, profile, framework, words) for place in range(len(profile.competencies))]
    return assemble_wheel(profile, framework, words, form, label_words)


def assemble_wheel(
    profile: Profile, framework: Framework, words: WheelWords, form: WheelForm, label_words: Sequence[LabelWords]
) -> Wheel:
    """The wheel of a profile with ``label_words``, one for each of its spokes, beside them."""
    measures, scores = MEASURES[form], profile.competencies
    lowest = {place for place, score in enumerate(scores) if score.competency in profile.weakest.lowest}
    runs = find_runs([framework.competency(score.competency).block for score in scores])
    parts = divide_spokes(profile, framework, words.locale, measures)
    guides = tuple(band.lower for band in framework.bands if 0 < band.lower < 100)
    frame = build_frame(form, tuple(len(divided) or 1 for divided in parts), guides, runs)
    block_names = name_blocks(framework, words.locale, form, runs, frame.brackets)
    labels, top = _place_labels(form, measures, label_words, block_names)
    return Wheel(
        form=form,
        measures=measures,
        view=view_around(measures, (*labels.bars, *labels.flags), labels.texts, top),
        spokes=tuple(_describe(word, score) for word, score in zip(label_words, scores, strict=True)),
        facet_names=tuple(part.name for part in next(filter(None, parts), ())),
        tracks=frame.tracks,
        guides=frame.guides,
        bands=(),
        fills=fill_spokes(measures, frame.tracks, scores, parts),
        cuts=frame.cuts,
        seams=frame.seams,
        roll=None if profile.roll is None else score_radius(measures, profile.roll),
        scores=score_arcs(measures, frame.tracks, scores),
        boxes=(),
        facets=write_facets(measures, [part for divided in parts for part in divided if part.counted], lowest),
        axis=frame.axis,
        weak_rims=weak_rims(measures, frame.tracks, lowest),
        brackets=frame.brackets,
        block_names=block_names,
        hub=measures.hub - 3,
        hub_texts=write_hub(measures, words, None if profile.roll is None else whole(profile.roll)),
        bars=labels.bars,
        flags=labels.flags,
        labels=labels.texts,
    )


def _label_words(position: int, profile: Profile, framework: Framework, words: WheelWords) -> LabelWords:
    score = profile.competencies[position]
    return LabelWords(
        spoke=position,
        name=framework.competency(score.competency).short[words.locale],
        score=None if score.score is None else whole(score.score),
        level="" if score.band is None else framework.band(score.band).name[words.locale],
        no_score=words.no_score,
        flag=words.mark(profile, score.competency),
    )


def _describe(words: LabelWords, score: CompetencyScore) -> Spoke:
    said = f"{words.name}: {words.no_score}" if words.score is None else f"{words.name} {words.score}, {words.level}"
    said += f". {words.flag}" if words.flag else ""
    return Spoke(words.spoke, score.competency, said, lowest=bool(words.flag))


def _place_labels(
    form: WheelForm, measures: Measures, words: Sequence[LabelWords], block_names: Sequence[ArcText]
) -> tuple[Drawn, float | None]:
    """The labels, and the upper edge of what must be visible where they leave the form's own."""
    labels = None
    if len(words) <= MOST_NAMED and form is WheelForm.WIDE:
        labels = place_around(measures, words)
    elif len(words) <= MOST_NAMED:
        labels = place_in_rows(measures, words, lowest_point(measures, block_names))
    if labels is not None:
        return labels, None
    top = list_top(measures, block_names=bool(block_names))
    return place_in_list(form, measures, words, block_names=bool(block_names)), top
