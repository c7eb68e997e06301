"""People whose answers come from a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from assessment.domain.answers import AnswerSheet, AnswerValue, read_answer
from assessment.domain.framework import Framework, Level
from assessment.domain.refusals import BadRow, UnknownItem, ValueOffScale, WrongCell
from assessment.use_cases.own_words import cut_line
from assessment.use_cases.plan_limits import LONGEST_NAME

NAME = "name"
"""What the column or key of a person's name is called."""


@dataclass(frozen=True, slots=True)
class Respondent:
    """One person's answers. ``row`` is the line in the file for CSV, 1 otherwise; ``name`` is a line, maybe empty."""

    row: int
    name: str
    sheet: AnswerSheet


@dataclass(frozen=True, slots=True)
class AnswersFile:
    """What a file holds: ``rows`` in number, read one at a time in the order of the file."""

    rows: int
    respondents: Iterator[Respondent | BadRow]


def check_respondent(
    row: int,
    name: str,
    raw: Mapping[str, object],
    framework: Framework,
    level: Level,
    *,
    line_of: Callable[[str], int],
) -> Respondent | BadRow:
    """The person, or all that is wrong with their answers. ``line_of`` tells where an item stands in the file."""
    values: dict[str, AnswerValue] = {}
    wrong: list[WrongCell] = []
    for item, value in raw.items():
        try:
            answer = read_answer(framework, level, item, value)
        except UnknownItem as refusal:
            wrong.append(WrongCell(line_of(item), refusal, near_item(item, framework, level)))
        except ValueOffScale as refusal:
            wrong.append(WrongCell(line_of(item), refusal))
        else:
            if answer is not None:
                values[item] = answer
    return BadRow(row, wrong) if wrong else Respondent(row, cut_line(name, LONGEST_NAME), AnswerSheet(level, values))


def near_item(found: str, framework: Framework, level: Level) -> str:
    """A known item, or ``name``, that looks like what was found; empty if none does."""
    known = [NAME, *(item.id for item in framework.items_of(level))]
    near = get_close_matches(found, known, n=1)
    return near[0] if near else ""
