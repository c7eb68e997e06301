"""Scores, ranges, bands and the wheel's three figures in words. Numbers are rounded here and nowhere before."""

from __future__ import annotations

from assessment.domain.framework import Framework
from assessment.domain.profile import CompetencyScore, Profile
from assessment.languages import Language
from assessment.wording.names import (
    facet_name_inside,
    join_with_and,
    short_name,
    short_name_inside,
    short_names_quoted,
)


def score_text(language: Language, score: float | None) -> str:
    """A score as a whole number 0-100, or "not enough answers"."""
    return language.whole(score) if score is not None else language.gettext("not enough answers")


def range_text(language: Language, interval: tuple[float, float] | None) -> str:
    """The range of a score: "49–74"; a dash without one."""
    return "–".join(language.whole(end) for end in interval) if interval is not None else "–"


def band_name(language: Language, framework: Framework, band_id: str | None) -> str:
    """The level a score falls into: "Developing"; a dash without one."""
    return language.pick(framework.band(band_id).name) if band_id is not None else "–"


def bands_sentence(language: Language, framework: Framework) -> str:
    """The levels and their limits: "Levels: Foundation below 40, Developing from 40, Proficient from 70."."""
    names = [language.pick(band.name) for band in framework.bands]
    if len(names) < 2:
        return language.gettext("Scores go from 0 to 100.")
    parts = [
        language.gettext("%(band)s below %(limit)s", band=names[0], limit=language.whole(framework.bands[1].lower))
    ]
    parts += [
        language.gettext("%(band)s from %(limit)s", band=name, limit=language.whole(band.lower))
        for name, band in zip(names[1:], framework.bands[1:], strict=True)
    ]
    return language.gettext("Scores go from 0 to 100. Levels: %(bands)s.", bands=", ".join(parts))


def roll_note(language: Language, profile: Profile) -> str:
    """What the roll means, in two short sentences."""
    if profile.roll is None:
        return language.gettext("The wheel rolls once every spoke has a score.")
    if len(profile.weakest.lowest) > 1:
        return language.gettext(
            "As far as your wheel gets. Several spokes share the lowest score; the number moves when all of them rise."
        )
    return language.gettext("As far as your wheel gets. Raising any other spoke would not move this number.")


def mean_note(language: Language, profile: Profile) -> str:
    """What the mean was taken of: "of all 5 scores"."""
    return language.ngettext("of %(n)s score", "of all %(n)s scores", len(profile.competencies))


def balance_text(language: Language, profile: Profile) -> str:
    """The balance with two decimals; a dash where there is none."""
    return language.decimal(profile.balance) if profile.balance is not None else "–"


def balance_note(language: Language) -> str:
    """What to hold the balance against: "1 is a round wheel"."""
    return language.gettext("1 is a round wheel")


def rated_sentence(language: Language, profile: Profile) -> str:
    """How much was answered: "60 of 60 statements rated"."""
    rated = sum(spoke.rated for spoke in profile.competencies)
    items = sum(spoke.items for spoke in profile.competencies)
    return language.ngettext(
        "%(rated)s of %(n)s statement rated", "%(rated)s of %(n)s statements rated", items, rated=rated
    )


def partial_note(language: Language, spoke: CompetencyScore) -> str:
    """A word of caution where fewer than four in five applicable statements were rated; empty otherwise."""
    if not spoke.partial or spoke.score is None:
        return ""
    return language.ngettext(
        "Only %(rated)s of %(n)s statement rated: read this score with care.",
        "Only %(rated)s of %(n)s statements rated: read this score with care.",
        spoke.applicable,
        rated=spoke.rated,
    )


def ranges_note(language: Language) -> str:
    """How to read the drawing of scores and ranges."""
    return language.gettext(
        "Dot: your score. Bar: the range in which it would fall in 95 cases of 100. Dashed line: the roll."
    )


