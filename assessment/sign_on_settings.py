"""Settings of the single sign-on by OpenID Connect."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import urlsplit

from assessment.wrong_setting import WrongSetting

_NEEDED = ("CX_WHEEL_OIDC_ISSUER", "CX_WHEEL_OIDC_CLIENT_ID", "CX_WHEEL_OIDC_CLIENT_SECRET")
_USUAL_NAME = "Single sign-on"


@dataclass(frozen=True, slots=True)
class SingleSignOn:
    """A provider of identities. ``issuer`` is its address without a slash at its end, ``name`` what people call it."""

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    name: str = _USUAL_NAME


def read_single_sign_on(given: Mapping[str, str]) -> SingleSignOn | None:
    """The provider that CX_WHEEL_OIDC_ISSUER, _CLIENT_ID, _CLIENT_SECRET and _NAME describe; None without any of them.

    Raises WrongSetting when some of them are missing, or the issuer is not an https address (http is for this machine).
    """
    missing = [name for name in _NEEDED if name not in given]
    if len(missing) == len(_NEEDED):
        return None
    if missing:
        raise WrongSetting(f"Single sign-on needs {' and '.join(missing)} as well, or none of its settings.")
    issuer, client_id, client_secret = (given[name] for name in _NEEDED)
    return SingleSignOn(_issuer(issuer), client_id, client_secret, given.get("CX_WHEEL_OIDC_NAME", _USUAL_NAME))


def _issuer(given: str) -> str:
    split = urlsplit(given)
    secure = split.scheme == "https" or (split.scheme == "http" and _is_this_machine(split.hostname or ""))
    if not secure or not split.hostname or split.query or split.fragment:
        raise WrongSetting(
            f"CX_WHEEL_OIDC_ISSUER must be the provider's https address, https://id.example.org say; it is {given!r}."
        )
    return given.rstrip("/")


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
