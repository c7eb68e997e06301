"""What is written into the audit log."""

from __future__ import annotations

from enum import StrEnum


class AuditAction(StrEnum):
    """Something somebody did that others may ask about."""

    ASSESSMENT_TAKEN = "assessment_taken"
    LINK_WITHDRAWN = "link_withdrawn"
    RESULT_SHARED = "result_shared"
    SHARED_RESULT_VIEWED = "shared_result_viewed"
    SHARING_TAKEN_BACK = "sharing_taken_back"
    ACCOUNT_DEACTIVATED = "account_deactivated"
    ACCOUNT_ACTIVATED = "account_activated"
    TEAM_CREATED = "team_created"
    TEAM_CHANGED = "team_changed"
    TEAM_MOVED_IN = "team_moved_in"
    TEAM_MOVED_OUT = "team_moved_out"
    TEAM_DELETED = "team_deleted"
    MEMBERS_ADDED = "members_added"
    MEMBER_CHANGED = "member_changed"
    MEMBER_ROLE_CHANGED = "member_role_changed"
    MEMBER_REMOVED = "member_removed"
    MEMBER_JOINED = "member_joined"
    MEMBER_LEFT = "member_left"
    JOIN_LINK_CREATED = "join_link_created"
    JOIN_LINK_REVOKED = "join_link_revoked"
    ORGANISATION_CREATED = "organisation_created"
    ORGANISATION_RENAMED = "organisation_renamed"
    ADMINISTRATOR_ADDED = "administrator_added"
    ADMINISTRATOR_REMOVED = "administrator_removed"
    CAMPAIGN_DRAFTED = "campaign_drafted"
    CAMPAIGN_CHANGED = "campaign_changed"
    CAMPAIGN_THRESHOLD_SET = "campaign_threshold_set"
    CAMPAIGN_DISCARDED = "campaign_discarded"
    CAMPAIGN_CLONED = "campaign_cloned"
    CAMPAIGN_PLAN_CHANGED = "campaign_plan_changed"
    CAMPAIGN_OPENED = "campaign_opened"
    CAMPAIGN_EXTENDED = "campaign_extended"
    CAMPAIGN_CLOSED = "campaign_closed"
    CAMPAIGN_ARCHIVED = "campaign_archived"
    INVITATION_SENT_AGAIN = "invitation_sent_again"
    INVITATION_REVOKED = "invitation_revoked"


class Unnamed(StrEnum):
    """Why an entry does not say who did it.

    ``GONE``: the account was deleted. ``LEFT``: it has nothing to do with the organisation any more. ``SITE``: the site
    did it by itself. ``GUEST``: it was done without an account.
    """

    GONE = "gone"
    LEFT = "left"
    SITE = "site"
    GUEST = "guest"
