"""Revisions of answers as entity tags (RFC 9110): ``ETag: "3"`` goes out, ``If-Match: "3"`` comes in."""

from __future__ import annotations

import re

from flask import request

from assessment.api.problems import UNREADABLE_CONDITION, Problem
from assessment.use_cases.records import AssessmentRecord

_BARE = re.compile(r"[0-9]{1,18}")
_TAG = re.compile(r'(W/)?"([\x21\x23-\x7e\x80-\xff]*)"')
_REVISION = re.compile(r"0|[1-9][0-9]{0,17}")
_NONE_OF_THEM = -1


def revision_tag(revision: int) -> dict[str, str]:
    """The header that names the revision of the answers."""
    return {"ETag": f'"{revision}"'}


def expected_revision(record: AssessmentRecord) -> int | None:
    """The revision that If-Match insists on, None without one and for ``*``.

    Of several it is the present one if that is among them. A weak tag matches nothing, as the comparison is strong;
    a revision without its quotation marks is understood. Raises Problem for anything else.
    """
    given = request.headers.get("If-Match")
    condition = None if given is None else given.strip()
    if condition is None or condition == "*":
        return None
    if _BARE.fullmatch(condition):
        return int(condition)
    wanted = {int(tag) for tag in _strong_tags(condition) if _REVISION.fullmatch(tag)}
    return record.revision if record.revision in wanted else _NONE_OF_THEM


def _strong_tags(condition: str) -> list[str]:
    found = [_TAG.fullmatch(part.strip()) for part in condition.split(",") if part.strip()]
    tags = [tag for tag in found if tag is not None]
    if not tags or len(tags) < len(found):
        raise Problem(UNREADABLE_CONDITION, 'If-Match takes revisions in quotation marks, as in If-Match: "3", or *.')
    return [tag[2] for tag in tags if not tag[1]]
