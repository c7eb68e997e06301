"""Which names the code of a function comes to, through all functions of ours that it uses."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Function:
    """A function or class at the top of a module."""

    module: str
    name: str


@dataclass(frozen=True)
class CallGraph:
    """``used`` are the names in a function, ``imported`` where a module's names come from."""

    used: Mapping[Function, frozenset[str]]
    imported: Mapping[str, Mapping[str, Function]]

    @classmethod
    def of_package(cls, package: str) -> CallGraph:
        """All modules of a package of ours, read and not run."""
        used: dict[Function, frozenset[str]] = {}
        imported: dict[str, Mapping[str, Function]] = {}
        for path in sorted((ROOT / package).rglob("*.py")):
            module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            tree = ast.parse(path.read_text(encoding="utf-8"))
            imported[module] = {
                alias.asname or alias.name: Function(node.module, alias.name)
                for node in ast.walk(tree)
                if isinstance(node, ast.ImportFrom) and node.module
                for alias in node.names
            }
            for top in tree.body:
                if isinstance(top, ast.FunctionDef | ast.ClassDef):
                    used[Function(module, top.name)] = frozenset(_names(top))
        return cls(used, imported)

    def names_reached(self, start: Function) -> frozenset[str]:
        """Every name used in the function, in what it uses, and so on."""
        reached: set[str] = set()
        seen, waiting = {start}, [start]
        while waiting:
            function = waiting.pop()
            for name in self.used.get(function, frozenset()):
                reached.add(name)
                origins = self.imported.get(function.module, {})
                for following in (
                    Function(function.module, name),
                    origins.get(name, function),
                    # an imported module: its functions are used as attributes
                    *(Function(f"{one.module}.{one.name}", name) for one in origins.values()),
                ):
                    if following in self.used and following not in seen:
                        seen.add(following)
                        waiting.append(following)
        return frozenset(reached)


def _names(top: ast.AST) -> set[str]:
    names = {node.id for node in ast.walk(top) if isinstance(node, ast.Name)}
    return names | {node.attr for node in ast.walk(top) if isinstance(node, ast.Attribute)}
