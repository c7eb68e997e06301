"""Settings of the single sign-on by OpenID Connect."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import urlsplit

from assessment.wrong_setting import WrongSetting

_PREFIX = "CX_WHEEL_OIDC_"
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
    found = {
        name: given[_PREFIX + name] for name in ("ISSUER", "CLIENT_ID", "CLIENT_SECRET") if _PREFIX + name in given
    }
    if not found:
        return None
    missing = [_PREFIX + name for name in ("ISSUER", "CLIENT_ID", "CLIENT_SECRET") if name not in found]
    if missing:
        raise WrongSetting(f"Single sign-on needs {' and '.join(missing)} as well, or none of the CX_WHEEL_OIDC_ ones.")
    return SingleSignOn(
        issuer=_issuer(found["ISSUER"]),
        client_id=found["CLIENT_ID"],
        client_secret=found["CLIENT_SECRET"],
        name=given.get(_PREFIX + "NAME", _USUAL_NAME),
    )


def _issuer(given: str) -> str:
    split = urlsplit(given)
    secure = split.scheme == "https" or (split.scheme == "http" and _is_this_machine(split.hostname or ""))
    if not secure or not split.hostname or split.query or split.fragment:
        raise WrongSetting(
            f"CX_WHEEL_OIDC_ISSUER must be the provider's https address, such as https://id.example.org; it is {given!r}."
        )
    return given.rstrip("/")


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
