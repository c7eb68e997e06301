"""Frameworks by the digest of their content: what an assessment was made with, for as long as it lives."""

from __future__ import annotations

from sqlalchemy import Connection

from assessment.bank.reader import CheckedFramework
from assessment.bank.shelf import Shelf
from assessment.bank.snapshot import restore_framework
from assessment.domain.framework import Framework
from assessment.store import frameworks
from assessment.store.database import reading, transaction

_BY_DIGEST: dict[str, Framework] = {}
"""Content never changes under its digest, so one process needs to read each snapshot once."""


class PublishedVersionChanged(Exception):
    """The bank holds other content under a version that was published here before. The message says what to do."""

    def __init__(self, framework_id: str, version: str) -> None:
        super().__init__(
            f"{framework_id} {version} was published here with other content, and a published version never changes: "
            f"people's results rest on it. Put the old files of {framework_id}/{version} back, and publish the change "
            "as a new version in a folder of its own."
        )
        self.framework_id = framework_id
        self.version = version


def publish_frameworks(shelf: Shelf) -> None:
    """Keep a snapshot of every version on the shelf. Raises PublishedVersionChanged, and then keeps none."""
    with transaction() as connection:
        known = frameworks.list_digests(connection)
        for checked in shelf.list_all():
            if _key(checked) not in known:
                frameworks.add_snapshot(connection, *_key(checked), digest=checked.digest, content=checked.snapshot)
        known = frameworks.list_digests(connection)
        for checked in shelf.list_all():
            if known[_key(checked)] != checked.digest:
                raise PublishedVersionChanged(*_key(checked))
    for checked in shelf.list_all():
        _BY_DIGEST[checked.digest] = checked.framework


def _key(checked: CheckedFramework) -> tuple[str, str]:
    return checked.framework.id, checked.framework.version


def get_framework(connection: Connection, digest: str) -> Framework:
    """The framework of a snapshot, rebuilt from the database when this process has not met it yet."""
    framework = _BY_DIGEST.get(digest)
    if framework is None:
        framework = restore_framework(frameworks.get_snapshot(connection, digest))
        _BY_DIGEST[digest] = framework
    return framework


def find_kept(digest: str) -> Framework:
    """The same for whoever has no connection at hand."""
    with reading() as connection:
        return get_framework(connection, digest)
