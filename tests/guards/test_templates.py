"""Templates hold what the content security policy allows, and nothing that computes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask import Flask

ROOT = Path(__file__).parents[2]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
FORBIDDEN = {
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*="),
    "an inline script": re.compile(r"<script(?![^>]*\ssrc=)"),
    "a style element": re.compile(r"<style\b"),
    "an inline handler": re.compile(r"<[^>]*\son[a-z]+\s*="),
    "a resource from outside": re.compile(r"""(?:src|href)\s*=\s*["'](?:https?:)?//"""),
    "unescaped output": re.compile(r"\|\s*safe\b|autoescape\s+false"),
}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "templates")))
def test_a_template_holds_nothing_the_policy_forbids(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path.parent.name == "mails":  # mail programs show them, which know no style sheet of ours
        text = re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL)
    assert not [what for what, pattern in FORBIDDEN.items() if pattern.search(text)]


def test_every_template_is_rendered_or_included_somewhere(app: Flask) -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in TEMPLATES) + "\n".join(
        path.read_text(encoding="utf-8") for path in sorted((ROOT / "assessment").rglob("*.py"))
    )
    unused = [
        name
        for name in (str(path.relative_to(ROOT / "templates")) for path in TEMPLATES)
        if f'"{name}"' not in sources and f"'{name}'" not in sources
    ]
    assert not unused
