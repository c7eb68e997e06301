"""How the accounts library is set up: strictly, and with nothing switched on that the service does not offer."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from assessment.use_cases.parts import Parts
from assessment.web.accounts.messages import MESSAGES

SHORTEST_PASSWORD = 10
LONGEST_PASSWORD = 128
"""The library's own limit."""

RECOVERY_CODES = 8

_FRESH = timedelta(minutes=30)
"""How long ago somebody must have proved who they are to change how they prove it."""


def configuration(parts: Parts, secret: str) -> Mapping[str, Any]:
    """Settings of the library, by name. ``secret`` is the service's own, from which further keys are derived."""
    return {
        **_features(),
        **_addresses(),
        **_templates(),
        **_passwords(),
        **_second_factor(secret),
        **{f"SECURITY_MSG_{name}": message for name, message in MESSAGES.items()},
        "SECURITY_DATETIME_FACTORY": parts.clock,
        "SECURITY_RETURN_GENERIC_RESPONSES": True,
        "SECURITY_EMAIL_VALIDATOR_ARGS": {"check_deliverability": False},
        "SECURITY_EMAIL_PLAINTEXT": False,  # mails are composed when they are sent
        "SECURITY_EMAIL_HTML": False,
        "SECURITY_API_ENABLED_METHODS": ["session"],
        "SECURITY_FRESHNESS": _FRESH,
        "SECURITY_FRESHNESS_GRACE_PERIOD": timedelta(minutes=10),
        "SECURITY_FRESHNESS_ALLOW_AUTH_TOKEN": False,
        "SECURITY_CONFIRM_EMAIL_WITHIN": timedelta(days=5),
        "SECURITY_RESET_PASSWORD_WITHIN": timedelta(hours=2),
        "SECURITY_CHANGE_EMAIL_WITHIN": timedelta(hours=24),
        "SECURITY_CACHE_CONTROL": None,  # every page says so already
        "SECURITY_STATIC_FOLDER": None,
        "SECURITY_CLI_USERS_NAME": None,
        "SECURITY_CLI_ROLES_NAME": None,
        "SECURITY_JOIN_USER_ROLES": False,
    }


def _features() -> dict[str, Any]:
    return {
        "SECURITY_REGISTERABLE": True,
        "SECURITY_CONFIRMABLE": True,
        "SECURITY_RECOVERABLE": True,
        "SECURITY_CHANGEABLE": True,
        "SECURITY_CHANGE_EMAIL": True,
        "SECURITY_TWO_FACTOR": True,
        "SECURITY_MULTI_FACTOR_RECOVERY_CODES": True,
        "SECURITY_WEBAUTHN": True,
        "SECURITY_SEND_REGISTER_EMAIL": True,
    }


def _addresses() -> dict[str, Any]:
    """Paths below /account, and where each form leads."""
    return {
        "SECURITY_URL_PREFIX": "/account",
        "SECURITY_LOGIN_URL": "/sign-in",
        "SECURITY_LOGOUT_URL": "/sign-out",
        "SECURITY_REGISTER_URL": "/register",
        "SECURITY_CONFIRM_URL": "/confirm",
        "SECURITY_RESET_URL": "/reset",
        "SECURITY_CHANGE_URL": "/password",
        "SECURITY_CHANGE_EMAIL_URL": "/address",
        "SECURITY_VERIFY_URL": "/again",
        "SECURITY_TWO_FACTOR_SETUP_URL": "/two-factor",
        "SECURITY_TWO_FACTOR_TOKEN_VALIDATION_URL": "/two-factor/code",
        "SECURITY_TWO_FACTOR_RESCUE_URL": "/two-factor/rescue",
        "SECURITY_TWO_FACTOR_SELECT_URL": "/two-factor/choice",
        "SECURITY_MULTI_FACTOR_RECOVERY_CODES_URL": "/two-factor/recovery-codes",
        "SECURITY_MULTI_FACTOR_RECOVERY_URL": "/two-factor/recovery",
        "SECURITY_WAN_REGISTER_URL": "/passkeys",
        "SECURITY_WAN_DELETE_URL": "/passkeys/removal",
        "SECURITY_WAN_SIGNIN_URL": "/passkeys/sign-in",
        "SECURITY_WAN_VERIFY_URL": "/passkeys/again",
        "SECURITY_POST_LOGIN_VIEW": "/account",
        "SECURITY_POST_LOGOUT_VIEW": "/",
        "SECURITY_POST_REGISTER_VIEW": "accounts.look_into_mail",
        "SECURITY_POST_CONFIRM_VIEW": "security.login",
        "SECURITY_POST_RESET_VIEW": "security.login",
        "SECURITY_POST_CHANGE_VIEW": "accounts.settings",
        "SECURITY_POST_CHANGE_EMAIL_VIEW": "accounts.settings",
        "SECURITY_POST_VERIFY_VIEW": "accounts.settings",
        "SECURITY_TWO_FACTOR_POST_SETUP_VIEW": "accounts.second_factor_changed",
    }


