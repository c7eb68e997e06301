"""A version as one canonical text, to be kept beside the answers given to it.

Keys are sorted, nothing is spaced, and what equals its default is left out: the text and its digest depend on the
content of the version alone, not on how the YAML was written, and stay the same when a shape gains an optional key.
"""

from __future__ import annotations

import hashlib
import json

from assessment.bank.advice_shapes import VersionShape
from assessment.bank.build import build_framework
from assessment.domain.framework import Framework


def write_snapshot(version: VersionShape) -> str:
    """Canonical JSON of a version."""
    content = version.model_dump(mode="json", exclude_defaults=True)
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest_of(snapshot: str) -> str:
    """SHA-256 of a snapshot, 64 hexadecimal digits."""
    return hashlib.sha256(snapshot.encode()).hexdigest()


def restore_framework(snapshot: str) -> Framework:
    """The framework a snapshot was made of, without its folder. Raises pydantic's ValidationError for other texts."""
    return build_framework(VersionShape.model_validate_json(snapshot))
