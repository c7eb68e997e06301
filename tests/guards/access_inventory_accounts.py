"""Addresses of accounts, with who gets what there. All of them are about the account of whoever asks."""

from __future__ import annotations

from tests.factories.world import Thing
from tests.guards.access_rules import Row, accounts, everybody, newcomers, nobody, rows

_PROFILE = {"name": "Anna", "locale": "en", "time_zone": "UTC"}
_WRONG = {"token": "wrong"}

_SIGNING_IN = (
    *rows(
        newcomers,
        Thing.SITE,
        "GET security.login",
        "POST security.login",
        "GET security.register",
        "POST security.register",
        "GET security.wan_signin",
        "POST security.wan_signin",
    ),
    *rows(
        everybody,
        Thing.SITE,
        "GET accounts.look_into_mail",
        "GET account_erasure.farewell",
        "GET security.forgot_password",
        "POST security.forgot_password",
        "GET security.send_confirmation",
        "POST security.send_confirmation",
        ("POST security.logout", "start.show"),
        # of whoever has given a right password a moment ago
        ("GET security.tf_select", "security.login"),
        ("POST security.tf_select", "security.login"),
    ),
)

_SECOND_STEP = tuple(
    Row(f"{method} {endpoint}", Thing.SITE, newcomers, "security.login")
    for method in ("GET", "POST")
    for endpoint in ("security.two_factor_token_validation", "security.mf_recovery")
)

_MAILED_LINKS = tuple(
    Row(call, Thing.SITE, everybody, to, args=_WRONG)
    for call, to in (
        ("GET security.confirm_email", "security.send_confirmation"),
        ("POST security.confirm_email", "security.send_confirmation"),
        ("GET security.reset_password", "security.forgot_password"),
        ("POST security.reset_password", "security.forgot_password"),
        ("GET security.change_email_confirm", "security.change_email"),
        ("POST security.change_email_confirm", "security.change_email"),
        ("POST security.wan_signin_response", "security.wan_signin"),
    )
)

_OWN = (
    *rows(
        accounts,
        Thing.SITE,
        "GET accounts.settings",
        "GET accounts.sessions",
        "GET accounts.export",
        ("POST accounts.end_others", "accounts.sessions"),
        ("POST accounts.end_all", "start.show"),
        ("GET accounts.second_factor_changed", "accounts.settings"),
        "GET account_erasure.show",
        "GET security.change_password",
        "POST security.change_password",
        "GET security.change_email",
        "POST security.change_email",
        "GET security.verify",
        "POST security.verify",
        "GET security.two_factor_setup",
        "POST security.two_factor_setup",
        "GET security.mf_recovery_codes",
        "POST security.mf_recovery_codes",
        "GET security.wan_register",
        "POST security.wan_register",
        "GET security.wan_verify",
        "POST security.wan_verify",
        ("GET security.wan_delete", "security.wan_register"),
        ("POST security.wan_delete", "security.wan_register"),
    ),
    Row("POST accounts.save_profile", Thing.SITE, accounts, "accounts.settings", _PROFILE),
    Row("POST accounts.end_one", Thing.SITE, accounts, "accounts.sessions", args={"session_id": "wrong"}),
    Row("POST accounts.recovery_codes_file", Thing.SITE, accounts, "security.mf_recovery_codes"),
    Row("POST account_erasure.erase", Thing.SITE, accounts, status=422),
    Row("POST security.two_factor_setup_validate", Thing.SITE, accounts, "security.two_factor_setup", args=_WRONG),
    Row("POST security.wan_register_response", Thing.SITE, accounts, "security.wan_register", args=_WRONG),
    Row("POST security.wan_verify_response", Thing.SITE, accounts, "security.wan_verify", args=_WRONG),
)

_NOT_OFFERED = rows(
    nobody,
    Thing.SITE,
    "GET security.two_factor_rescue",
    "POST security.two_factor_rescue",
    # without a provider of identities
    "GET single_sign_on.start",
    "GET single_sign_on.come_back",
)

ACCOUNTS = (*_SIGNING_IN, *_SECOND_STEP, *_MAILED_LINKS, *_OWN, *_NOT_OFFERED)
