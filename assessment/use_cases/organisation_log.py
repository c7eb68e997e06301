"""The log of an organisation for those who administer it: what was done with it, its teams and their campaigns."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.paging import Paged, Paging
from assessment.domain.people import Role
from assessment.domain.permissions import Action, Facts, may
from assessment.domain.team_refusals import OrganisationNotFound
from assessment.store import audit, organisations
from assessment.store.database import reading
from assessment.use_cases.audit import ENTRIES_AT_ONCE, AuditEntry, to_entry
from assessment.use_cases.organisations import OrganisationRecord


@dataclass(frozen=True, slots=True)
class OrganisationLog:
    """Entries of an organisation, newest first."""

    record: OrganisationRecord
    entries: Paged[AuditEntry]


def get_organisation_log(user_id: int, organisation_id: str, *, page: int) -> OrganisationLog:
    """The log for who administers the organisation. Raises OrganisationNotFound for everybody else.

    Pages count from 1. Nothing in it is about what belongs to one person: assessments, answers, shares. A team's
    earlier entries stay with the organisation that it was in at that time. Addresses are told of those alone who are
    still in the organisation.
    """
    paging = Paging(page, ENTRIES_AT_ONCE)
    with reading() as connection:
        stored = organisations.find_administered(connection, organisation_id, user_id)
        facts = Facts(own_organisation=stored is not None, same_tenant=stored is not None)
        if stored is None or not may(Role.ORGANISATION_ADMIN, Action.READ_AUDIT_LOG, facts):
            raise OrganisationNotFound
        rows, count = audit.list_entries_of_organisation(connection, stored.id, limit=paging.size, offset=paging.offset)
        actors = {row.user_id for row in rows if row.user_id is not None}
        present = organisations.list_present(connection, stored.id, actors)
    entries = tuple(to_entry(row, user_id, present) for row in rows)
    return OrganisationLog(OrganisationRecord(stored.id, stored.name), Paged(entries, count, paging))
