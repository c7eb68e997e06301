"""``cx-wheel bank`` tells an author what is wrong, or that nothing is."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result

from assessment.cli.main import COMMANDS, main
from tests.factories.banks import BANKS, copy_framework, edit, line_of


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_a_sound_framework_is_counted_in_one_line() -> None:
    result = run("bank", "check", BANKS / "two_facets")
    assert result.exit_code == 0
    assert result.output == (
        "two_facets 1.0: 3 competencies, 2 levels, 36 items, 3 scales, 4 actions, 2 courses, 1 resources, 2 terms, "
        "in en, ru; no findings\n"
    )


def test_every_framework_of_a_bank_is_counted() -> None:
    assert len(run("bank", "check", BANKS).output.splitlines()) == len(
        [path for path in BANKS.iterdir() if path.is_dir()]
    )


def test_the_shipped_bank_is_checked_when_no_path_is_given() -> None:
    result = run("bank", "check")
    assert result.output.startswith("cx_competencies ")
    assert result.exit_code == 0


def test_every_finding_is_a_line_and_the_exit_status_is_1(tmp_path: Path) -> None:
    version = copy_framework("two_facets", tmp_path)
    edit(version / "framework.yaml", "sem: 6.5", "sem: 0")
    edit(version / "actions/individual.yaml", "band: high", "band: top")
    top, sem = line_of(version / "actions/individual.yaml", "band: top"), line_of(version / "framework.yaml", "sem: 0")
    for path in (tmp_path, tmp_path / "two_facets", version):
        result = run("bank", "check", path)
        assert result.exit_code == 1
        first, second = result.output.splitlines()
        assert first == (
            f"{version.as_posix()}/actions/individual.yaml:{top}: actions[harvest].band: "
            "there is no band `top`; choose one of high, low"
        )
        assert second == f"{version.as_posix()}/framework.yaml:{sem}: measurement.sem: is `0`; it must be above 0"


def test_a_path_that_does_not_exist_is_a_wrong_call() -> None:
    result = run("bank", "check", "nowhere")
    assert result.exit_code == 2
    assert "does not exist" in result.output


def test_the_schemas_are_printed_as_one_json_document() -> None:
    result = run("bank", "schema")
    assert result.exit_code == 0
    assert list(json.loads(result.output)) == [
        "framework",
        "competencies",
        "scales",
        "items",
        "actions",
        "courses",
        "glossary",
    ]


def test_the_schemas_are_written_as_one_file_for_each_kind(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "schemas"
    result = run("bank", "schema", "--output", folder)
    assert result.exit_code == 0
    assert sorted(result.output.split()) == sorted(str(path) for path in folder.iterdir())
    items = json.loads((folder / "items.schema.json").read_text(encoding="utf-8"))
    assert items["title"] == "CX Wheel question bank: items"


def test_the_help_of_the_console_command_names_the_bank() -> None:
    result = run("--help")
    assert result.exit_code == 0
    assert "bank" in result.output
    assert COMMANDS["bank"] == "assessment.cli.bank:bank"


def test_an_unknown_command_is_refused() -> None:
    result = run("bnak")
    assert result.exit_code == 2
    assert "No such command 'bnak'" in result.output


def test_the_bank_is_checked_without_loading_what_it_does_not_need() -> None:
    code = (
        "import sys; from assessment.cli.main import main\n"
        f"try: main(['bank', 'check', {str(BANKS / 'three_spokes')!r}])\n"
        "except SystemExit: print({'matplotlib', 'reportlab', 'flask', 'sqlalchemy'} & set(sys.modules))"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.splitlines()[-1] == "set()"
