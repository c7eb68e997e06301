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


def private_link(token: str) -> str:
    """The whole private link, as people keep it."""
    return parts().settings.base_url + url_for("start.open_link", token=token)


def token_of(link: str) -> str:
    """The token in what a person pasted: a whole private link, its end, or the token alone."""
    path = urlsplit(link.strip()).path.rstrip("/")
    return path.rsplit("/", 1)[-1]
