"""The shelf has every published framework and gives the latest version unless another one is asked for."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assessment.bank.finding import BrokenBank
from assessment.bank.shelf import Shelf
from assessment.domain.refusals import UnknownFramework
from tests.factories.banks import BANKS, copy_framework, edit


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """two_facets in the versions 1.0, 1.9 and 1.10, and three_spokes."""
    version = copy_framework("two_facets", tmp_path)
    copy_framework("three_spokes", tmp_path)
    for number in ("1.9", "1.10"):
        shutil.copytree(version, version.with_name(number))
        edit(version.with_name(number) / "framework.yaml", '"1.0"', f'"{number}"')
    return Shelf.read(tmp_path)


def test_the_latest_version_is_found_by_numbers_not_by_letters(shelf: Shelf) -> None:
    assert shelf.get("two_facets").framework.version == "1.10"


def test_an_older_version_stays_on_the_shelf(shelf: Shelf) -> None:
    assert shelf.get("two_facets", "1.9").framework.version == "1.9"


def test_each_framework_is_listed_once_in_its_latest_version(shelf: Shelf) -> None:
    assert [(checked.framework.id, checked.framework.version) for checked in shelf.list_latest()] == [
        ("three_spokes", "1.0"),
        ("two_facets", "1.10"),
    ]


def test_every_version_is_listed_the_oldest_first(shelf: Shelf) -> None:
    assert [(checked.framework.id, checked.framework.version) for checked in shelf.list_all()] == [
        ("three_spokes", "1.0"),
        ("two_facets", "1.0"),
        ("two_facets", "1.9"),
        ("two_facets", "1.10"),
    ]


@pytest.mark.parametrize(("framework_id", "version"), [("nothing", None), ("nothing", "1.0"), ("two_facets", "2.0")])
def test_what_is_not_on_the_shelf_is_refused_by_name(shelf: Shelf, framework_id: str, version: str | None) -> None:
    with pytest.raises(UnknownFramework) as refused:
        shelf.get(framework_id, version)
    assert (refused.value.framework_id, refused.value.version) == (framework_id, version)


def test_one_broken_version_keeps_the_whole_bank_from_being_read(tmp_path: Path) -> None:
    bank = tmp_path / "bank"
    shutil.copytree(BANKS, bank)
    edit(bank / "ten_points/1.0/framework.yaml", "sem: 6.5", "sem: 0")
    edit(bank / "two_facets/1.0/framework.yaml", "sem: 6.5", "sem: 0")
    with pytest.raises(BrokenBank) as broken:
        Shelf.read(bank)
    assert [finding.key for finding in broken.value.findings] == ["measurement.sem", "measurement.sem"]
