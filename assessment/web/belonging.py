"""Where an assessment stands to whoever looks at it: in their account, in none, or not to be taken into one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assessment.use_cases.own_assessments import is_link_withdrawn, is_owner, list_free
from assessment.use_cases.records import AssessmentRecord
from assessment.web.signed_in import find_account


class Standing(StrEnum):
    """``OWN``: in the account signed in here. ``FREE``: in none. ``NOT_OFFERED``: in another's, or anonymous."""

    OWN = "own"
    FREE = "free"
    NOT_OFFERED = "not_offered"


@dataclass(frozen=True, slots=True)
class Belonging:
    """How an assessment stands to its reader. ``link_withdrawn`` is asked of own ones alone."""

    assessment_id: str
    standing: Standing
    signed_in: bool
    link_withdrawn: bool


def find_belonging(record: AssessmentRecord) -> Belonging:
    """The standing of an assessment that the reader has been let in to."""
    account = find_account()
    if account is not None and is_owner(record.id, account.id):
        return Belonging(record.id, Standing.OWN, signed_in=True, link_withdrawn=is_link_withdrawn(record.id))
    standing = Standing.FREE if list_free([record.id]) else Standing.NOT_OFFERED
    return Belonging(record.id, standing, signed_in=account is not None, link_withdrawn=False)
