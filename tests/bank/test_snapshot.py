"""A version kept as text can be used for life."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from assessment.bank.reader import read_framework
from assessment.bank.snapshot import restore_framework
from tests.factories.banks import BANKS, copy_framework, edit

TINY = sorted(folder.name for folder in BANKS.iterdir() if folder.is_dir())


@pytest.mark.parametrize("name", TINY)
def test_a_restored_framework_equals_the_one_that_was_read(name: str) -> None:
    checked = read_framework(BANKS / name / "1.0")
    assert restore_framework(checked.snapshot) == checked.framework


def test_a_framework_is_restored_when_its_folder_is_gone(tmp_path: Path) -> None:
    version = copy_framework("two_facets", tmp_path)
    checked = read_framework(version)
    for file in version.rglob("*.yaml"):
        file.unlink()
    assert restore_framework(checked.snapshot).action("sow").after == ("dig",)


def test_the_digest_is_the_sha256_of_the_snapshot() -> None:
    checked = read_framework(BANKS / "two_facets" / "1.0")
    assert checked.digest == hashlib.sha256(checked.snapshot.encode()).hexdigest()


def test_a_snapshot_is_canonical_json() -> None:
    snapshot = read_framework(BANKS / "two_facets" / "1.0").snapshot
    again = json.dumps(json.loads(snapshot), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert snapshot == again
    assert "Две грани" in snapshot


REFORMATTED = [
    ("a comment", "framework.yaml", "id: two_facets", "# A comment\nid: two_facets"),
    ("quotes", "framework.yaml", "  en: Two facets", "  en: 'Two facets'"),
    (
        "flow style",
        "framework.yaml",
        "title:\n  en: Two facets\n  ru: Две грани",
        "title: {ru: Две грани, en: Two facets}",
    ),
    (
        "a folded text",
        "framework.yaml",
        "  en: A small framework with everything",
        "  en: >-\n    A small\n    framework with everything",
    ),
    ("order of keys", "actions/individual.yaml", "    hours: 4\n    weeks: 2\n", "    weeks: 2\n    hours: 4\n"),
    (
        "a default written out",
        "items/individual.yaml",
        "    topic: garden_knowledge_1\n",
        "    topic: garden_knowledge_1\n    weight: 1\n    reversed: false\n",
    ),
    ("a decimal zero", "framework.yaml", "    lower: 50", "    lower: 50.0"),
]


@pytest.mark.parametrize(
    ("file", "old", "new"), [case[1:] for case in REFORMATTED], ids=[case[0] for case in REFORMATTED]
)
def test_how_the_yaml_is_written_does_not_change_the_digest(file: str, old: str, new: str, tmp_path: Path) -> None:
    version = copy_framework("two_facets", tmp_path)
    edit(version / file, old, new)
    assert read_framework(version).digest == read_framework(BANKS / "two_facets" / "1.0").digest


CHANGED = [
    ("a word", "framework.yaml", "en: Two facets", "en: Two faces"),
    (
        "a weight",
        "items/individual.yaml",
        "    topic: garden_knowledge_1\n",
        "    topic: garden_knowledge_1\n    weight: 2\n",
    ),
    (
        "the order of levels",
        "framework.yaml",
        "levels: [individual, organisation]",
        "levels: [organisation, individual]",
    ),
    ("the cut-off of a band", "framework.yaml", "lower: 50", "lower: 51"),
]


@pytest.mark.parametrize(("file", "old", "new"), [case[1:] for case in CHANGED], ids=[case[0] for case in CHANGED])
def test_any_change_of_content_changes_the_digest(file: str, old: str, new: str, tmp_path: Path) -> None:
    version = copy_framework("two_facets", tmp_path)
    edit(version / file, old, new)
    assert read_framework(version).digest != read_framework(BANKS / "two_facets" / "1.0").digest
