"""The wheel of an invented person, scored from answers like any other: shows what one gets."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.answers import AnswerSheet
from assessment.domain.framework import Framework
from assessment.domain.profile import Profile
from assessment.languages import Language
from assessment.web.wheel_page import WheelPage, make_wheel_page
from assessment.wording.names import short_name, short_name_inside

_TARGETS = ((70, 45, 70), (60, 35, 50), (85, 60, 65), (70, 60, 70), (45, 15, 45))
"""Scores of the example by competency and facet; longer frameworks start again from the first."""


@dataclass(frozen=True, slots=True)
class Example:
    """The wheel and the sentence that says what to see in it."""

    wheel: WheelPage
    sentence: str


def build_example(framework: Framework, language: Language) -> Example:
    """The example of a framework; made once for each language."""
    key = (id(framework), language.locale)
    known = _KNOWN.get(key)
    if known is None or known[0] is not framework:
        known = (framework, _build(framework, language))
        _KNOWN[key] = known
    return known[1]


def example_sheet(framework: Framework) -> AnswerSheet:
    """Answers of the example at the framework's first level, in scale values that come near the targets."""
    level = framework.levels[0]
    facets = {facet.id: place for place, facet in enumerate(framework.facets)}
    values: dict[str, int] = {}
    for place, competency in enumerate(framework.competencies):
        groups: dict[str | None, list[str]] = {}
        for item in framework.items_of(level, competency.id):
            groups.setdefault(item.facet, []).append(item.id)
        targets = _TARGETS[place % len(_TARGETS)]
        for facet, items in groups.items():
            target = targets[facets[facet] % len(targets)] if facet in facets else sum(targets) / len(targets)
            values |= _values(framework, items, target)
    return AnswerSheet(level, values)


_KNOWN: dict[tuple[int, str], tuple[Framework, Example]] = {}
"""Examples by the framework object, which is kept beside them so that its id stays its own."""


def _values(framework: Framework, items: list[str], target: float) -> dict[str, int]:
    """Whole scale values whose mean comes nearest to the target, the higher ones first."""
    values: dict[str, int] = {}
    carried = 0.0
    for item_id in reversed(items):
        item = framework.item(item_id)
        scale = framework.scale_of(item)
        wanted = carried + (100 - target if item.reversed else target) / 100 * (scale.maximum - scale.minimum)
        steps = int(wanted + 1e-9)
        carried = wanted - steps
        values[item_id] = scale.minimum + steps
    return values


def _build(framework: Framework, language: Language) -> Example:
    from assessment.domain.scoring import score_sheet  # needed once in a process, not at its start

    profile = score_sheet(framework, example_sheet(framework))
    return Example(
        make_wheel_page(language, framework, profile, wheel_id="example"), _say(framework, language, profile)
    )


def _say(framework: Framework, language: Language, profile: Profile) -> str:
    weakest = profile.weakest.lowest[0]
    return language.gettext(
        "An example. %(name)s is the weakest link, so this wheel rolls as far as %(roll)s, although the mean is "
        "%(mean)s.",
        name=short_name(language, framework, weakest),
        inside=short_name_inside(language, framework, weakest),
        roll=language.whole(profile.roll or 0),
        mean=language.whole(profile.mean or 0),
    )
