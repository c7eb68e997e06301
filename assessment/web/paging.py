"""Links from one page of a long list to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import request

from assessment.domain.paging import Paged
from assessment.languages import Language

_MOST = 1_000_000
"""Databases count no further than some number; no list has so many pages."""


@dataclass(frozen=True, slots=True)
class PageLinks:
    """Where the newer and the older things stand, empty at the ends; ``said`` is "Page 2 of 7"."""

    newer: str
    older: str
    said: str


def asked_page() -> int:
    """The page of a list that the address asks for, 1 for anything that is no number."""
    text = request.args.get("page", "")
    return max(1, min(int(text), _MOST)) if text.isascii() and text.isdecimal() and len(text) <= 9 else 1


def build_links(language: Language, paged: Paged[Any], address: Callable[[int], str]) -> PageLinks | None:
    """Links around a page, None where one page holds all; ``address`` gives the address of a page from 1."""
    page = paged.paging.page
    if paged.pages == 1 and page == 1:
        return None
    return PageLinks(
        newer=address(min(page - 1, paged.pages)) if page > 1 else "",
        older=address(page + 1) if page < paged.pages else "",
        said=language.gettext("Page %(page)s of %(pages)s", page=page, pages=paged.pages),
    )
