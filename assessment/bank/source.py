"""The files of one version of a framework as they were read, before anything is made of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from assessment.bank.advice_shapes import ActionsFile, CoursesFile, GlossaryFile
from assessment.bank.document import Document, Place
from assessment.bank.finding import Finding
from assessment.bank.shape_findings import find_shape_faults
from assessment.bank.shapes import CompetenciesFile, FrameworkFile, ItemsFile, ScalesFile
from assessment.bank.yaml_file import read_document
from assessment.domain.framework import Level

S = TypeVar("S", bound=BaseModel)

SHAPES: Mapping[str, type[BaseModel]] = {
    "framework.yaml": FrameworkFile,
    "competencies.yaml": CompetenciesFile,
    "scales.yaml": ScalesFile,
    **{f"items/{level}.yaml": ItemsFile for level in Level},
    **{f"actions/{level}.yaml": ActionsFile for level in Level},
    "courses.yaml": CoursesFile,
    "glossary.yaml": GlossaryFile,
}
"""Every file a version may have, and its shape."""

REQUIRED = ("framework.yaml", "competencies.yaml", "scales.yaml")


@dataclass(frozen=True, slots=True)
class Entry(Generic[S]):
    """An entry of a list in a file that has the right shape, and where it stands."""

    document: Document
    place: Place
    shape: S

    def finding(self, key: str, message: str) -> Finding:
        """A finding at one key of the entry, or at the entry itself when key is empty."""
        return self.document.finding((*self.place, key) if key else self.place, message)


@dataclass(frozen=True, slots=True)
class Source:
    """Documents by file name. A file that is absent is an empty document and not in ``present``.

    ``faulty`` names files that have findings of their own: what is missing there may only be unreadable.
    """

    folder: Path
    documents: Mapping[str, Document]
    present: frozenset[str]
    faulty: frozenset[str]

    def entries(self, file: str, key: str, shape: type[S]) -> tuple[Entry[S], ...]:
        """Entries of a list that have the right shape; the others have findings of their own."""
        return tuple(self._right_entries(file, key, shape))

    def _right_entries(self, file: str, key: str, shape: type[S]) -> Iterator[Entry[S]]:
        for position, value in enumerate(self.listed(file, key)):
            try:
                yield Entry(self.documents[file], (key, position), shape.model_validate(value))
            except ValidationError:
                continue  # find_shape_faults reports it

    def named(self, file: str, key: str, name: str = "id") -> Iterator[tuple[Place, str]]:
        """Place and name of every entry of a list that has a name, whether or not the rest of it is right."""
        for position, entry in enumerate(self.listed(file, key)):
            if isinstance(entry, dict) and isinstance(entry.get(name), str):
                yield (key, position, name), entry[name]

    def names(self, file: str, key: str) -> frozenset[str] | None:
        """Ids in a list, for those who refer to it. None when the list cannot be read, so that nobody complains."""
        document = self.documents[file]
        absent = file in REQUIRED and file not in self.present
        unread = file in self.faulty and not isinstance(document.value.get(key), list)
        return None if absent or unread else frozenset(name for _, name in self.named(file, key))

    def listed(self, file: str, key: str) -> list[object]:
        """A list as it stands in the file, empty when there is none."""
        value = self.documents[file].value.get(key)
        return value if isinstance(value, list) else []

    def header(self, key: str) -> tuple[str, ...]:
        """A list of words in framework.yaml, such as its levels; empty when it has none that can be used."""
        return tuple(word for word in self.listed("framework.yaml", key) if isinstance(word, str))

    @property
    def levels(self) -> tuple[Level, ...]:
        """Levels the framework is asked at, in its order."""
        known = {str(level) for level in Level}
        return tuple(Level(word) for word in dict.fromkeys(self.header("levels")) if word in known)


def read_source(folder: Path) -> tuple[Source, tuple[Finding, ...]]:
    """All files of a version folder, and what is wrong with each of them by itself."""
    findings: dict[str, tuple[Finding, ...]] = {}
    documents: dict[str, Document] = {}
    for name, shape in SHAPES.items():
        path = folder / name
        if path.is_file():
            document, faults = read_document(path, shown_path(path))
            findings[name] = faults + (find_shape_faults(document, shape) if document.readable else ())
        else:
            document = Document(shown_path(path), {}, {}, readable=True)
        documents[name] = document
    faulty = frozenset(name for name, found in findings.items() if found)
    return Source(folder, documents, frozenset(findings), faulty), tuple(chain.from_iterable(findings.values()))


def shown_path(path: Path) -> str:
    """A path as findings show it: from the working folder where it lies under it."""
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()
