"""What the YAML parser complains about, said to somebody who edits the file by hand."""

from __future__ import annotations

from ruamel.yaml.error import MarkedYAMLError

_ADVICE = (
    ("mapping values are not allowed", "has `: ` within a text or is indented wrongly; put the text in quotes"),
    ("found character '\\t'", "begins with a tab; indent with spaces"),
    (
        "could not find expected ':'",
        "is neither a key with `:` nor part of a text; indent it or put the text in quotes",
    ),
    ("unexpected end of stream", "begins a text in quotes that never ends; close the quotes"),
    (
        "expected <block end>",
        "is indented differently from its neighbours, or follows quotes; align it or move the quotes",
    ),
    ("but got", "has a list in brackets that is not closed or has something between its entries; write `[a, b]`"),
    ("found character", "begins with a character that YAML keeps for itself; put the text in quotes"),
)
_SEEN_LATE = ("could not find expected ':'", "unexpected end of stream", "but got")
"""Faults that the parser notices below the line where they begin."""


def advise(fault: MarkedYAMLError) -> tuple[int, str]:
    """Line (from 1) of a fault, and what is wrong and what to do."""
    problem = fault.problem or fault.context or "it cannot be read"
    mark = fault.problem_mark or fault.context_mark
    if fault.context_mark is not None and any(sign in problem for sign in _SEEN_LATE):
        mark = fault.context_mark
    advice = next((words for sign, words in _ADVICE if sign in problem), f"is not valid YAML ({problem}); correct it")
    return (mark.line + 1 if mark else 1), advice
