"""Entries of the audit log about campaigns. They name nobody who is asked."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.audit import AuditAction
from assessment.languages import Language


def campaign_audit_sentences(language: Language) -> Mapping[str, str]:
    """For each action its words, with places for the facts of an entry."""
    return {
        AuditAction.CAMPAIGN_DRAFTED: language.gettext("Campaign “%(title)s” of the team “%(team)s” drafted"),
        AuditAction.CAMPAIGN_CHANGED: language.gettext(
            "Draft of the campaign “%(title)s” of the team “%(team)s” changed"
        ),
        AuditAction.CAMPAIGN_THRESHOLD_SET: language.gettext(
            "Draft of the campaign “%(title)s” of the team “%(team)s” changed: figures are shown from %(k)s answers "
            "on, not from %(before)s"
        ),
        AuditAction.CAMPAIGN_DISCARDED: language.gettext(
            "Draft of the campaign “%(title)s” of the team “%(team)s” deleted"
        ),
        AuditAction.CAMPAIGN_CLONED: language.gettext(
            "Campaign “%(title)s” of the team “%(team)s” drafted as the next one after “%(previous)s”"
        ),
        AuditAction.CAMPAIGN_PLAN_CHANGED: language.gettext(
            "Plan of the campaign “%(title)s” of the team “%(team)s” changed"
        ),
        AuditAction.CAMPAIGN_OPENED: language.gettext("Campaign “%(title)s” of the team “%(team)s” opened"),
        AuditAction.CAMPAIGN_EXTENDED: language.gettext("Campaign “%(title)s” of the team “%(team)s” given more time"),
        AuditAction.CAMPAIGN_CLOSED: language.gettext("Campaign “%(title)s” of the team “%(team)s” closed"),
        AuditAction.CAMPAIGN_ARCHIVED: language.gettext("Campaign “%(title)s” of the team “%(team)s” archived"),
        AuditAction.INVITATION_SENT_AGAIN: language.gettext(
            "An invitation to the campaign “%(title)s” of the team “%(team)s” sent again"
        ),
        AuditAction.INVITATION_REVOKED: language.gettext(
            "Personal links of somebody in the campaign “%(title)s” of the team “%(team)s” revoked"
        ),
    }
