"""Which files a version has, and what its folders are called."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from assessment.bank.finding import Finding
from assessment.bank.source import REQUIRED, SHAPES, Source, shown_path
from assessment.domain.framework import Level


def check_files(source: Source) -> Iterator[Finding]:
    """The required files are there, each level has its items, and no file is left over."""
    for file in (*REQUIRED, *(f"items/{level}.yaml" for level in source.levels)):
        if file not in source.present:
            yield _about(source.folder / file, "is missing; add the file")
    for path in sorted(source.folder.rglob("*.y*ml")):
        if path.relative_to(source.folder).as_posix() not in SHAPES:
            yield _about(path, f"is not a file of a framework; rename or remove it (files here: {', '.join(SHAPES)})")
    if not source.levels:
        return
    for level in Level:
        for file in (f"items/{level}.yaml", f"actions/{level}.yaml"):
            if level not in source.levels and file in source.present:
                advice = f"add {level} to `levels` in framework.yaml or remove the file"
                yield _about(source.folder / file, f"belongs to a level the framework does not have; {advice}")


def check_folder_names(source: Source) -> Iterator[Finding]:
    """The framework's folder is named like its id and the version's folder like its version."""
    document = source.documents["framework.yaml"]
    for key, folder in (("id", source.folder.parent), ("version", source.folder)):
        value = document.value.get(key)
        if isinstance(value, str) and value != folder.name:
            yield document.finding((key,), f"is not the name of its folder `{folder.name}`; make them the same")


def _about(path: Path, message: str) -> Finding:
    return Finding(shown_path(path), 1, "file", message)
