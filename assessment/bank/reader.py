"""Folders of the bank → checked frameworks, or every finding at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from assessment.bank.advice_shapes import VersionShape
from assessment.bank.build import build_framework
from assessment.bank.checks import CHECKS
from assessment.bank.finding import BrokenBank, Finding
from assessment.bank.snapshot import digest_of, write_snapshot
from assessment.bank.source import Source, read_source, shown_path
from assessment.domain.framework import Framework


@dataclass(frozen=True, slots=True)
class CheckedFramework:
    """A framework without findings; ``snapshot`` is its canonical JSON and ``digest`` the SHA-256 of that."""

    framework: Framework
    snapshot: str
    digest: str


def read_framework(folder: Path) -> CheckedFramework:
    """The framework in one version folder. Raises BrokenBank with everything that is wrong in it."""
    source, findings = _read_and_check(folder)
    if findings:
        raise BrokenBank(findings)
    version = _version(source)
    snapshot = write_snapshot(version)
    return CheckedFramework(build_framework(version), snapshot, digest_of(snapshot))


def check_bank(path: Path) -> tuple[Finding, ...]:
    """Everything that is wrong under a path, sorted by file and line; the path as for read_bank."""
    try:
        read_bank(path)
    except BrokenBank as broken:
        return broken.findings
    return ()


def read_bank(path: Path) -> tuple[CheckedFramework, ...]:
    """All frameworks under a path: the bank's root, the folder of one framework, or of one version.

    Raises BrokenBank with the findings of all of them.
    """
    checked: list[CheckedFramework] = []
    folders, about_folders = _version_folders(path.resolve())
    findings = list(about_folders)
    for folder in folders:
        try:
            checked.append(read_framework(folder))
        except BrokenBank as broken:
            findings.extend(broken.findings)
    if findings:
        raise BrokenBank(findings)
    return tuple(checked)


def _read_and_check(folder: Path) -> tuple[Source, tuple[Finding, ...]]:
    source, findings = read_source(folder.resolve())
    return source, (*findings, *(finding for check in CHECKS for finding in check(source)))


def _version(source: Source) -> VersionShape:
    """The files of a source without findings as one shape."""
    documents = source.documents

    def by_level(folder: str) -> dict[str, object]:
        files = {level: documents[f"{folder}/{level}.yaml"].value.get(folder) for level in source.levels}
        return {str(level): entries for level, entries in files.items() if entries is not None}

    return VersionShape.model_validate(
        {
            "framework": documents["framework.yaml"].value,
            **documents["competencies.yaml"].value,
            **documents["scales.yaml"].value,
            "items": by_level("items"),
            "actions": by_level("actions"),
            **documents["courses.yaml"].value,
            **documents["glossary.yaml"].value,
        }
    )


def _version_folders(path: Path) -> tuple[Sequence[Path], Sequence[Finding]]:
    """Folders of versions at, in or two steps under a path, and findings about folders that hold none."""
    if _holds_files(path):
        return (path,), ()
    inner = _folders_in(path)
    if any(_holds_files(folder) for folder in inner):
        return inner, ()
    versions = {folder: tuple(filter(_holds_files, _folders_in(folder))) for folder in inner}
    empty = [folder for folder, found in versions.items() if not found] if any(versions.values()) else [path]
    message = "no framework here; expected <framework>/<version>/framework.yaml in the bank's folder"
    findings = [Finding(shown_path(folder), 1, "folder", message) for folder in empty]
    return tuple(chain.from_iterable(versions.values())), findings


def _folders_in(path: Path) -> tuple[Path, ...]:
    if not path.is_dir():
        return ()
    return tuple(sorted(inner for inner in path.iterdir() if inner.is_dir() and not inner.name.startswith(".")))


def _holds_files(path: Path) -> bool:
    return any(path.glob("*.y*ml"))
