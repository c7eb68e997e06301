"""How sure the weakest link is, said with people instead of probabilities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from assessment.domain.framework import Framework
from assessment.domain.profile import Profile, Verdict, WeakestLink
from assessment.languages import Language
from assessment.wording.names import short_name, short_name_inside
from assessment.wording.numerals import Gender, number_word

WORTH_A_LINE = 0.05
"""Probability from which a competency stands on its own in the list."""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the bar of 100: one competency, or the rest together.

    ``share`` is 0-1, ``text`` the same for people: "89%", "under 1%".
    """

    competencies: tuple[str, ...]
    name: str
    share: float
    text: str


def probability_shares(language: Language, framework: Framework, weakest: WeakestLink) -> tuple[Share, ...]:
    """Competencies worth a line, most probable first, then the rest as one; empty without probabilities.

    Those that the verdict names always have their line, and a rest of one is listed by its name.
    """
    ranked = sorted(weakest.probabilities, key=lambda spoke: -round(weakest.probabilities[spoke], 9))
    listed = [s for s in ranked if s in weakest.competencies or weakest.probabilities[s] >= WORTH_A_LINE]
    rest = [spoke for spoke in ranked if spoke not in listed]
    if len(rest) == 1:
        listed, rest = ranked, []
    shares = [_share(language, weakest, [spoke], short_name(language, framework, spoke)) for spoke in listed]
    if rest:
        shares.append(_share(language, weakest, rest, others_label(language, len(rest))))
    return tuple(shares)


def share_text(language: Language, share: float) -> str:
    """A probability 0-1 as a percentage; what rounds to none or all of them is said as "under 1%", "over 99%"."""
    if share < 0.01:
        return language.gettext("under %(percent)s", percent=language.percent(0.01))
    if share >= 0.995:
        return language.gettext("over %(percent)s", percent=language.percent(0.99))
    return language.percent(share)


def others_label(language: Language, count: int) -> str:
    """The competencies that share the last line: "The other three together"."""
    number = number_word(language, count, Gender.FEMININE)
    return language.ngettext("The other %(number)s", "The other %(number)s together", count, number=number)


def probability_sentence(language: Language, framework: Framework, profile: Profile) -> str:
    """The probability explained plainly, in two or three sentences to the person who answered."""
    weakest = profile.weakest
    match weakest.verdict:
        case Verdict.NAMED:
            return _named(language, framework, weakest)
        case Verdict.CANDIDATES:
            return _candidates(language, framework, weakest)
        case Verdict.EVEN:
            return _even(language, framework, weakest)
        case Verdict.INSUFFICIENT:
            return language.gettext("How sure this is can be worked out once every competency has a score.")


def _named(language: Language, framework: Framework, weakest: WeakestLink) -> str:
    spoke = weakest.competencies[0]
    name = short_name_inside(language, framework, spoke)
    share = weakest.probabilities[spoke]
    if share >= 0.995:
        return language.gettext(
            "Nobody answers exactly the same twice. Yet of 100 people with your answers, %(name)s would truly be the "
            "weakest for nearly all. From 80 we name one link.",
            name=name,
        )
    return language.gettext(
        "Nobody answers exactly the same twice. Of 100 people with your answers, %(name)s would truly be the weakest "
        "for about %(count)s. From 80 we name one link.",
        name=name,
        count=language.whole(100 * share),
    )


def _candidates(language: Language, framework: Framework, weakest: WeakestLink) -> str:
    names = [short_name_inside(language, framework, spoke) for spoke in weakest.competencies]
    counts = [percent_below_eighty(language, weakest.probabilities[spoke]) for spoke in weakest.competencies]
    first = language.gettext(
        "Nobody answers exactly the same twice. Of 100 people with your answers, %(name)s would truly be the weakest "
        "for about %(count)s, %(others)s.",
        name=names[0],
        count=counts[0],
        others=_for_about(language, names[1:], counts[1:]),
    )
    if len(names) == 2:
        reason = language.gettext("Neither reaches 80, so we name both: together they do.")
    else:
        number = number_word(language, len(names), Gender.FEMININE)
        reason = language.gettext("None reaches 80, so we name all %(number)s: together they do.", number=number)
    return f"{first} {reason}"


def _even(language: Language, framework: Framework, weakest: WeakestLink) -> str:
    highest = max(weakest.probabilities.values())
    count = percent_below_eighty(language, highest)
    likeliest = [spoke for spoke, share in weakest.probabilities.items() if highest - share < 1e-9]
    if len(likeliest) > 1:
        return language.gettext(
            "Nobody answers exactly the same twice. Of 100 people with your answers, no competency would truly be the "
            "weakest for more than about %(count)s. From 80 we name one link.",
            count=count,
        )
    return language.gettext(
        "Nobody answers exactly the same twice. Of 100 people with your answers, even the likeliest one, %(name)s, "
        "would truly be the weakest for only about %(count)s. From 80 we name one link.",
        name=short_name_inside(language, framework, likeliest[0]),
        count=count,
    )


def _for_about(language: Language, names: Sequence[str], counts: Sequence[str]) -> str:
    parts = [
        language.gettext("%(name)s for about %(count)s", name=name, count=count)
        for name, count in zip(names, counts, strict=True)
    ]
    return ", ".join(parts)


def percent_below_eighty(language: Language, share: float) -> str:
    """A share (0-1) of a hundred, whole; never rounded up to the 80 that has not been reached."""
    return language.whole(min(100 * share, 79.0) if share < 0.8 else 100 * share)


def _share(language: Language, weakest: WeakestLink, spokes: Sequence[str], name: str) -> Share:
    share = min(fsum(weakest.probabilities[spoke] for spoke in spokes), 1.0)
    return Share(competencies=tuple(spokes), name=name, share=share, text=share_text(language, share))
