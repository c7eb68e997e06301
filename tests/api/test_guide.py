"""The guide to the API and the examples of the command line do what they say."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from flask import Flask

from assessment.cli.main import main
from tests.factories.api_callers import Caller
from tests.factories.servers import served_in_thread

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


@pytest.mark.skipif(not (shutil.which("curl") and shutil.which("bash")), reason="needs bash and curl")
def test_the_commands_of_the_guide_run_one_after_another(app: Flask, tmp_path: Path) -> None:
    script = "\n".join(blocks(GUIDE, "sh"))
    with served_in_thread(app) as address:
        assert "http://127.0.0.1:8000" in script
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script.replace("http://127.0.0.1:8000", address)],
            cwd=tmp_path,
            env=os.environ | {"PATH": path},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stdout + done.stderr
    answers = list(documents(done.stdout))
    assert len(answers) == script.count("curl") - script.count("-o ") - script.count("> ") - 1, "one of them is empty"
    assert answers[-1]["status"] == 404
    assert (tmp_path / "plan.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "wheel.png").read_bytes().startswith(b"\x89PNG")
    assert b"<svg" in (tmp_path / "wheel.svg").read_bytes()
    assert json.loads((tmp_path / "export.json").read_text(encoding="utf-8"))["status"] == "submitted"


def documents(text: str) -> list[dict[str, Any]]:
    """JSON documents that stand one behind the other."""
    found = []
    decoder, place = json.JSONDecoder(), 0
    while text[place:].strip():
        document, end = decoder.raw_decode(text[place:].lstrip())
        found.append(document)
        place = len(text) - len(text[place:].lstrip()) + end
    return found


def test_the_refusal_of_the_guide_is_the_one_that_is_given(caller: Caller) -> None:
    (shown,) = blocks(GUIDE, "json")
    assert caller.patch({"ind.culture.knowledge.elements": 9}).get_json() == json.loads(shown)


def test_the_commands_of_the_examples_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    commands = [
        line for block in blocks((ROOT / "examples" / "README.md").read_text(), "sh") for line in block.splitlines()
    ]
    assert len(commands) == 3
    for command in commands:
        done = CliRunner().invoke(main, shlex.split(command)[1:])
        assert done.exit_code == 0, done.output
    assert (tmp_path / "plan-2-Service-lead.pdf").exists()
