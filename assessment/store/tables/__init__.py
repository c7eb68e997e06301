"""All tables. Importing this package makes them known to the metadata."""

from assessment.store.tables.accounts import (
    DbAccountSession,
    DbAuditEntry,
    DbIdentity,
    DbPasskey,
    DbRole,
    DbUser,
    user_roles,
)
from assessment.store.tables.answers import DbAnswer
from assessment.store.tables.assessments import DbAssessment
from assessment.store.tables.base import Base
from assessment.store.tables.campaigns import (
    DbCampaign,
    DbCampaignAssessment,
    DbInvitationLink,
    DbPublishedResult,
    DbRespondent,
)
from assessment.store.tables.frameworks import DbFrameworkSnapshot
from assessment.store.tables.outbox import DbLimitWindow, DbMail
from assessment.store.tables.ownership import DbOwnedAssessment, DbShare
from assessment.store.tables.plans import DbPlan, DbPlanStep
from assessment.store.tables.results import DbResult, DbResultFile
from assessment.store.tables.team_plans import DbTeamPlan, DbTeamPlanStep
from assessment.store.tables.teams import (
    DbJoinLink,
    DbMemberList,
    DbOrganisation,
    DbOrganisationAdmin,
    DbTeam,
    DbTeamMember,
)

__all__ = [
    "Base",
    "DbAccountSession",
    "DbAnswer",
    "DbAssessment",
    "DbAuditEntry",
    "DbCampaign",
    "DbCampaignAssessment",
    "DbFrameworkSnapshot",
    "DbIdentity",
    "DbInvitationLink",
    "DbJoinLink",
    "DbLimitWindow",
    "DbMail",
    "DbMemberList",
    "DbOrganisation",
    "DbOrganisationAdmin",
    "DbOwnedAssessment",
    "DbPasskey",
    "DbPlan",
    "DbPlanStep",
    "DbPublishedResult",
    "DbRespondent",
    "DbResult",
    "DbResultFile",
    "DbRole",
    "DbShare",
    "DbTeam",
    "DbTeamMember",
    "DbTeamPlan",
    "DbTeamPlanStep",
    "DbUser",
    "user_roles",
]
