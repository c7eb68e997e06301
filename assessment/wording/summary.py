"""A result in a few lines of plain text."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.domain.framework import Framework
from assessment.domain.profile import Profile, Verdict
from assessment.languages import Language
from assessment.wording import scores, verdict
from assessment.wording.names import short_name


def summary_line(language: Language, framework: Framework, profile: Profile) -> str:
    """The headline, with the names of the competencies that it speaks of."""
    line = verdict.headline(language, framework, profile)
    weakest = profile.weakest
    if weakest.verdict is not Verdict.CANDIDATES:
        return line
    return f"{line} ({', '.join(short_name(language, framework, spoke) for spoke in weakest.competencies)})"


def summary_lines(language: Language, framework: Framework, profile: Profile) -> Iterator[str]:
    """Headline, roll before mean, one line a competency; the lowest is marked with an arrow."""
    yield verdict.headline(language, framework, profile)
    yield verdict.standfirst(language, framework, profile)
    yield ""
    if profile.roll is not None and profile.mean is not None:
        yield language.gettext(
            "Roll %(roll)s · mean %(mean)s · balance %(balance)s",
            roll=language.whole(profile.roll),
            mean=language.whole(profile.mean),
            balance=scores.balance_text(language, profile),
        )
    names = [language.pick(framework.competency(spoke.competency).short) for spoke in profile.competencies]
    room = max(len(name) for name in names)
    for name, spoke in zip(names, profile.competencies, strict=True):
        mark = "→" if spoke.competency in profile.weakest.lowest else " "
        score = scores.score_text(language, spoke.score)
        details = (
            f"{scores.range_text(language, spoke.interval):>7}  {scores.band_name(language, framework, spoke.band)}"
        )
        yield f"{mark} {name:<{room}}  {score:>3}  {details}".rstrip(" –")
