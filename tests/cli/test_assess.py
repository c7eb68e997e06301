"""``cx-wheel assess``: the whole job from a file of answers."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from assessment.bank.location import bank_path
from assessment.cli.main import main
from assessment.domain.framework import Level
from tests.factories.frameworks import core_framework
from tests.factories.sheets import sheet_of_totals

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = "2026-11-21"
ITEMS = [item.id for item in core_framework().items_of(Level.INDIVIDUAL)]
GOOD: Mapping[str, Any] = dict(sheet_of_totals(core_framework(), (37, 35, 42, 40, 25)).values)


def assess(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["assess", *map(str, arguments), "--today", DAY])


def write_table(path: Path, rows: Sequence[Mapping[str, object]], columns: Sequence[str] = ("name", *ITEMS)) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)
    return path


def person(name: str, **changes: object) -> dict[str, object]:
    """A row with good answers; ``changes`` go by the number of the item, ``_0`` for the first."""
    return {"name": name, **GOOD} | {ITEMS[int(key.removeprefix("_"))]: value for key, value in changes.items()}


@pytest.mark.parametrize("file", ["answers.yaml", "answers.json"])
@pytest.mark.parametrize("locale", ["en", "ru"])
def test_an_example_of_one_person_gives_every_file(tmp_path: Path, file: str, locale: str) -> None:
    level = "team" if file.endswith("json") else "individual"
    places = {kind: tmp_path / f"out.{kind}" for kind in ("pdf", "svg", "png", "json")}
    options = [part for kind, place in places.items() for part in (f"--{kind}", place)]
    done = assess(EXAMPLES / file, "--level", level, "--locale", locale, *options)
    assert done.exit_code == 0, done.output
    assert all(str(place) in done.output for place in places.values())
    assert "→" in done.output
    assert len(PdfReader(BytesIO(places["pdf"].read_bytes())).pages) in {3, 4, 5}
    assert ET.parse(places["svg"]).getroot().tag.endswith("svg")  # noqa: S314  drawn by ourselves
    assert places["png"].read_bytes().startswith(b"\x89PNG")
    result = json.loads(places["json"].read_text(encoding="utf-8"))
    assert (result["level"], result["locale"], result["submitted_at"]) == (level, locale, None)
    assert result["roll"] == min(spoke["score"] for spoke in result["competencies"])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.json", "out.pdf", "out.png", "out.svg"]


def test_the_name_of_the_person_stands_on_the_report(tmp_path: Path) -> None:
    assess(EXAMPLES / "answers.yaml", "--pdf", tmp_path / "plan.pdf")
    assert "CX manager" in PdfReader(tmp_path / "plan.pdf").pages[0].extract_text()


def test_the_example_of_several_people_gives_each_their_own_files(tmp_path: Path) -> None:
    done = assess(EXAMPLES / "team.csv", "--json", tmp_path / "team.json", "--svg", tmp_path / "wheel.svg")
    assert done.exit_code == 0, done.output
    with (EXAMPLES / "team.csv").open(encoding="utf-8", newline="") as file:
        names = [row["name"] for row in csv.DictReader(file)]
    assert f"{len(names)} people assessed." in done.output
    expected = [f"{row}-{name.replace(' ', '-')}" for row, name in enumerate(names, start=2)]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        [f"team-{one}.json" for one in expected] + [f"wheel-{one}.svg" for one in expected]
    )


def test_without_files_each_person_is_told_in_a_line() -> None:
    done = assess(EXAMPLES / "team.csv")
    told = [line for line in done.stdout.splitlines() if re.match(r"\d+  ", line)]
    assert len(told) == 5
    assert any("weakest link" in line for line in told)


def test_a_table_of_one_person_needs_no_suffix(tmp_path: Path) -> None:
    table = write_table(tmp_path / "one.csv", [person("Anybody")])
    done = assess(table, "--json", tmp_path / "result.json")
    assert done.exit_code == 0, done.output
    assert (tmp_path / "result.json").exists()
    assert "Roll 42" in done.output


def test_files_of_the_same_answers_are_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("first", "second"):
        (tmp_path / folder).mkdir()
        options = [part for kind in ("pdf", "svg", "png") for part in (f"--{kind}", tmp_path / folder / f"x.{kind}")]
        assert assess(EXAMPLES / "answers.yaml", *options).exit_code == 0
    for kind in ("pdf", "svg", "png"):
        assert (tmp_path / "first" / f"x.{kind}").read_bytes() == (tmp_path / "second" / f"x.{kind}").read_bytes()


def test_good_rows_are_done_and_bad_ones_listed_at_the_end(tmp_path: Path) -> None:
    rows = [
        person("First"),
        person("Off the scale", _0=6, _3="2.5"),
        person("In words", _1="yes"),
        person("Second", _5="not_applicable", _6="dont_know", _7="", _8="3,0", _9="4.0"),
    ]
    table = write_table(tmp_path / "team.csv", rows)
    with table.open("a", encoding="utf-8") as file:
        file.write("Short,1,2,3\n")
        file.write("Third," + ",".join(str(value) for value in GOOD.values()) + "\n")
    done = assess(table, "--json", tmp_path / "out.json")
    assert done.exit_code == 1
    assert sorted(path.name for path in tmp_path.glob("out*")) == [
        "out-2-First.json",
        "out-5-Second.json",
        "out-7-Third.json",
    ]
    listed = [line for line in done.stderr.splitlines() if line.startswith(("team.csv", "3 rows"))]
    scale = "is not on the scale. Use a whole number from 0 to 5, not_applicable or dont_know."
    assert listed == [
        f"team.csv, row 3, {ITEMS[0]}: 6 {scale}",
        f"team.csv, row 3, {ITEMS[3]}: 2.5 {scale}",
        f"team.csv, row 4, {ITEMS[1]}: 'yes' {scale}",
        "team.csv, row 6: 4 cells under 61 heads. Check its separators.",
        "3 rows were left out.",
    ]
    assert "3 people assessed." in done.stdout


def test_errors_are_told_in_the_language_of_the_files(tmp_path: Path) -> None:
    table = write_table(tmp_path / "team.csv", [person("First"), person("Second", _0=9)])
    done = assess(table, "--locale", "ru")
    assert f"team.csv, строка 3, {ITEMS[0]}: значения 9 нет на шкале." in done.stderr.replace("\u00a0", " ")
    assert "Пропущена 1 строка." in done.stderr.replace("\u00a0", " ")


def test_rows_of_people_with_the_same_or_no_name_do_not_meet(tmp_path: Path) -> None:
    table = write_table(tmp_path / "team.csv", [person("Same"), person("Same"), person(""), person("../../etc/passwd")])
    assert assess(table, "--json", tmp_path / "out.json").exit_code == 0
    assert sorted(path.name for path in tmp_path.glob("out*")) == [
        "out-2-Same.json",
        "out-3-Same.json",
        "out-4.json",
        "out-5-etc-passwd.json",
    ]


def test_a_very_long_name_still_gives_a_file(tmp_path: Path) -> None:
    table = write_table(tmp_path / "team.csv", [person("𠀀" * 200), person("Ж" * 200)])
    assert assess(table, "--json", tmp_path / "out.json").exit_code == 0
    assert len(list(tmp_path.glob("out*.json"))) == 2


def test_a_person_without_enough_answers_gets_no_numbers(tmp_path: Path) -> None:
    table = write_table(tmp_path / "team.csv", [{"name": "Early", ITEMS[0]: 4}, person("Done")])
    done = assess(table, "--json", tmp_path / "out.json", "--pdf", tmp_path / "out.pdf")
    assert done.exit_code == 0, done.output
    assert json.loads((tmp_path / "out-2-Early.json").read_text(encoding="utf-8"))["roll"] is None
    assert (tmp_path / "out-2-Early.pdf").exists()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--framework", "no_such"], "no questionnaire “no_such”"),
        (["--version", "1999.1"], "no version 1999.1"),
        (["--hours", "nan"], "Hours a week: choose from 0.5 to 40"),
        (["--hours", "0"], "range"),
        (["--weeks", "53"], "range"),
        (["--level", "galaxy"], "'individual', 'team', 'organisation'"),
        (["--locale", "de"], "'en', 'ru'"),
        (["--pdf", "no/such/folder/plan.pdf"], "folder cannot be written: No such file or directory"),
        (["--level", "team"], "there is no item"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(options: list[str], words: str) -> None:
    done = assess(EXAMPLES / "answers.yaml", *options)
    assert done.exit_code in {1, 2}
    assert words in done.stderr
    assert "Traceback" not in done.output
    assert done.stdout == ""


def test_a_file_does_not_take_the_place_of_the_answers_or_of_another(tmp_path: Path) -> None:
    answers = Path(shutil.copy(EXAMPLES / "answers.json", tmp_path))
    before = answers.read_bytes()
    done = assess(answers, "--level", "team", "--json", answers)
    assert done.exit_code == 1
    assert "would be written over another file" in done.stderr
    assert answers.read_bytes() == before
    same = tmp_path / "same"
    assert assess(answers, "--level", "team", "--svg", same, "--png", same).exit_code == 1
    assert not same.exists()


def test_a_file_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "result.json").mkdir()
    place = tmp_path / "result.json" / ".." / "result.json"
    done = assess(EXAMPLES / "answers.yaml", "--json", place)
    assert done.exit_code in {1, 2}
    assert "Traceback" not in done.output
    assert [path.name for path in tmp_path.iterdir()] == ["result.json"]


def test_a_broken_bank_is_told_by_its_findings(tmp_path: Path) -> None:
    bank = shutil.copytree(bank_path(), tmp_path / "bank")
    scales = next(bank.glob("cx_competencies/*/scales.yaml"))
    scales.write_text("scales: [", encoding="utf-8")
    done = assess(EXAMPLES / "answers.yaml", "--bank", bank)
    assert done.exit_code == 1
    assert "scales.yaml:1" in done.stderr


def test_another_bank_can_be_used(tmp_path: Path) -> None:
    bank = Path(__file__).parents[1] / "banks"
    answers = tmp_path / "answers.yaml"
    answers.write_text("{}\n", encoding="utf-8")
    done = assess(answers, "--bank", bank, "--framework", "three_spokes")
    assert done.exit_code == 1
    assert "answers.yaml holds no answers." in done.stderr


def test_it_needs_no_database_and_leaves_no_state(tmp_path: Path) -> None:
    environment = os.environ | {"CX_WHEEL_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"}
    environment["CX_WHEEL_INSTANCE"] = str(tmp_path / "instance")
    command = [sys.executable, "-m", "assessment", "assess", str(EXAMPLES / "answers.yaml"), "--json", "result.json"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["result.json"]
    assert "sqlalchemy" not in done.stderr
