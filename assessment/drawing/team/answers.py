"""How many chose each answer to the statements of one competency, as columns."""

from __future__ import annotations

from matplotlib.figure import Figure

from assessment.domain.framework import Framework
from assessment.domain.team_result import ReleasedStatement, TeamResult
from assessment.drawing.palette import LIGHT, fill_of
from assessment.drawing.team.sheet import MARGIN, SMALL, WIDTH, Sheet, break_lines
from assessment.languages import Language
from assessment.wording.agreement import differing_sentence
from assessment.wording.names import short_name
from assessment.wording.team_competency import statements_note

_ROW, _TALLEST = 104.0, 58.0
_RIGHT_HALF = WIDTH / 2 + 20
_TEXT = 14.0


def answers_figure(framework: Framework, result: TeamResult, language: Language, competency: str) -> Figure | None:
    """A row for each statement whose answers are told: its text, and a column for each value. None without any."""
    spoke = result.competency(competency)
    told = [statement for statement in spoke.statements if statement.answers]
    if not told:
        return None
    name, found = short_name(language, framework, competency), differing_sentence(language, result, [competency])
    place = next(place for place, one in enumerate(framework.competencies) if one.id == competency)
    sheet = Sheet(f"{name}. {found}", statements_note(language, result, spoke), _ROW * len(told))
    most = max(max((statement.answers or {}).values()) for statement in told)
    for number, statement in enumerate(told):
        _draw_statement(sheet, framework, statement, language, top=sheet.top + _ROW * number)
        _draw_columns(sheet, framework, statement, fill_of(place), top=sheet.top + _ROW * number, most=most)
    return sheet.figure


def _draw_statement(
    sheet: Sheet, framework: Framework, statement: ReleasedStatement, language: Language, *, top: float
) -> None:
    text = language.pick(framework.item(statement.item).text)
    lines = break_lines(text, _TEXT, _RIGHT_HALF - MARGIN - 40)
    for number, line in enumerate(lines):
        sheet.write(line, MARGIN, top + 24 + number * _TEXT * 1.35, _TEXT)
    if statement.score.mean is not None:
        mean = language.gettext("Mean %(mean)s", mean=language.whole(statement.score.mean))
        sheet.write(mean, MARGIN, top + 26 + len(lines) * _TEXT * 1.35, SMALL, color=LIGHT.ink_2)


def _draw_columns(
    sheet: Sheet, framework: Framework, statement: ReleasedStatement, color: str, *, top: float, most: int
) -> None:
    item, answers = framework.item(statement.item), statement.answers or {}
    step = (WIDTH - MARGIN - _RIGHT_HALF) / len(answers)
    ground = top + 16 + _TALLEST
    sheet.line(_RIGHT_HALF, ground, WIDTH - MARGIN, ground, color=LIGHT.ink_3)
    if statement.score.mean is not None:
        share = statement.score.mean / 100
        place = ((1 - share if item.reversed else share) * (len(answers) - 1) + 0.5) * step + _RIGHT_HALF
        sheet.line(place, top + 4, place, ground, color=LIGHT.ink, width=1.5, dashes=(4, 3))
    for number, (value, people) in enumerate(answers.items()):
        middle, height = _RIGHT_HALF + step * (number + 0.5), _TALLEST * people / most
        if people:
            sheet.box(middle - 0.31 * step, ground - height, 0.62 * step, height, color)
            sheet.write_centred(str(people), middle, ground - height - 4, clear=True)
        sheet.write_centred(str(value), middle, ground + SMALL + 3)
