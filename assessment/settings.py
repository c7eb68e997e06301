"""Settings of one installation, read once from the environment."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.headerregistry import Address
from enum import StrEnum
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from assessment.mail_settings import MailFolder, MailServer, Queue, mail_domain, read_mail, read_queue, read_sender
from assessment.sign_on_settings import SingleSignOn, read_single_sign_on
from assessment.wrong_setting import WrongSetting, require_package

__all__ = ["Environment", "Settings", "WrongSetting", "read_or_make_secret"]

_SHORTEST_SECRET = 32
_MOST_PROXIES = 10
_ADDRESS_CHARACTERS = re.compile(r"[^\s\x00-\x1f\x7f<>\"'\\]+")


class Environment(StrEnum):
    """In development the style guide is on and templates are read anew."""

    DEVELOPMENT = "development"
    PRODUCTION = "production"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that differs between installations.

    ``instance`` is the folder for local state; ``base_url`` the address people reach the service at, without a slash
    at its end; ``bank`` the folder of frameworks, None for the one that comes with the service; ``secret_key`` signs
    session cookies, None for one that the service makes and keeps in ``instance``; ``mail`` is where mails go;
    ``mail_from`` who they come from, None for an address at the host of ``base_url``; ``queue`` wakes the worker;
    ``trusted_proxies`` is how many proxies of our own stand between people and the service; ``single_sign_on``
    is a provider of identities, None without one.
    """

    instance: Path
    database_url: str
    base_url: str = "http://127.0.0.1:8000"
    environment: Environment = Environment.PRODUCTION
    secret_key: str | None = None
    bank: Path | None = None
    mail: MailServer | MailFolder = field(default_factory=MailFolder)
    mail_from: Address | None = None
    queue: Queue = field(default_factory=Queue)
    trusted_proxies: int = 0
    single_sign_on: SingleSignOn | None = None

    @classmethod
    def from_environment(cls, env: Mapping[str, str] | None = None) -> Self:
        """Settings from variables that start with CX_WHEEL_, of ``os.environ`` unless given.

        An empty variable counts as unset. Raises WrongSetting with a sentence that names the variable.
        """
        given = {name: value.strip() for name, value in (os.environ if env is None else env).items() if value.strip()}
        instance = Path(given.get("CX_WHEEL_INSTANCE", _usual_instance())).expanduser().absolute()
        bank, sender = given.get("CX_WHEEL_BANK"), given.get("CX_WHEEL_MAIL_FROM")
        return cls(
            instance=instance,
            database_url=_database_url(given.get("CX_WHEEL_DATABASE_URL"), instance),
            base_url=_base_url(given.get("CX_WHEEL_BASE_URL", "http://127.0.0.1:8000")),
            environment=_environment(given.get("CX_WHEEL_ENV", Environment.PRODUCTION)),
            secret_key=_secret_key(given.get("CX_WHEEL_SECRET_KEY")),
            bank=None if bank is None else _bank(bank),
            mail=read_mail(given.get("CX_WHEEL_MAIL")),
            mail_from=None if sender is None else read_sender(sender),
            queue=read_queue(given.get("CX_WHEEL_QUEUE")),
            trusted_proxies=_trusted_proxies(given.get("CX_WHEEL_TRUSTED_PROXIES", "0")),
            single_sign_on=read_single_sign_on(given),
        )

    @property
    def is_development(self) -> bool:
        return self.environment is Environment.DEVELOPMENT

    @property
    def mail_domain(self) -> str:
        """What stands after the @ in the names of mails, and in their sender's address where none is set."""
        return mail_domain(str(urlsplit(self.base_url).hostname))

    @property
    def sender(self) -> Address:
        """Who mails come from."""
        return self.mail_from or Address("CX Wheel", "no-reply", self.mail_domain)

    @property
    def mail_folder(self) -> Path:
        """Where mails lie that are sent to nobody."""
        return self.instance / "mails"

    @property
    def mail_warning(self) -> str | None:
        """What whoever starts a site should hear when it can send no mails, though nobody asked for that."""
        if self.is_development or self.mail != MailFolder(chosen=False):
            return None
        return (
            f"CX_WHEEL_MAIL is not set: nobody gets mails. They are written into {self.mail_folder}, "
            "where whoever reads them can use their links."
        )

    @property
    def is_https(self) -> bool:
        """Whether people reach the service over https, so that cookies may insist on it."""
        return self.base_url.startswith("https://")


