from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from assessment.mail_settings import Encryption, MailFolder, MailServer
from assessment.settings import Environment, Settings, WrongSetting, read_or_make_secret


def test_an_empty_environment_gives_a_database_in_the_instance_folder(tmp_path: Path) -> None:
    settings = Settings.from_environment({"CX_WHEEL_INSTANCE": str(tmp_path)})

    assert settings.database_url == f"sqlite:///{tmp_path}/cx_wheel.sqlite3"
    assert settings.environment is Environment.PRODUCTION
    assert settings.secret_key is None
    assert settings.bank is None


def test_an_empty_variable_counts_as_unset() -> None:
    assert Settings.from_environment({"CX_WHEEL_ENV": " "}) == Settings.from_environment({})


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_any_spelling_of_postgresql_means_psycopg_3_and_keeps_the_password(scheme: str) -> None:
    settings = Settings.from_environment({"CX_WHEEL_DATABASE_URL": f"{scheme}://wheel:p%40ss@db.example.org/wheel"})

    assert settings.database_url == "postgresql+psycopg://wheel:p%40ss@db.example.org/wheel"


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("CX_WHEEL_DATABASE_URL", "mysql://root@localhost/wheel"),
        ("CX_WHEEL_DATABASE_URL", "sqlite://"),
        ("CX_WHEEL_DATABASE_URL", "no address at all"),
        ("CX_WHEEL_DATABASE_URL", "postgresql://wheel@host:port/wheel"),
        ("CX_WHEEL_SECRET_KEY", "short"),
        ("CX_WHEEL_BASE_URL", "wheel.example.org"),
        ("CX_WHEEL_BASE_URL", "https://wheel.example.org/?a=b"),
        ("CX_WHEEL_BASE_URL", "http://[::1"),
        ("CX_WHEEL_BASE_URL", "http://wheel.example.org:port"),
        ("CX_WHEEL_BASE_URL", "http://wheel.example.org:99999"),
        ("CX_WHEEL_BASE_URL", "https://wheel example.org"),
        ("CX_WHEEL_BASE_URL", "https://name:word@wheel.example.org"),
        ("CX_WHEEL_ENV", "staging"),
        ("CX_WHEEL_TRUSTED_PROXIES", "one"),
        ("CX_WHEEL_TRUSTED_PROXIES", "-1"),
        ("CX_WHEEL_TRUSTED_PROXIES", "11"),
        ("CX_WHEEL_TRUSTED_PROXIES", "9" * 5000),
        ("CX_WHEEL_BANK", "/nowhere/at/all"),
    ],
)
def test_a_wrong_value_is_refused_with_a_sentence_that_names_the_variable(variable: str, value: str) -> None:
    with pytest.raises(WrongSetting, match=variable):
        Settings.from_environment({variable: value})


def test_a_short_secret_is_not_repeated_in_the_message() -> None:
    with pytest.raises(WrongSetting) as refused:
        Settings.from_environment({"CX_WHEEL_SECRET_KEY": "hunter2hunter2"})

    assert "hunter2" not in str(refused.value)


def test_the_base_address_has_no_slash_at_its_end() -> None:
    settings = Settings.from_environment({"CX_WHEEL_BASE_URL": "https://example.org/wheel/"})

    assert settings.base_url == "https://example.org/wheel"
    assert settings.is_https


def test_a_secret_is_made_once_and_readable_by_its_owner_alone(tmp_path: Path) -> None:
    first = read_or_make_secret(tmp_path / "instance")

    assert len(first) >= 32
    assert read_or_make_secret(tmp_path / "instance") == first
    assert stat.S_IMODE((tmp_path / "instance" / "secret_key").stat().st_mode) == 0o600


def test_workers_that_start_at_once_agree_on_the_secret(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        secrets = set(pool.map(lambda _: read_or_make_secret(tmp_path), range(8)))

    assert len(secrets) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


def test_mails_go_into_a_folder_until_a_server_is_named() -> None:
    settings = Settings.from_environment({})

    assert settings.mail == MailFolder(chosen=False)
    assert str(settings.sender) == "CX Wheel <no-reply@localhost>"
    assert settings.queue.is_embedded


@pytest.mark.parametrize(
    ("value", "server"),
    [
        ("smtp://u:p%40ss@mail.test", MailServer("mail.test", 587, Encryption.STARTTLS, "u", "p@ss")),
        ("smtps://u:p@mail.test", MailServer("mail.test", 465, Encryption.TLS, "u", "p")),
        ("smtp://127.0.0.1?tls=none", MailServer("127.0.0.1", 25, Encryption.NONE)),
        ("smtp://u:p@localhost:2525?tls=none", MailServer("localhost", 2525, Encryption.NONE, "u", "p")),
    ],
)
def test_a_mail_server_is_named_by_an_address(value: str, server: MailServer) -> None:
    settings = Settings.from_environment({"CX_WHEEL_MAIL": value})

    assert settings.mail == server
    assert "p@ss" not in repr(settings.mail)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("CX_WHEEL_MAIL", "mail.test"),
        ("CX_WHEEL_MAIL", "smtp://hunter2:x@mail.test:port"),
        ("CX_WHEEL_MAIL", "smtp://hunter2@mail.test"),
        ("CX_WHEEL_MAIL", "smtp://mail.test?tls=maybe"),
        ("CX_WHEEL_MAIL", "smtps://mail.test?tls=none"),
        ("CX_WHEEL_MAIL", "smtp://u:hunter2@mail.test?tls=none"),
        ("CX_WHEEL_MAIL_FROM", "nobody"),
        ("CX_WHEEL_MAIL_FROM", "a <b@example.org>, d <e@example.org>"),
        ("CX_WHEEL_MAIL_FROM", "a <b@example.org>\nBcc: d@example.org"),
        ("CX_WHEEL_MAIL_FROM", "b@exam ple.org"),
        ("CX_WHEEL_QUEUE", "redis://hunter2:x@host:port/0"),
        ("CX_WHEEL_QUEUE", "rabbit://hunter2@host"),
        ("CX_WHEEL_QUEUE", "postgresql://"),
    ],
)
def test_a_wrong_setting_of_mail_is_named_without_its_password(variable: str, value: str) -> None:
    with pytest.raises(WrongSetting, match=variable) as refused:
        Settings.from_environment({variable: value})

    assert "hunter2" not in str(refused.value)


def test_the_sender_may_have_a_name_in_any_script() -> None:
    settings = Settings.from_environment({"CX_WHEEL_MAIL_FROM": "Колесо <wheel@example.org>"})

    assert (settings.sender.display_name, settings.sender.addr_spec) == ("Колесо", "wheel@example.org")


@pytest.mark.parametrize(
    ("value", "url"),
    [
        ("postgresql+psycopg://u:p@db.test/wheel", "postgresql://u:p@db.test/wheel"),
        ("redis://queue.test:6379/0", "redis://queue.test:6379/0"),
    ],
)
def test_another_queue_is_named_by_its_address(value: str, url: str) -> None:
    queue = Settings.from_environment({"CX_WHEEL_QUEUE": value}).queue

    assert (queue.url, queue.is_embedded) == (url, False)
