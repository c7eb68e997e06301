"""Who will see what of a campaign: the facts a respondent reads in one line before the first question."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.campaign import Campaign, CampaignKind
from assessment.domain.suppression.cells import Cell, CellKey, Structure
from assessment.domain.suppression.decide import Survey, decide_release


@dataclass(frozen=True, slots=True)
class AudienceLine:
    """Facts of the line, for one campaign and group size, from the rules that will decide.

    ``members``: people asked. ``shown_from``: answers from which the group's figures are shown. ``can_be_shown``:
    whether so many are asked at all. ``missing_at_most``: with so many or fewer people not answering it is still
    shown. ``spread_from``, ``comments_from``: answers from which the spread, and comments, are shown; None when so many
    are not asked. ``smaller_groups``: whether any group or filter inside is large enough to be shown by itself, if the
    right people answer. ``coverage_told``: whether it is told in words what the group covers, without numbers and
    names. ``nobody_linked``: the answers are kept without a link to the person. ``lead_alone``: the answers are the
    lead's own and no group's.
    """

    members: int
    shown_from: int
    can_be_shown: bool
    missing_at_most: int
    spread_from: int | None
    comments_from: int | None
    smaller_groups: bool
    coverage_told: bool
    nobody_linked: bool
    lead_alone: bool


def describe_audience(campaign: Campaign, structure: Structure) -> AudienceLine:
    """The line for an open campaign; ``structure`` is its membership with groups and filters, whoever has answered."""
    everybody = _if_all_answer(structure)
    release = decide_release(Survey(everybody, (), {}), campaign.policy, closed=True)
    whole = release.cells[everybody.whole]
    members = len(everybody.cells[everybody.whole].members)
    policy = campaign.policy
    alone = campaign.kind is CampaignKind.LEAD_ALONE
    return AudienceLine(
        members=members,
        shown_from=policy.k,
        can_be_shown=whole.hidden is None and not alone,
        missing_at_most=max(members - policy.k, 0),
        spread_from=policy.spread_from if members >= policy.spread_from else None,
        comments_from=policy.comments_from if members >= policy.comments_from else None,
        smaller_groups=any(
            _is_smaller(everybody, key) and len(cell.members) >= policy.k for key, cell in everybody.cells.items()
        ),
        coverage_told=campaign.kind is CampaignKind.THEMSELVES and whole.coverage_hidden is None,
        nobody_linked=campaign.anonymous,
        lead_alone=alone,
    )


def _is_smaller(structure: Structure, key: CellKey) -> bool:
    return structure.cells[key].members < structure.cells[structure.whole].members


def _if_all_answer(structure: Structure) -> Structure:
    cells = {key: Cell(cell.members, cell.members) for key, cell in structure.cells.items()}
    return Structure(structure.whole, cells, structure.families)
