"""Entries of the audit log in words. They say what happened to what, never how anybody answered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from assessment.domain.audit import AuditAction, Unnamed
from assessment.languages import Language
from assessment.wording.campaign_audit import campaign_audit_sentences
from assessment.wording.team_audit import team_audit_sentences


def audit_sentence(language: Language, action: str, facts: Mapping[str, Any]) -> str:
    """What was done; for an action that this version does not know, its name."""
    sentences = _sentences(language, with_plan=bool(facts.get("with_plan")))
    if action not in sentences:
        return action
    gone = language.gettext("an address that is gone")
    return sentences[action] % defaultdict(lambda: gone, facts)


def actor_text(
    language: Language, email: str | None, *, own: bool, name: str = "", unnamed: Unnamed = Unnamed.GONE
) -> str:
    """Who did it, from the point of view of the reader: name and address, so far as they are told, or why neither."""
    if own:
        return language.gettext("you")
    return " · ".join(part for part in (name, email) if part) or _unnamed_text(language, unnamed)


def _unnamed_text(language: Language, unnamed: Unnamed) -> str:
    return {
        Unnamed.GONE: language.gettext("an account that is gone"),
        Unnamed.LEFT: language.gettext("somebody who has left"),
        Unnamed.SITE: language.gettext("the site"),
        Unnamed.GUEST: language.gettext("somebody without an account"),
    }[unnamed]


def _sentences(language: Language, *, with_plan: bool) -> Mapping[str, str]:
    """For each action its words, with places for the facts of an entry."""
    return {
        AuditAction.ASSESSMENT_TAKEN: language.gettext("Assessment taken into the account"),
        AuditAction.LINK_WITHDRAWN: language.gettext("Private link of an assessment withdrawn"),
        AuditAction.RESULT_SHARED: language.gettext("Result shared with %(email)s, plan included")
        if with_plan
        else language.gettext("Result shared with %(email)s"),
        AuditAction.SHARED_RESULT_VIEWED: language.gettext("Shared result looked at"),
        AuditAction.SHARING_TAKEN_BACK: language.gettext("Result no longer shared with %(email)s"),
        AuditAction.ACCOUNT_DEACTIVATED: language.gettext("Account %(email)s closed to its owner"),
        AuditAction.ACCOUNT_ACTIVATED: language.gettext("Account %(email)s opened to its owner again"),
        **team_audit_sentences(language),
        **campaign_audit_sentences(language),
    }
