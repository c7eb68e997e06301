"""Entries of the audit log about teams and organisations. They say how many, never who."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.audit import AuditAction
from assessment.languages import Language


def team_audit_sentences(language: Language) -> Mapping[str, str]:
    """For each action its words, with places for the facts of an entry."""
    return {
        AuditAction.TEAM_CREATED: language.gettext("Team “%(team)s” created"),
        AuditAction.TEAM_CHANGED: language.gettext("Settings of the team “%(team)s” changed"),
        AuditAction.TEAM_MOVED_IN: language.gettext("Team “%(team)s” moved into the organisation “%(organisation)s”"),
        AuditAction.TEAM_MOVED_OUT: language.gettext(
            "Team “%(team)s” moved out of the organisation “%(organisation)s”"
        ),
        AuditAction.TEAM_DELETED: language.gettext("Team “%(team)s” deleted"),
        AuditAction.MEMBERS_ADDED: language.gettext("People added to the team “%(team)s”: %(count)s"),
        AuditAction.MEMBER_CHANGED: language.gettext("Name or language of somebody in the team “%(team)s” changed"),
        AuditAction.MEMBER_ROLE_CHANGED: language.gettext("Role of somebody in the team “%(team)s” changed"),
        AuditAction.MEMBER_REMOVED: language.gettext("Somebody taken out of the team “%(team)s”"),
        AuditAction.MEMBER_JOINED: language.gettext("Somebody joined the team “%(team)s” by its join link"),
        AuditAction.MEMBER_LEFT: language.gettext("Left the team “%(team)s”"),
        AuditAction.JOIN_LINK_CREATED: language.gettext("Join link of the team “%(team)s” made, for days: %(days)s"),
        AuditAction.JOIN_LINK_REVOKED: language.gettext("Join link of the team “%(team)s” taken back"),
        AuditAction.ORGANISATION_CREATED: language.gettext("Organisation “%(organisation)s” created"),
        AuditAction.ORGANISATION_RENAMED: language.gettext("Organisation renamed to “%(organisation)s”"),
        AuditAction.ADMINISTRATOR_ADDED: language.gettext("Administrator of the organisation “%(organisation)s” added"),
        AuditAction.ADMINISTRATOR_REMOVED: language.gettext(
            "Administrator of the organisation “%(organisation)s” removed"
        ),
    }
