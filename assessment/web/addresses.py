"""Addresses that come from outside and those that leave the site."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import url_for

from assessment.web.parts import parts


def own_address(given: str | None) -> str:
    """The path and query of an address on this site, ``/`` for anything else."""
    if not given or not given.startswith("/") or given.startswith(("//", "/\\")):
        return "/"
    split = urlsplit(given)
    if split.scheme or split.netloc or any(ord(character) < 32 for character in given):
        return "/"
    return given


def find_assessment_id(address: str) -> str | None:
    """The assessment that a page of this site is about; None for other pages."""
    parts_of_path = urlsplit(address).path.split("/")
    return parts_of_path[2] if len(parts_of_path) > 3 and parts_of_path[1] == "assessments" else None


def private_link(token: str) -> str:
    """The whole private link, as people keep it."""
    return parts().settings.base_url + url_for("start.open_link", token=token)


def token_of(link: str) -> str:
    """The token in what a person pasted: a whole private link, its end, or the token alone."""
    address = link.strip().partition("#")[0].partition("?")[0]
    return address.rstrip("/").rsplit("/", 1)[-1]
