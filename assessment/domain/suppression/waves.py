"""Waves: campaigns with nearly the same people, one after the other.

What is guaranteed: within a wave, everything the other modules say. Between waves, as far as memberships tell: were
everybody to answer each time, and as they did before, then the numbers of all waves together would still single out
nobody. Where a group lost or gained one to k − 1 people since its numbers were last told, only bands are told of it.

Who kept silent is another matter: if one of eight left out a wave, and it is known who, and all others answered exactly
as before, the difference is that one person. Within four weeks that counts as certain: a competency is told as numbers
again only where everybody asked rated every statement of it both times, so that the sets of people are the same and no
sum of both waves tells more than one of them. Later, answers are given anew: what seven others answer moves by more
than what they could hide (see decision 0019), and a change is told only for groups that may be compared.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from assessment.domain.suppression.cells import CellKey, Structure
from assessment.domain.suppression.differences import differ_enough, hide_differences
from assessment.domain.suppression.policy import Policy, Reason
from assessment.domain.suppression.release import Form, Release
from assessment.domain.suppression.siblings import Hidden, hide_siblings


def may_compare(earlier: frozenset[str], later: frozenset[str], policy: Policy) -> bool:
    """Whether a change between two waves may be told of a group, given its members when each of them opened.

    Nobody or at least k came, and nobody or at least k went. Both waves have to tell a number as well.
    """
    return differ_enough(earlier, later, policy.k)


def list_memberships(structure: Structure, release: Release) -> tuple[frozenset[str], ...]:
    """Frozen memberships of all cells of a wave in which any number was told: what later waves are held against."""
    told = [
        structure.cells[key].members
        for key, cell in release.cells.items()
        if any(figure.form is Form.NUMBER for figure in cell.figures.values())
    ]
    return tuple(dict.fromkeys(told))


def withhold_changed(
    structure: Structure,
    earlier: Collection[frozenset[str]],
    hidden: Mapping[CellKey, Reason],
    k: int,
    fixed: Collection[CellKey] = (),
) -> Hidden:
    """Cells, of those not ``hidden``, whose numbers would tell about the few who came or went since ``earlier``."""
    if not earlier:
        return {}
    members = {key: cell.members for key, cell in structure.cells.items()}
    withheld = hide_differences(members, hidden, k, fixed, earlier)
    withheld = hide_siblings(structure.families, members, withheld, k, fixed)
    return dict.fromkeys(withheld.keys() - hidden.keys(), Reason.MEMBERS_CHANGED)
