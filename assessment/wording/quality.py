"""Flags on the quality of a set of answers: reasons to look again, never a reproach."""

from __future__ import annotations

from math import ceil

from assessment.domain.framework import Framework
from assessment.domain.quality import QualityFlags
from assessment.languages import Language


def quality_reasons(language: Language, framework: Framework, flags: QualityFlags) -> tuple[str, ...]:
    """What made us ask, one sentence for each flag, with its figure."""
    reasons = []
    if flags.fast and flags.median_seconds is not None:
        reasons.append(
            language.gettext(
                "Half of the answers took %(seconds)s seconds or less, which is hardly enough to read a statement.",
                seconds=language.decimal(ceil(flags.median_seconds * 10) / 10, 1),
            )
        )
    reasons += [
        language.gettext(
            "Two statements say nearly the same but got very different answers: “%(first)s” and “%(second)s”.",
            first=language.pick(framework.item(pair.first).text).rstrip("."),
            second=language.pick(framework.item(pair.second).text).rstrip("."),
        )
        for pair in flags.far_apart
    ]
    if flags.straight_line:
        reasons.append(
            language.ngettext(
                "%(n)s statement in a row got the same answer.",
                "%(n)s statements in a row got the same answer.",
                flags.longest_run,
            )
        )
    return tuple(reasons)


def quality_note(language: Language) -> str:
    """Beside a result whose answers were kept in spite of the flags."""
    return language.gettext(
        "Some answers look hurried, and you kept them as they are. The result stands, but read it with care; it will "
        "not be used for comparisons with others."
    )
