"""What guides tell people to type exists, and where they point to is there."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from assessment.cli.main import main

ROOT = Path(__file__).parents[2]
GUIDES = sorted(
    path
    for path in (
        *ROOT.glob("*.md"),
        *ROOT.glob("docs/**/*.md"),
        *ROOT.glob("question_bank/*.md"),
        *ROOT.glob("examples/*.md"),
    )
)
CODE = re.compile(r"```(?:sh|console|ini)?\n(.*?)```|`([^`\n]+)`", re.DOTALL)
LINK = re.compile(r"\]\((?!https?://|#|mailto:)([^)#\s]+)")
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
guides = pytest.mark.parametrize("guide", GUIDES, ids=lambda path: str(path.relative_to(ROOT)))


def commands(guide: Path) -> Iterator[list[str]]:
    """Each line of code that calls ``make`` or ``cx-wheel``, as words from there on, without what follows a pipe."""
    for block, inline in CODE.findall(guide.read_text(encoding="utf-8")):
        for line in (block or inline).replace("\\\n", " ").splitlines():
            words = shlex.split(line, comments=True) if line.count("'") % 2 == 0 and line.count('"') % 2 == 0 else []
            words = [word.removeprefix("ExecStart=") for word in words]
            names = ["" if "=" in word else Path(word).name for word in words]
            for name in ("make", "cx-wheel"):
                if name in names and not words[0].startswith(("install", "pip")):
                    yield [name, *words[names.index(name) + 1 :]]


def test_guides_are_found() -> None:
    assert {guide.name for guide in GUIDES} >= {"README.md", "CONTRIBUTING.md", "installing.md", "operating.md"}
    assert [command for guide in GUIDES for command in commands(guide) if command[:2] == ["cx-wheel", "serve"]]


@guides
def test_make_targets_exist(guide: Path) -> None:
    asked = [word for name, *words in commands(guide) if name == "make" for word in words if word.isalpha()]
    assert [target for target in asked if target not in TARGETS] == []


@guides
def test_commands_and_their_options_exist(guide: Path) -> None:
    wrong = []
    for name, *words in commands(guide):
        if name != "cx-wheel":
            continue
        command: click.Command = main
        context = click.Context(main)
        while isinstance(command, click.Group) and words and not words[0].startswith("-"):
            found = command.get_command(context, words.pop(0))
            if found is None:
                wrong.append(words)
                break
            command = found
        known = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)} | {
            "--help"
        }
        wrong += [word for word in words if word.startswith("--") and word.split("=")[0] not in known]
    assert wrong == []


@guides
def test_links_lead_somewhere(guide: Path) -> None:
    places = LINK.findall(guide.read_text(encoding="utf-8"))
    assert [place for place in places if not (guide.parent / place).exists()] == []


def test_settings_in_guides_are_settings() -> None:
    known = set(re.findall(r"`(CX_WHEEL_\w+)`", (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")))
    named = {name for guide in GUIDES for name in re.findall(r"CX_WHEEL_[A-Z_]+", guide.read_text(encoding="utf-8"))}
    assert named <= known
