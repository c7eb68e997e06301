"""What if, in words: how far the wheel would roll, and what would hold it back then."""

from __future__ import annotations

from assessment.domain.framework import Framework
from assessment.domain.profile import Profile
from assessment.languages import Language
from assessment.wording.names import short_names_inside


def what_if_headline(language: Language, before: Profile, after: Profile) -> str:
    """What the changes would do to the roll, without a full stop: "Then your wheel would roll 47 instead of 35"."""
    if before.roll is None or after.roll is None:
        return language.gettext("Some scores would change; the wheel rolls once every spoke has one")
    was, then = language.whole(before.roll), language.whole(after.roll)
    if was == then:
        return language.gettext("Your wheel would still roll %(then)s of 100", then=then)
    return language.gettext("Your wheel would roll %(then)s instead of %(was)s of 100", then=then, was=was)


def what_if_bottleneck(language: Language, framework: Framework, before: Profile, after: Profile) -> str:
    """Which spoke would be lowest then; empty for an incomplete wheel."""
    lowest = after.weakest.lowest
    if not lowest:
        return ""
    names = short_names_inside(language, framework, lowest)
    if len(lowest) == len(after.competencies):
        return language.gettext("All spokes would then be equal.")
    if set(lowest) == set(before.weakest.lowest):
        return language.gettext("The lowest spoke would still be the same: %(names)s.", names=names)
    return language.gettext("The next to hold it back: %(names)s.", names=names)
