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