def ranges_sentence(language: Language, framework: Framework, profile: Profile) -> str:
    """Whether the lowest spoke stands apart from the others, by their ranges; empty without a roll."""
    if profile.roll is None:
        return ""
    scored = {spoke.competency: spoke.interval for spoke in profile.competencies if spoke.interval is not None}
    if len(profile.weakest.lowest) != 1:
        return language.gettext("The ranges of the lowest spokes overlap: none stands apart.")
    lowest = profile.weakest.lowest[0]
    upper_end = scored[lowest][1]
    overlapping = [spoke for spoke, ends in scored.items() if spoke != lowest and ends[0] <= upper_end]
    name, inside = short_name(language, framework, lowest), short_name_inside(language, framework, lowest)
    if not overlapping:
        return language.gettext("%(name)s stands apart: its range overlaps with no other.", name=name, inside=inside)
    if len(overlapping) == len(scored) - 1:
        return language.gettext(
            "%(name)s is lowest, but its range overlaps with all the others.", name=name, inside=inside
        )
    return language.ngettext(
        "%(name)s is lowest: its range overlaps only with that of %(others)s.",
        "%(name)s is lowest: its range overlaps with those of %(others)s.",
        len(overlapping),
        name=name,
        inside=inside,
        others=join_with_and(language, [short_name_inside(language, framework, spoke) for spoke in overlapping]),
        quoted=short_names_quoted(language, framework, overlapping),
    )


def strengths_sentence(language: Language, framework: Framework, profile: Profile) -> str:
    """What can be built on: spokes in the highest band, else the highest ones, never the lowest; empty without any."""
    top_band = framework.bands[-1]
    if all(spoke.band == top_band.id for spoke in profile.competencies):
        return language.gettext("Every spoke is at the level “%(band)s”.", band=language.pick(top_band.name))
    named = "; ".join(
        f"{short_name_inside(language, framework, spoke.competency)}, {score_text(language, spoke.score)}"
        for spoke in list_strengths(framework, profile)
    )
    return language.gettext("What you can build on: %(strengths)s.", strengths=named) if named else ""


def list_strengths(framework: Framework, profile: Profile) -> tuple[CompetencyScore, ...]:
    """Spokes in the highest band, else the highest ones, highest first; none if all are at the top."""
    top_band = framework.bands[-1].id
    above = [spoke for spoke in profile.competencies if spoke.competency not in profile.weakest.lowest]
    scores = {spoke.competency: spoke.score for spoke in above if spoke.score is not None}
    if not scores or all(spoke.band == top_band for spoke in profile.competencies):
        return ()
    strong = [spoke for spoke in above if spoke.band == top_band]
    strong = strong or [spoke for spoke in above if spoke.score == max(scores.values())]
    return tuple(sorted(strong, key=lambda spoke: scores[spoke.competency], reverse=True))


def strength_sentence(language: Language, framework: Framework, spoke: CompetencyScore) -> str:
    """Score and level of a strong spoke, and its highest facets where they differ from the others."""
    sentence = language.gettext(
        "%(score)s of 100, level “%(band)s”.",
        score=score_text(language, spoke.score),
        band=band_name(language, framework, spoke.band),
    )
    scored = [(facet.facet, facet.score) for facet in spoke.facets if facet.score is not None]
    highest = [facet for facet in scored if facet[1] == max(score for _, score in scored)]
    if len(highest) in (0, len(scored)):
        return sentence
    facets = "; ".join(
        f"{facet_name_inside(language, framework, facet)}, {language.whole(score)}" for facet, score in highest
    )
    firmest = language.gettext("Firmest in it: %(facets)s.", facets=facets)
    return f"{sentence} {firmest}"


def blind_spots_sentence(language: Language, profile: Profile) -> str:
    """How many statements were answered "I cannot judge", and what that means; empty for none."""
    count = sum(len(spoke.blind_spots) for spoke in profile.competencies)
    if not count:
        return ""
    return language.ngettext(
        "You marked “I cannot judge” for %(n)s statement. It does not count in the score, but it is worth finding out.",
        "You marked “I cannot judge” for %(n)s statements. They do not count in the score, but are worth finding out.",
        count,
    )
