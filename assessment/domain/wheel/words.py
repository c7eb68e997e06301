"""The few words that stand on a wheel beside the names that come from its framework."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.profile import Profile, Verdict


@dataclass(frozen=True, slots=True)
class WheelWords:
    """Words of one language, each short enough for the drawing.

    ``roll`` stands in the hub under the number ("roll"), ``no_roll`` there when there is none ("no roll yet", at most
    two short words wrap). ``weakest`` flags the lowest spoke when the verdict names it ("Weakest link"), ``lowest``
    flags the lowest spokes when it does not ("Lowest score"), ``equal`` every spoke when all are lowest ("All equal").
    ``no_score`` replaces number and level of a spoke that has no score ("not enough answers"). ``locale`` chooses names
    of competencies, blocks, facets and bands.
    """

    locale: str
    roll: str
    no_roll: str
    weakest: str
    lowest: str
    equal: str
    no_score: str

    def mark(self, profile: Profile, competency_id: str) -> str:
        """What is written at a lowest spoke, wherever one is shown; empty at any other."""
        lowest = profile.weakest.lowest
        if competency_id not in lowest:
            return ""
        if profile.weakest.verdict is Verdict.NAMED:
            return self.weakest
        return self.equal if len(lowest) == len(profile.competencies) else self.lowest
