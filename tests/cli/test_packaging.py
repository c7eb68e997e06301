"""The distribution that is built from the project, installed away from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from assessment import __version__
from tests.factories.live_people import Person, expect
from tests.factories.live_site import ROOT, running_site

DATA = ("question_bank", "templates", "static")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty folder with the distribution in ``site``; its dependencies are those of the tests."""
    folder = tmp_path_factory.mktemp("elsewhere")
    install = ["-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--disable-pip-version-check", "--target"]
    run([sys.executable, *install, str(folder / "site"), str(wheel)], folder)
    return folder


def run(command: list[str], beside: Path, **env: str) -> str:
    """What a command that succeeds writes; the checkout is out of its sight unless it runs there."""
    done = subprocess.run(
        command, cwd=beside, env={**os.environ, **env}, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def cx_wheel(installed: Path, *arguments: str) -> str:
    command = [sys.executable, str(installed / "site" / "bin" / "cx-wheel"), *arguments]
    return run(command, installed, PYTHONPATH=str(installed / "site"))


def expected_names() -> Iterator[str]:
    for folder, home in [("assessment", ""), *((name, "assessment/_data/") for name in DATA)]:
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                yield f"{home}{path.relative_to(ROOT).as_posix()}"


def test_the_wheel_holds_the_package_and_its_data_and_nothing_else(wheel: Path) -> None:
    names = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}

    assert names == set(expected_names())


def test_what_was_installed_is_what_runs(installed: Path) -> None:
    where = run(
        [sys.executable, "-c", "import assessment; print(assessment.__file__)"],
        installed,
        PYTHONPATH=str(installed / "site"),
    )

    assert Path(where.strip()).is_relative_to(installed)
    assert cx_wheel(installed, "--version") == f"cx-wheel, version {__version__}\n"


def test_the_installed_command_checks_its_own_bank(installed: Path) -> None:
    assert "cx_competencies 2026.1" in cx_wheel(installed, "bank", "check")


def test_the_installed_command_assesses_a_file_of_answers(installed: Path) -> None:
    answers = ROOT / "examples" / "answers.yaml"
    cx_wheel(
        installed, "assess", str(answers), "--locale=ru", "--pdf=p.pdf", "--svg=w.svg", "--png=w.png", "--json=r.json"
    )

    beginnings = {path.name: path.read_bytes()[:4] for path in installed.iterdir() if path.is_file()}
    assert beginnings == {"p.pdf": b"%PDF", "w.svg": b"<?xm", "w.png": b"\x89PNG", "r.json": b"{\n  "}


def test_the_installed_site_serves_pages_styles_scripts_and_both_languages(installed: Path, tmp_path: Path) -> None:
    env = {"PYTHONPATH": str(installed / "site")}
    with running_site(tmp_path, workers=1, env=env, beside=installed) as site:
        person = Person(site.port)
        person.start()
        page = expect(person.wire.get(f"{person.assessment}/questions/design"), 200)
        assets = [piece.split('"')[0] for piece in page.text.split('="/static/')[1:]]
        sizes = [len(expect(person.wire.get(f"/static/{asset}"), 200).body) for asset in assets]
        person.close()

    assert 'lang="ru"' in page.text
    assert "без ответа" in page.text
    assert {asset.rsplit(".", 1)[1] for asset in assets} >= {"css", "js", "svg"}
    assert min(sizes) > 100
