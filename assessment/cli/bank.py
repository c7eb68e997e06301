"""``cx-wheel bank``: check the question bank, print the schema of its files."""

from __future__ import annotations

import json
from pathlib import Path

import click

from assessment.bank.finding import BrokenBank
from assessment.bank.location import bank_path
from assessment.bank.reader import CheckedFramework, read_bank
from assessment.bank.schema import list_schemas


@click.group()
def bank() -> None:
    """The question bank: frameworks as folders of text files."""


@bank.command()
@click.argument("path", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
def check(path: Path | None) -> None:
    """Check the bank, one framework, or one version, and print every finding.

    PATH is the folder of any of them; without it the shipped bank is checked. The exit status is 1 when there are
    findings.
    """
    try:
        frameworks = read_bank(path or bank_path())
    except BrokenBank as broken:
        click.echo(str(broken))
        raise SystemExit(1) from broken
    for checked in frameworks:
        click.echo(_count(checked))


@bank.command()
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write one file for each kind of file into this folder instead of printing them.",
)
def schema(output: Path | None) -> None:
    """Print the JSON Schema of the bank's files, with which an editor checks them while one types."""
    schemas = list_schemas()
    if output is None:
        click.echo(_as_text(schemas), nl=False)
        return
    output.mkdir(parents=True, exist_ok=True)
    for name, content in schemas.items():
        path = output / f"{name}.schema.json"
        path.write_text(_as_text(content), encoding="utf-8")
        click.echo(path)


def _count(checked: CheckedFramework) -> str:
    framework = checked.framework
    counts = {
        "competencies": framework.competencies,
        "levels": framework.levels,
        "items": framework.items,
        "scales": framework.scales,
        "actions": framework.actions,
        "courses": framework.courses,
        "resources": framework.resources,
        "terms": framework.glossary,
    }
    numbers = ", ".join(f"{len(things)} {name}" for name, things in counts.items())
    return f"{framework.id} {framework.version}: {numbers}, in {', '.join(framework.locales)}; no findings"


def _as_text(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