def read_or_make_secret(instance: Path) -> str:
    """The secret kept in ``instance``, made at the first start; safe when several workers start at once."""
    path = instance / "secret_key"
    instance.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        draft = instance / f"secret_key.{os.getpid()}.{secrets.token_hex(4)}"
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(48), encoding="ascii")
        try:
            path.hardlink_to(draft)
        except FileExistsError:
            pass  # another worker was first: its secret is the one that counts
        finally:
            draft.unlink()
    return path.read_text(encoding="ascii")


def _usual_instance() -> str:
    """``instance/`` of a checkout; for an installed package a folder of the person's own."""
    checkout = Path(__file__).parents[1]
    if (checkout / "pyproject.toml").is_file():
        return str(checkout / "instance")
    return str(Path(os.environ.get("XDG_DATA_HOME", "~/.local/share")) / "cx-wheel")


def _database_url(given: str | None, instance: Path) -> str:
    """An SQLAlchemy address; plain ``postgresql://`` and ``postgres://`` mean psycopg 3."""
    if given is None:
        return f"sqlite:///{instance / 'cx_wheel.sqlite3'}"
    try:
        url = make_url(given)
    except (ArgumentError, ValueError):  # the latter for a port that is no number
        url = None
    kind = "" if url is None else url.drivername
    if url is not None and kind in {"postgresql", "postgres", "postgresql+psycopg"}:
        require_package("psycopg", install="psycopg[binary]", setting="CX_WHEEL_DATABASE_URL")
        return url.set(drivername="postgresql+psycopg").render_as_string(hide_password=False)
    if url is not None and kind == "sqlite" and url.database not in {None, "", ":memory:"}:
        return given
    raise WrongSetting(
        "CX_WHEEL_DATABASE_URL must be sqlite:////absolute/path/to/file or postgresql://user:password@host/database."
    )


def _base_url(given: str) -> str:
    if not _is_web_address(given):
        raise WrongSetting(
            f"CX_WHEEL_BASE_URL must be the address people open, such as https://wheel.example.org; it is {given!r}."
        )
    return given.rstrip("/")


def _is_web_address(given: str) -> bool:
    """Whether it is a host, with a port and a path at the most: all that links in mails may begin with."""
    try:
        parts = urlsplit(given)
        named = bool(parts.hostname) and parts.port != 0
    except ValueError:  # brackets that do not close, a port that is none
        return False
    extra = parts.query or parts.fragment or "@" in parts.netloc
    return (
        parts.scheme in {"http", "https"} and named and not extra and _ADDRESS_CHARACTERS.fullmatch(given) is not None
    )


def _environment(given: str) -> Environment:
    try:
        return Environment(given)
    except ValueError:
        raise WrongSetting(f"CX_WHEEL_ENV must be development or production; it is {given!r}.") from None


def _secret_key(given: str | None) -> str | None:
    if given is not None and len(given) < _SHORTEST_SECRET:
        raise WrongSetting(
            f"CX_WHEEL_SECRET_KEY must have at least {_SHORTEST_SECRET} characters; "
            "python -c 'import secrets; print(secrets.token_urlsafe(48))' prints a good one."
        )
    return given


def _trusted_proxies(given: str) -> int:
    if not (given.isascii() and given.isdecimal() and len(given) <= 2 and int(given) <= _MOST_PROXIES):
        raise WrongSetting(
            "CX_WHEEL_TRUSTED_PROXIES must be the number of proxies of your own in front of the service, from 0 to "
            f"{_MOST_PROXIES}; it is {given!r}."
        )
    return int(given)


def _bank(given: str) -> Path:
    path = Path(given).expanduser().absolute()
    if not path.is_dir():
        raise WrongSetting(f"CX_WHEEL_BANK must be a folder of frameworks; there is none at {path}.")
    return path
