"""A shared result in words that speak of its owner to somebody else."""

from __future__ import annotations

from assessment.domain.framework import Framework
from assessment.domain.profile import Profile, Verdict
from assessment.domain.shared_result import HeldBack
from assessment.languages import Language
from assessment.wording.names import facet_name_inside, join_with_and, short_name, short_names_inside


def shared_headline(language: Language, framework: Framework, profile: Profile) -> str:
    """The finding without a full stop: "Weakest link: design and change"."""
    weakest = profile.weakest
    match weakest.verdict:
        case Verdict.NAMED:
            names = short_names_inside(language, framework, weakest.competencies)
            return language.gettext("Weakest link: %(names)s", names=names)
        case Verdict.CANDIDATES:
            names = short_names_inside(language, framework, weakest.competencies)
            return language.gettext("Too close to call: %(names)s", names=names)
        case Verdict.EVEN:
            return language.gettext("An even wheel: no competency stands out as the weakest")
        case Verdict.INSUFFICIENT:
            return language.gettext("Not enough answers to name the weakest link")


def shared_standfirst(language: Language, profile: Profile) -> str:
    """How far the wheel rolls."""
    if profile.roll is None:
        return language.gettext("The wheel rolls once every spoke has a score.")
    return language.gettext(
        "The wheel rolls as far as its weakest spoke: %(roll)s of 100.", roll=language.whole(profile.roll)
    )


def held_back_sentence(language: Language, framework: Framework, held: HeldBack) -> str:
    """What keeps a competency from its next level, by facet; which statements is never told."""
    name = short_name(language, framework, held.competency)
    if not held.facets:
        return language.gettext("%(name)s: some statements are rated too low for the next level.", name=name)
    facets = join_with_and(language, [facet_name_inside(language, framework, facet) for facet in held.facets])
    return language.gettext("%(name)s: what is missing for the next level is in %(facets)s.", name=name, facets=facets)
