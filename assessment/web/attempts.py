"""What is limited: attempts that somebody could make by the thousand, and how many of them are let through.

Each limit counts in one window of time that begins with the first attempt. Limits by client are wide, as a whole
office may stand behind one address; limits by account are narrow.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class By(StrEnum):
    """Whose attempts count together.

    ``ACCOUNT`` is the one whose address is typed, ``OWN_ACCOUNT`` the same, counted apart on devices on which its owner
    has signed in before, so that no stranger's failures keep the owner out; ``SECOND_STEP`` the one whose second step
    is asked for after its password was right, ``SIGNED_IN`` the one signed in, ``LINK`` whoever holds the mailed link
    that was opened.
    """

    CLIENT = "client"
    ACCOUNT = "account"
    SECOND_STEP = "second_step"
    SIGNED_IN = "signed_in"
    LINK = "link"
    OWN_ACCOUNT = "own_account"
    OWN_ACCOUNT_AT_CLIENT = "own_account_at_client"


class Counts(StrEnum):
    """Which attempts count: all; or failures alone, counted before the attempt and given back when it succeeds; or
    failures alone, counted after it, for secrets so long that a few attempts more are nothing."""

    ALL = "all"
    FAILURES = "failures"
    FAILURES_AFTERWARDS = "failures_afterwards"


@dataclass(frozen=True, slots=True)
class Attempt:
    """A kind of attempt: the endpoints it is made at, the methods that make it, and its limits.

    ``blueprint.<argument>`` stands for every endpoint of the blueprint whose address has that argument.
    """

    name: str
    endpoints: tuple[str, ...]
    methods: tuple[str, ...]
    counts: Counts
    limits: tuple[tuple[By, str], ...]


ATTEMPTS = (
    Attempt(
        "sign_in",
        ("security.login",),
        ("POST",),
        Counts.FAILURES,
        ((By.OWN_ACCOUNT_AT_CLIENT, "10 per 15 minutes"), (By.OWN_ACCOUNT, "50 per hour"), (By.CLIENT, "200 per hour")),
    ),
    Attempt(
        "second_factor",
        ("security.two_factor_token_validation", "security.mf_recovery"),
        ("POST",),
        Counts.FAILURES,
        ((By.SECOND_STEP, "10 per 15 minutes"), (By.SECOND_STEP, "30 per day"), (By.CLIENT, "200 per hour")),
    ),
    Attempt(
        "password",
        ("security.verify", "security.change_password", "account_erasure.erase"),
        ("POST",),
        Counts.FAILURES,
        ((By.SIGNED_IN, "10 per 15 minutes"),),
    ),
    Attempt(
        "first_code",
        ("security.two_factor_setup_validate",),
        ("POST",),
        Counts.FAILURES,
        ((By.SIGNED_IN, "10 per 15 minutes"),),
    ),
    Attempt(
        "passkey",
        ("security.wan_signin_response",),
        ("POST",),
        Counts.ALL,
        ((By.CLIENT, "300 per hour"),),
    ),
    Attempt(
        "own_passkey",
        ("security.wan_register_response", "security.wan_verify_response"),
        ("POST",),
        Counts.ALL,
        ((By.SIGNED_IN, "30 per hour"),),
    ),
    Attempt(
        "sign_on",
        ("single_sign_on.start", "single_sign_on.come_back"),
        ("GET",),
        Counts.ALL,
        ((By.CLIENT, "300 per hour"),),
    ),
    Attempt(
        "first_password",
        ("security.confirm_email",),
        ("POST",),
        Counts.FAILURES,
        ((By.LINK, "10 per 15 minutes"), (By.LINK, "30 per day"), (By.CLIENT, "200 per hour")),
    ),
    Attempt(
        "mailed_link",
        ("security.confirm_email", "security.reset_password", "security.change_email_confirm"),
        ("GET",),
        Counts.ALL,
        ((By.CLIENT, "300 per hour"),),
    ),
    Attempt(
        "mailed_link_used",
        ("security.reset_password", "security.change_email_confirm"),
        ("POST",),
        Counts.ALL,
        ((By.LINK, "20 per hour"), (By.CLIENT, "200 per hour")),
    ),
    Attempt(
        "reset",
        ("security.forgot_password",),
        ("POST",),
        Counts.ALL,
        ((By.ACCOUNT, "5 per hour"), (By.CLIENT, "100 per hour")),
    ),
    Attempt(
        "registration",
        ("security.register",),
        ("POST",),
        Counts.ALL,
        ((By.ACCOUNT, "5 per hour"), (By.CLIENT, "200 per hour")),
    ),
    Attempt(
        "confirmation",
        ("security.send_confirmation",),
        ("POST",),
        Counts.ALL,
        ((By.ACCOUNT, "5 per hour"), (By.CLIENT, "100 per hour")),
    ),
    Attempt(
        "joining",
        ("join.ask",),
        ("POST",),
        Counts.ALL,
        ((By.ACCOUNT, "5 per hour"), (By.CLIENT, "200 per hour")),
    ),
    Attempt(
        "address",
        ("security.change_email",),
        ("POST",),
        Counts.ALL,
        ((By.SIGNED_IN, "10 per hour"),),
    ),
    Attempt(
        "sharing",
        ("sharing.share",),
        ("POST",),
        Counts.ALL,
        ((By.SIGNED_IN, "50 per day"),),
    ),
    Attempt(
        "campaign",
        ("campaigns.open_", "campaigns.resend"),
        ("POST",),
        Counts.ALL,
        ((By.SIGNED_IN, "300 per day"),),
    ),
    Attempt(
        "link",
        (
            "start.open_link",
            "start.open_pasted",
            "invitations.show",
            "invitations.begin",
            "join.open_link",
            "join.open_confirmation",
        ),
        ("GET", "POST"),
        Counts.FAILURES_AFTERWARDS,
        ((By.CLIENT, "60 per hour"),),
    ),
    Attempt(
        "token",
        ("api_v1.<assessment_id>",),
        ("GET", "POST", "PATCH", "DELETE"),
        Counts.FAILURES_AFTERWARDS,
        ((By.CLIENT, "120 per hour"),),
    ),
)
