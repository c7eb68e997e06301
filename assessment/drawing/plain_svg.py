"""SVG without styles: a page whose security policy forbids them would paint matplotlib's files black."""

from __future__ import annotations

import re

_STYLE = re.compile(r' style="([^"]*)"')
_SHEET = re.compile(r"\s*<style[^>]*>\*\{([^}]*)\}</style>")


def as_attributes(svg: str) -> str:
    """The same drawing with presentation attributes instead of styles; what held for everything moves to the root."""
    sheet = _SHEET.search(svg)
    plain = _STYLE.sub(lambda style: _attributes(style[1]), _SHEET.sub("", svg))
    return plain.replace("<svg ", f'<svg role="img"{_attributes(sheet[1]) if sheet else ""} ', 1)


def _attributes(declarations: str) -> str:
    pairs = (declaration.partition(":") for declaration in declarations.split(";") if declaration.strip())
    return "".join(f' {name.strip()}="{value.strip()}"' for name, _, value in pairs)
