"""Files that are missing, left over or unreadable, and folders of the bank."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assessment.bank.finding import BrokenBank, Finding
from assessment.bank.location import bank_path
from assessment.bank.reader import check_bank, read_bank, read_framework
from tests.factories.banks import BANKS, copy_framework, edit


@pytest.mark.parametrize("name", ["framework.yaml", "competencies.yaml", "scales.yaml", "items/organisation.yaml"])
def test_a_missing_file_is_the_only_finding(name: str, tmp_path: Path) -> None:
    version = copy_framework("two_facets", tmp_path)
    (version / name).unlink()
    assert check_bank(version) == (Finding((version / name).as_posix(), 1, "file", "is missing; add the file"),)


@pytest.mark.parametrize("name", ["actions/individual.yaml", "glossary.yaml"])
def test_actions_and_the_glossary_may_be_missing(name: str, tmp_path: Path) -> None:
    version = copy_framework("two_facets", tmp_path)
    (version / name).unlink()
    assert check_bank(version) == ()


@pytest.mark.parametrize("name", ["notes.yaml", "items/team.yml", "items/teams.yaml", "more/courses.yaml"])
def test_a_file_that_nothing_reads_is_found(name: str, tmp_path: Path) -> None:
    version = copy_framework("two_facets", tmp_path)
    (version / name).parent.mkdir(exist_ok=True)
    (version / name).write_text("items: []\n", encoding="utf-8")
    (finding,) = check_bank(version)
    assert (finding.file, finding.line, finding.key) == ((version / name).as_posix(), 1, "file")
    assert finding.message.startswith("is not a file of a framework; rename or remove it (files here: framework.yaml,")


def test_a_file_that_is_no_yaml_may_lie_in_the_folder(tmp_path: Path) -> None:
    version = copy_framework("two_facets", tmp_path)
    (version / "README.md").write_text("Notes for authors", encoding="utf-8")
    assert check_bank(version) == ()


@pytest.mark.parametrize("name", ["items/team.yaml", "actions/team.yaml"])
def test_a_file_of_a_level_the_framework_does_not_have_is_found(name: str, tmp_path: Path) -> None:
    version = copy_framework("two_facets", tmp_path)
    (version / name).write_text(f"{Path(name).parent}: []\n", encoding="utf-8")
    (finding,) = check_bank(version)
    assert (finding.file, finding.line, finding.key) == ((version / name).as_posix(), 1, "file")
    assert finding.message == (
        "belongs to a level the framework does not have; add team to `levels` in framework.yaml or remove the file"
    )


def test_all_findings_of_all_files_come_at_once_sorted_by_file_and_line(tmp_path: Path) -> None:
    version = copy_framework("two_facets", tmp_path)
    edit(version / "scales.yaml", "value: 4", "value: four")
    edit(version / "framework.yaml", "sem: 6.5", "sem: -1")
    edit(version / "items/individual.yaml", "facet: knowledge", "facet: charm")
    edit(version / "items/individual.yaml", "competency: market", "competency: marsh")
    edit(version / "actions/individual.yaml", "hours: 4", "hours: four")
    edit(version / "actions/individual.yaml", "after: [dig]", "after: [pray]")
    (version / "glossary.yaml").write_text("terms: [\n", encoding="utf-8")
    with pytest.raises(BrokenBank) as caught:
        read_framework(version)
    findings = caught.value.findings
    assert list(findings) == sorted(findings)
    assert [(finding.file.removeprefix(f"{version.as_posix()}/"), finding.key) for finding in findings] == [
        ("actions/individual.yaml", "actions[dig].hours"),
        ("actions/individual.yaml", "actions[sow].after[1]"),
        ("framework.yaml", "measurement.sem"),
        ("glossary.yaml", "file"),
        ("items/individual.yaml", "items[ind.garden.knowledge.1].facet"),
        ("items/individual.yaml", "items[ind.market.knowledge.1].competency"),
        ("scales.yaml", "scales[ind_knowledge].points[four].value"),
    ]
    assert str(caught.value).splitlines() == [str(finding) for finding in findings]


def test_an_entry_with_one_fault_is_still_known_to_those_who_refer_to_it(tmp_path: Path) -> None:
    version = copy_framework("two_facets", tmp_path)
    edit(version / "courses.yaml", "length: medium", "length: 3")
    edit(version / "competencies.yaml", "block: home", "block: Home")
    assert [finding.key for finding in check_bank(version)] == ["competencies[garden].block", "courses[tools].length"]


def test_findings_name_files_as_seen_from_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    version = copy_framework("two_facets", tmp_path)
    edit(version / "framework.yaml", "sem: 6.5", "sem: -1")
    monkeypatch.chdir(tmp_path)
    assert [finding.file for finding in check_bank(Path("two_facets/1.0"))] == ["two_facets/1.0/framework.yaml"]
    monkeypatch.chdir(version)
    assert [finding.file for finding in check_bank(Path())] == ["framework.yaml"]


def test_a_bank_a_framework_and_a_version_can_be_checked_alike(tmp_path: Path) -> None:
    bank = tmp_path / "bank"
    shutil.copytree(BANKS, bank)
    edit(bank / "two_facets/1.0/framework.yaml", "sem: 6.5", "sem: -1")
    edit(bank / "ten_points/1.0/framework.yaml", "sem: 6.5", "sem: -1")
    assert len(check_bank(bank)) == 2
    assert len(check_bank(bank / "two_facets")) == 1
    assert len(check_bank(bank / "two_facets/1.0")) == 1
    assert check_bank(bank / "three_spokes") == ()


def test_versions_of_one_framework_share_its_id(tmp_path: Path) -> None:
    version = copy_framework("two_facets", tmp_path)
    newer = version.with_name("1.1")
    shutil.copytree(version, newer)
    edit(newer / "framework.yaml", 'id: two_facets\nversion: "1.0"', 'id: two_faces\nversion: "1.1"')
    (finding,) = check_bank(tmp_path)
    assert (finding.file, finding.line, finding.key) == ((newer / "framework.yaml").as_posix(), 3, "id")
    edit(newer / "framework.yaml", "two_faces", "two_facets")
    assert [checked.framework.version for checked in read_bank(tmp_path)] == ["1.0", "1.1"]


def test_a_folder_without_a_framework_is_found(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert [(finding.file, finding.key) for finding in check_bank(tmp_path)] == [(tmp_path.as_posix(), "folder")]
    copy_framework("two_facets", tmp_path)
    assert [(finding.file, finding.key) for finding in check_bank(tmp_path)] == [
        ((tmp_path / "empty").as_posix(), "folder")
    ]


def test_a_folder_that_does_not_exist_is_found(tmp_path: Path) -> None:
    (finding,) = check_bank(tmp_path / "nowhere")
    assert finding.message.startswith("no framework here; expected <framework>/<version>/framework.yaml")


def test_hidden_folders_are_no_frameworks(tmp_path: Path) -> None:
    copy_framework("two_facets", tmp_path)
    (tmp_path / ".git").mkdir()
    assert check_bank(tmp_path) == ()


def test_the_shipped_bank_lies_beside_the_package_or_inside_it() -> None:
    assert (bank_path() / "cx_competencies").is_dir()
