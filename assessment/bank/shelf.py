"""All published frameworks, read once when the service starts."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from assessment.bank.reader import CheckedFramework, read_bank
from assessment.domain.refusals import UnknownFramework


class Shelf:
    """Checked frameworks by id and version."""

    def __init__(self, frameworks: Iterable[CheckedFramework]) -> None:
        self._versions: dict[str, dict[str, CheckedFramework]] = {}
        for checked in sorted(frameworks, key=_order):
            self._versions.setdefault(checked.framework.id, {})[checked.framework.version] = checked

    @classmethod
    def read(cls, path: Path) -> Shelf:
        """Every framework of a bank. Raises BrokenBank with the findings of all of them."""
        return cls(read_bank(path))

    def get(self, framework_id: str, version: str | None = None) -> CheckedFramework:
        """One version of a framework, the latest by default. Raises UnknownFramework."""
        versions = self._versions.get(framework_id)
        if not versions:
            raise UnknownFramework(framework_id, version)
        if version is None:
            return list(versions.values())[-1]
        if version not in versions:
            raise UnknownFramework(framework_id, version)
        return versions[version]

    def list_all(self) -> tuple[CheckedFramework, ...]:
        """Every version of every framework, by id, oldest version first."""
        return tuple(checked for versions in self._versions.values() for checked in versions.values())

    def list_latest(self) -> tuple[CheckedFramework, ...]:
        """The latest version of each framework, by id."""
        return tuple(self.get(framework_id) for framework_id in self._versions)


def _order(checked: CheckedFramework) -> tuple[str, tuple[int, ...]]:
    """By id, then by version as numbers: 2026.9 before 2026.10."""
    framework = checked.framework
    return framework.id, tuple(int(part) for part in framework.version.split("."))
