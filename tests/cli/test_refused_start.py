"""What keeps the site from starting is said in a sentence, and nothing of a traceback."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from assessment.bank.location import bank_path
from tests.factories.banks import edit
from tests.factories.live_site import ROOT
from tests.factories.ports import HOST, free_port


def start(folder: Path, port: int, env: Mapping[str, str], *, largest_file: str = "unlimited") -> str:
    """What a start that fails writes; exit status 1 and no traceback are taken for granted."""
    done = subprocess.run(
        [
            "sh",
            "-c",
            f'ulimit -f {largest_file}; exec "$@"',
            "sh",
            sys.executable,
            "-m",
            "assessment",
            "serve",
            f"--port={port}",
        ],
        env={
            "PATH": "/usr/bin:/bin",
            "PYTHONDONTWRITEBYTECODE": "1",  # where files stay small, compiled modules would be left cut off
            "CX_WHEEL_INSTANCE": str(folder / "instance"),
            **env,
        },
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr


def assert_one_sentence(said: str, *words: str) -> None:
    assert said.startswith("Error: ")
    assert said.count("\n") == 1
    assert [word for word in words if word not in said] == []


def test_a_taken_port_is_named(tmp_path: Path) -> None:
    with socket.create_server((HOST, 0)) as taken:
        port = taken.getsockname()[1]

        said = start(tmp_path, port, {})

    assert_one_sentence(said, f"port {port}", "Address already in use", f"--port {port + 1}")
    assert not (tmp_path / "instance").exists()


@pytest.mark.parametrize(
    ("env", "words"),
    [
        ({"CX_WHEEL_SECRET_KEY": "short"}, ["CX_WHEEL_SECRET_KEY", "at least 32 characters"]),
        ({"CX_WHEEL_BANK": "/no/such/folder"}, ["CX_WHEEL_BANK", "/no/such/folder"]),
        ({"CX_WHEEL_INSTANCE": "/dev/null/instance"}, ["/dev/null", "Not a directory", "CX_WHEEL_INSTANCE"]),
        (
            {"CX_WHEEL_DATABASE_URL": "postgresql://nobody:hidden@127.0.0.1:1/none"},
            ["Connection refused", "CX_WHEEL_DATABASE_URL"],
        ),
        ({"CX_WHEEL_DATABASE_URL": "sqlite:////no/such/folder/file"}, ["unable to open", "CX_WHEEL_DATABASE_URL"]),
    ],
    ids=["secret", "bank", "instance", "postgresql", "sqlite"],
)
def test_a_setting_that_does_not_work_is_named(tmp_path: Path, env: Mapping[str, str], words: list[str]) -> None:
    said = start(tmp_path, free_port(), env)

    assert_one_sentence(said, *words)
    assert "hidden" not in said


def test_a_disk_without_room_is_said(tmp_path: Path) -> None:
    assert_one_sentence(start(tmp_path, free_port(), {}, largest_file="8"), "The database cannot be used", "have room")


def test_a_broken_bank_is_told_finding_by_finding(tmp_path: Path) -> None:
    bank = shutil.copytree(bank_path(), tmp_path / "bank")
    framework = next(bank.glob("cx_competencies/*/framework.yaml"))
    edit(framework, "id: cx_competencies", "id: something_else")

    said = start(tmp_path, free_port(), {"CX_WHEEL_BANK": str(bank)})

    finding, *_, last = said.splitlines()
    assert finding.startswith(f"{framework}:")
    assert last == "Error: The question bank has errors, so the service does not start."
