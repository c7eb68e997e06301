"""What others see of a result that its owner shares: everything but single answers and personal notes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assessment.domain.development_plan import DevelopmentPlan
from assessment.domain.profile import Profile


@dataclass(frozen=True, slots=True)
class HeldBack:
    """A lowest competency and the facets whose statements keep it from its next level, in the order of the wheel.

    The statements themselves stay untold: which ones they are would tell how they were answered.
    """

    competency: str
    facets: tuple[str, ...]


def list_held_back(profile: Profile) -> tuple[HeldBack, ...]:
    """Every lowest competency that statements keep from its next level."""
    found = []
    for competency in profile.weakest.lowest:
        own = [blocker for blocker in profile.blockers if blocker.competency == competency]
        blocking = {blocker.facet for blocker in own}
        facets = tuple(facet.facet for facet in profile.competency(competency).facets if facet.facet in blocking)
        if own:
            found.append(HeldBack(competency, facets))
    return tuple(found)


def leave_out_answers(profile: Profile) -> Profile:
    """The same scores without anything that names a statement."""
    return replace(
        profile,
        competencies=tuple(replace(spoke, blind_spots=()) for spoke in profile.competencies),
        blockers=(),
    )


def leave_out_notes(plan: DevelopmentPlan) -> DevelopmentPlan:
    """The same steps without what the person wrote down about them for themselves."""
    return replace(plan, steps=tuple(replace(step, note="") for step in plan.steps))
