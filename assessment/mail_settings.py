"""Settings of mail and of the queue: where mails go, who they come from, how the worker is woken."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from email.headerregistry import Address
from email.utils import getaddresses, parseaddr
from enum import StrEnum
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from email_validator import EmailNotValidError, validate_email

from assessment.wrong_setting import WrongSetting, require_package

_PORTS = {"smtps": 465, "starttls": 587, "none": 25}


class Encryption(StrEnum):
    """How the way to a mail server is protected."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class MailServer:
    """A server that takes mails by SMTP; ``user`` is empty where it asks for none."""

    host: str
    port: int
    encryption: Encryption
    user: str = ""
    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class MailFolder:
    """Mails are written into ``instance/mails`` and sent to nobody. ``chosen``: somebody asked for it."""

    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Queue:
    """What wakes the worker: a file in the instance folder without ``url``, else PostgreSQL or Redis at it."""

    url: str = field(default="", repr=False)

    @property
    def is_embedded(self) -> bool:
        """Whether the site itself starts the worker."""
        return not self.url


def read_mail(given: str | None) -> MailServer | MailFolder:
    """``folder``, ``smtp://…`` or ``smtps://…``; the folder when nothing is given. Raises WrongSetting."""
    if given is None or given == "folder":
        return MailFolder(chosen=given is not None)
    try:
        parts = urlsplit(given)
        port = parts.port
    except ValueError:
        raise _wrong_route() from None
    tls = parse_qs(parts.query, keep_blank_values=True)
    plain = tls == {"tls": ["none"]}
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname or parts.path not in {"", "/"} or parts.fragment:
        raise _wrong_route()
    if tls and not (plain and parts.scheme == "smtp"):
        raise _wrong_route()
    encryption = Encryption.TLS if parts.scheme == "smtps" else Encryption.NONE if plain else Encryption.STARTTLS
    usual = _PORTS["smtps" if encryption is Encryption.TLS else encryption.value]
    return _checked(MailServer(parts.hostname, port or usual, encryption, *_credentials(parts)))


def read_sender(given: str) -> Address:
    """``Name <address>`` or an address. Raises WrongSetting."""
    name, address = parseaddr(given)
    wrong = WrongSetting(
        f"CX_WHEEL_MAIL_FROM must be an address, such as CX Wheel <wheel@example.org>; it is {given!r}."
    )
    # The parser takes the first of several addresses, and mends what is broken: both would surprise.
    if len(getaddresses([given])) > 1 or address not in given or not given.isprintable():
        raise wrong
    try:
        found = validate_email(address, check_deliverability=False, globally_deliverable=False)
        return Address(display_name=name, addr_spec=found.ascii_email or "")
    except (EmailNotValidError, ValueError, IndexError):
        raise wrong from None


def read_queue(given: str | None) -> Queue:
    """``sqlite``, ``postgresql://…`` or ``redis://…``; SQLite when nothing is given. Raises WrongSetting."""
    if given is None or given == "sqlite":
        return Queue()
    scheme, _, rest = given.partition("://")
    if scheme in {"postgres", "postgresql", "postgresql+psycopg"} and rest:
        require_package("psycopg", install="psycopg[binary]", setting="CX_WHEEL_QUEUE")
        return Queue(f"postgresql://{rest}")
    if scheme in {"redis", "rediss"} and rest and _has_sound_port(given):
        require_package("redis", install="redis", setting="CX_WHEEL_QUEUE")
        return Queue(given)
    raise WrongSetting(
        "CX_WHEEL_QUEUE must be sqlite, postgresql://user:password@host/database or redis://host:6379/0."
    )


def _has_sound_port(address: str) -> bool:
    """Whether the port of an address is a number, or there is none."""
    try:
        return urlsplit(address).port != 0
    except ValueError:
        return False


def mail_domain(host: str) -> str:
    """The host as the right side of an address, in ASCII; one that is a number gets ``localhost``."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return host.encode("idna").decode("ascii")
    return "localhost"


def _credentials(parts: SplitResult) -> tuple[str, str]:
    return unquote(parts.username or ""), unquote(parts.password or "")


def _checked(server: MailServer) -> MailServer:
    if bool(server.user) != bool(server.password):
        raise _wrong_route()
    if server.user and server.encryption is Encryption.NONE and not _is_here(server.host):
        raise WrongSetting(
            f"CX_WHEEL_MAIL would send a password to {server.host} without encryption; leave out ?tls=none."
        )
    return server


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _wrong_route() -> WrongSetting:
    return WrongSetting(
        "CX_WHEEL_MAIL must be folder, smtp://user:password@host:587, smtps://user:password@host, "
        "or smtp://127.0.0.1:25?tls=none for a mail server on this machine. "
        "Characters such as @ and : in the password are written as %40 and %3A."
    )
