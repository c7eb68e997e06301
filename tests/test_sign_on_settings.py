"""Settings of the single sign-on."""

from __future__ import annotations

import pytest

from assessment.sign_on_settings import SingleSignOn, read_single_sign_on
from assessment.wrong_setting import WrongSetting

WHOLE = {
    "CX_WHEEL_OIDC_ISSUER": "https://id.example.org/",
    "CX_WHEEL_OIDC_CLIENT_ID": "cx-wheel",
    "CX_WHEEL_OIDC_CLIENT_SECRET": "very secret",
}


def test_without_any_of_them_there_is_none() -> None:
    assert read_single_sign_on({"CX_WHEEL_OIDC_NAME": "Alone"}) is None


def test_all_of_them_describe_the_provider_and_the_secret_is_not_printed() -> None:
    found = read_single_sign_on({**WHOLE, "CX_WHEEL_OIDC_NAME": "Example ID"})
    assert found == SingleSignOn("https://id.example.org", "cx-wheel", "very secret", "Example ID")
    assert "very secret" not in repr(found)


@pytest.mark.parametrize("missing", WHOLE)
def test_a_missing_one_is_named(missing: str) -> None:
    with pytest.raises(WrongSetting, match=missing):
        read_single_sign_on({name: value for name, value in WHOLE.items() if name != missing})


@pytest.mark.parametrize("issuer", ["http://id.example.org", "id.example.org", "https://", "https://x.org/?a=1"])
def test_the_provider_is_reached_over_https(issuer: str) -> None:
    with pytest.raises(WrongSetting, match="CX_WHEEL_OIDC_ISSUER"):
        read_single_sign_on({**WHOLE, "CX_WHEEL_OIDC_ISSUER": issuer})


@pytest.mark.parametrize("issuer", ["http://127.0.0.1:9000", "http://localhost:9000", "http://[::1]:9000"])
def test_a_provider_on_this_machine_needs_none(issuer: str) -> None:
    assert read_single_sign_on({**WHOLE, "CX_WHEEL_OIDC_ISSUER": issuer}) is not None