def _templates() -> dict[str, Any]:
    names = {
        "LOGIN_USER": "sign_in",
        "REGISTER_USER": "register",
        "SEND_CONFIRMATION": "send_confirmation",
        "FORGOT_PASSWORD": "forgot_password",
        "RESET_PASSWORD": "reset_password",
        "CHANGE_PASSWORD": "change_password",
        "CHANGE_EMAIL": "change_address",
        "VERIFY": "verify",
        "TWO_FACTOR_SETUP": "two_factor_setup",
        "TWO_FACTOR_VERIFY_CODE": "two_factor_code",
        "TWO_FACTOR_SELECT": "two_factor_choice",
        "MULTI_FACTOR_RECOVERY_CODES": "recovery_codes",
        "MULTI_FACTOR_RECOVERY": "recovery",
        "WAN_REGISTER": "passkeys",
        "WAN_SIGNIN": "passkey_sign_in",
        "WAN_VERIFY": "passkey_verify",
    }
    return {f"SECURITY_{key}_TEMPLATE": f"accounts/{name}.html" for key, name in names.items()}


def _passwords() -> dict[str, Any]:
    """Argon2id as OWASP recommends it; its salt is its own, so no further secret can be lost."""
    return {
        "SECURITY_PASSWORD_HASH": "argon2",
        "SECURITY_PASSWORD_SCHEMES": ["argon2"],
        "SECURITY_PASSWORD_SINGLE_HASH": {"argon2"},
        "SECURITY_DEPRECATED_PASSWORD_SCHEMES": [],
        "SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS": {
            "argon2__rounds": 2,
            "argon2__memory_cost": 19_456,
            "argon2__parallelism": 1,
        },
        "SECURITY_PASSWORD_LENGTH_MIN": SHORTEST_PASSWORD,
        "SECURITY_PASSWORD_CONFIRM_REQUIRED": False,
        "SECURITY_HASHING_SCHEMES": ["hex_sha256"],  # of what stands in signed links, which expire
        "SECURITY_DEPRECATED_HASHING_SCHEMES": [],
    }


def _second_factor(secret: str) -> dict[str, Any]:
    return {
        "SECURITY_TWO_FACTOR_ENABLED_METHODS": ["authenticator"],
        "SECURITY_TWO_FACTOR_AUTHENTICATOR_VALIDITY": 30,
        "SECURITY_TWO_FACTOR_RESCUE_EMAIL": False,
        "SECURITY_TWO_FACTOR_ALWAYS_VALIDATE": True,
        "SECURITY_TOTP_SECRETS": {"1": hmac.new(secret.encode(), b"authenticator", hashlib.sha256).hexdigest()},
        "SECURITY_TOTP_ISSUER": "CX Wheel",
        "SECURITY_MULTI_FACTOR_RECOVERY_CODES_N": RECOVERY_CODES,
        "SECURITY_WAN_RP_NAME": "CX Wheel",
        "SECURITY_WAN_ALLOW_USER_HINTS": False,
        "SECURITY_WAN_SIGNIN_WITHIN": timedelta(minutes=5),
        "SECURITY_WAN_POST_REGISTER_VIEW": "security.wan_register",
    }
