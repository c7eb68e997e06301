"""Rule 3: nothing stands beside a larger figure so that the rest of it would be a few people."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from assessment.domain.suppression.cells import CellKey, Family
from assessment.domain.suppression.policy import Reason

Hidden = dict[CellKey, Reason]


def hide_siblings(
    families: Collection[Family],
    people: Mapping[CellKey, frozenset[str]],
    hidden: Mapping[CellKey, Reason],
    k: int,
    fixed: Collection[CellKey] = (),
) -> Hidden:
    """``hidden`` and what has to be hidden with it, until nothing changes.

    In every family the parts hidden, with the people who are in no part, are nobody, or at least two parts (nobody
    counts as none) of ``k`` people together. What is missing is taken from the smallest part shown; ``fixed`` parts
    were released before and cannot be taken back. Source: privacy specification, rule 3.
    """
    result = dict(hidden)
    changed = True
    while changed:
        changed = False
        for family in families:
            more = _next_to_hide(family, people, result, k, fixed)
            if more is not None:
                result[more[0]] = more[1]
                changed = True
    return result


def _next_to_hide(
    family: Family,
    people: Mapping[CellKey, frozenset[str]],
    hidden: Mapping[CellKey, Reason],
    k: int,
    fixed: Collection[CellKey],
) -> tuple[CellKey, Reason] | None:
    shown = [part for part in family.parts if part not in hidden]
    rest = people[family.whole].difference(*(people[part] for part in family.parts))
    sizes = [len(people[part]) for part in family.parts if part in hidden and people[part]]
    sizes += [len(rest)] if rest else []
    if not sizes or (sum(sizes) >= k and (len(sizes) > 1 or sizes == [len(rest)])):
        return None
    open_to_hide = [part for part in shown if part not in fixed and people[part]]
    if not open_to_hide:
        return None
    smallest = min(open_to_hide, key=lambda part: (len(people[part]), part))
    return smallest, Reason.REST_TOO_SMALL if sizes == [len(rest)] else Reason.BESIDE_HIDDEN
