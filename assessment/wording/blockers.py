"""What blocks the next level, in words: how far it is, which statements lead there, why it matters."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.framework import Framework, Scale
from assessment.domain.profile import Blocker, Profile
from assessment.languages import Language
from assessment.wording.names import facet_name_inside, mid_sentence, short_name, short_name_inside
from assessment.wording.numerals import Gender, number_word


@dataclass(frozen=True, slots=True)
class BlockerWords:
    """One statement that would have to rise: its present value and anchor, and those it would need.

    ``facet`` is empty for an item without a facet, an anchor empty where the scale has no words on that point.
    """

    item: str
    facet: str
    statement: str
    now: int
    now_anchor: str
    needed: int
    needed_anchor: str


def blocker_words(language: Language, framework: Framework, blocker: Blocker) -> BlockerWords:
    """The words of one blocker."""
    item = framework.item(blocker.item)
    scale = framework.scale_of(item)
    return BlockerWords(
        item=item.id,
        facet=language.pick(framework.facet(item.facet).name) if item.facet is not None else "",
        statement=language.pick(item.text),
        now=blocker.value,
        now_anchor=anchor_text(language, scale, blocker.value),
        needed=blocker.needed,
        needed_anchor=anchor_text(language, scale, blocker.needed),
    )


def anchor_text(language: Language, scale: Scale, value: int) -> str:
    """Words of a scale point; empty where the scale has none there. Raises KeyError off the scale."""
    anchor = scale.anchor_at(value)
    return language.pick(anchor) if anchor is not None else ""


def blockers_intro(language: Language, framework: Framework, profile: Profile, competency: str | None = None) -> str:
    """Paragraph above the blockers of one lowest competency, or of all of them one after another.

    "Five more points take design and change from Foundation to Developing. These three steps lead there. All of them
    are about experience. It matters: without implementation everything else stays on paper."
    """
    if competency is None:
        return " ".join(blockers_intro(language, framework, profile, lowest) for lowest in profile.weakest.lowest)
    parts = [
        blockers_summary(language, framework, profile, competency),
        _shared_facet_sentence(language, framework, profile, competency),
        _reason_sentence(language, framework, competency) if _count_steps(profile, competency) else "",
    ]
    return " ".join(part for part in parts if part)


def blockers_summary(language: Language, framework: Framework, profile: Profile, competency: str) -> str:
    """How far the next level is and that the steps below lead there; at the highest level that nothing blocks it.

    Empty without a score.
    """
    spoke = profile.competency(competency)
    if spoke.score is None or spoke.band is None:
        return ""
    above = framework.band_above(spoke.score)
    name, inside = short_name(language, framework, competency), short_name_inside(language, framework, competency)
    band = language.pick(framework.band(spoke.band).name)
    if above is None:
        return language.gettext(
            "%(name)s is at the highest level, %(band)s: nothing blocks it.", name=name, inside=inside, band=band
        )
    names = {"name": name, "inside": inside, "band": band, "above": language.pick(above.name)}
    points = int(language.whole(above.lower)) - int(language.whole(spoke.score))
    if points < 1:
        distance = language.gettext("Less than one point takes %(inside)s from %(band)s to %(above)s.", **names)
    else:
        distance = language.ngettext(
            "%(number)s more point takes %(inside)s from %(band)s to %(above)s.",
            "%(number)s more points take %(inside)s from %(band)s to %(above)s.",
            points,
            number=number_word(language, points, Gender.MASCULINE).capitalize(),
            **names,
        )
    return f"{distance} {_steps_sentence(language, _count_steps(profile, competency))}"


def _shared_facet_sentence(language: Language, framework: Framework, profile: Profile, competency: str) -> str:
    facets = [blocker.facet for blocker in profile.blockers if blocker.competency == competency]
    if len(facets) < 2 or len(set(facets)) > 1 or facets[0] is None:
        return ""
    facet = facet_name_inside(language, framework, facets[0])
    return language.gettext("All of them are about %(facet)s.", facet=facet)


def _reason_sentence(language: Language, framework: Framework, competency: str) -> str:
    without = mid_sentence(language.pick(framework.competency(competency).without)).rstrip(".")
    return language.gettext("It matters: %(reason)s.", reason=without) if without else ""


def _steps_sentence(language: Language, count: int) -> str:
    number = number_word(language, count, Gender.MASCULINE)
    return language.ngettext("One step leads there.", "These %(number)s steps lead there.", count, number=number)


def _count_steps(profile: Profile, competency: str) -> int:
    return sum(blocker.competency == competency for blocker in profile.blockers)
