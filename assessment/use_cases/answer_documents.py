"""Answers of one person from a YAML or JSON file: ``{item id: value}``, or ``{name: ..., answers: {...}}``."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assessment.domain.framework import Framework, Level
from assessment.domain.refusals import BadAnswersFile, BadRow
from assessment.use_cases.respondents import NAME, AnswersFile, Respondent, check_respondent, near_item

ANSWERS = "answers"


@dataclass(frozen=True, slots=True)
class _Document:
    """What the file says, and the line on which a key stands."""

    value: object
    line_of: Callable[[str], int]


def read_person(path: Path, text: str, framework: Framework, level: Level) -> AnswersFile:
    """One person's answers. Raises BadAnswersFile where the file is not of that shape."""
    if not text.strip():
        raise BadAnswersFile(path.name, "empty")
    document = _load_json(path, text) if path.suffix.lower() == ".json" else _load_yaml(path, text)
    return AnswersFile(1, iter([_person(path, document, framework, level)]))


def _person(path: Path, document: _Document, framework: Framework, level: Level) -> Respondent | BadRow:
    top = document.value
    if not isinstance(top, Mapping):
        raise BadAnswersFile(path.name, "empty" if top is None else "shape")
    name = top.get(NAME)
    if ANSWERS in top:
        _refuse_other_keys(path, document, top, framework, level)
        answers = top[ANSWERS]
    else:
        answers = {key: value for key, value in top.items() if key != NAME}
    if not isinstance(answers, Mapping | None) or not isinstance(name, str | int | None):
        raise BadAnswersFile(path.name, "shape")
    if not answers:
        raise BadAnswersFile(path.name, "empty")
    raw = {str(item): value for item, value in answers.items()}
    person = "" if name is None else str(name).strip()
    return check_respondent(1, person, raw, framework, level, line_of=document.line_of)


def _refuse_other_keys(
    path: Path, document: _Document, top: Mapping[Any, Any], framework: Framework, level: Level
) -> None:
    for key in map(str, top):
        if key not in {NAME, ANSWERS}:
            near = near_item(key, framework, level)
            raise BadAnswersFile(path.name, "column", row=document.line_of(key), found=key, near=near)


def _load_json(path: Path, text: str) -> _Document:
    def line_of(key: str) -> int:
        found = re.search(re.escape(json.dumps(key, ensure_ascii=False)) + r"\s*:", text)
        return text.count("\n", 0, found.start()) + 1 if found else 1

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        known: dict[str, Any] = {}
        for key, value in pairs:
            if key in known:
                raise BadAnswersFile(path.name, "twice", row=line_of(key), found=key)
            known[key] = value
        return known

    try:
        return _Document(json.loads(text, object_pairs_hook=once), line_of)
    except json.JSONDecodeError as wrong:
        raise BadAnswersFile(path.name, "syntax", row=wrong.lineno) from wrong
    except (RecursionError, ValueError) as wrong:  # nested too deeply, or a number of thousands of digits
        raise BadAnswersFile(path.name, "syntax", row=1) from wrong


def _load_yaml(path: Path, text: str) -> _Document:
    from ruamel.yaml import YAML
    from ruamel.yaml.comments import CommentedMap
    from ruamel.yaml.constructor import DuplicateKeyError
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        value = YAML(pure=True).load(text)  # the kind that remembers lines; it makes no objects of tags either
    except DuplicateKeyError as wrong:
        line = _line(wrong)
        raise BadAnswersFile(path.name, "twice", row=line, found=_key_on(text, line)) from wrong
    except (YAMLError, ValueError, RecursionError, AssertionError) as wrong:
        row = _line(wrong) if isinstance(wrong, MarkedYAMLError) else 1
        raise BadAnswersFile(path.name, "syntax", row=row) from wrong

    def line_of(key: str) -> int:
        for mapping in (value.get(ANSWERS), value):
            if isinstance(mapping, CommentedMap) and key in mapping:
                line: int = mapping.lc.key(key)[0]
                return line + 1
        return 1

    return _Document(value, line_of)


def _line(wrong: Any) -> int:
    mark = wrong.problem_mark or wrong.context_mark
    return 1 if mark is None else mark.line + 1


def _key_on(text: str, line: int) -> str:
    """The key that a line of YAML begins with."""
    return text.splitlines()[line - 1].partition(":")[0].strip(" -{\"'")
