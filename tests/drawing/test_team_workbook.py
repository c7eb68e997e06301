"""The workbook of a team's result, opened as a spreadsheet program opens it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from assessment.domain.team_result import TeamResult
from assessment.drawing.team_workbook import team_workbook
from assessment.languages import LOCALES, get_language
from assessment.wording.team_tables.all_tables import list_team_tables
from tests.factories import team_results
from tests.factories.frameworks import core_framework

DAY = date(2026, 11, 14)
HOSTILE = "=cmd|'/c calc'!A1"
FORMULAS = (HOSTILE, "+1+1", "-2", "@SUM(A1)", "\tx", '=HYPERLINK("http://example.org")', "http://example.org", "007")


def made(result: TeamResult, locale: str = "en", team: str = "Service design") -> bytes:
    language = get_language(locale)
    tables = list_team_tables(language, core_framework(), result, team=team)
    return team_workbook(tables, title=team, made_on=DAY, language=language)


def opened(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content))


@pytest.mark.parametrize("locale", LOCALES)
def test_every_sheet_has_a_title_a_head_that_stays_and_is_printed_across(locale: str) -> None:
    book = opened(made(team_results.with_changes(), locale))
    assert len(book.sheetnames) == 7
    for sheet in book:
        assert sheet["B1"].value.replace("\N{NO-BREAK SPACE}", " ") == sheet.title
        assert sheet["B2"].value
        assert sheet["B4"].font.b
        assert sheet.freeze_panes == "C5"
        assert sheet.print_title_rows == "$4:$4"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage


@pytest.mark.parametrize("name", FORMULAS)
def test_what_people_wrote_is_text_whatever_it_begins_with(name: str) -> None:
    book = opened(made(team_results.about_the_team(), team=name))
    cell = next(row[2] for row in book.worksheets[0].iter_rows() if row[1].value == "Team")
    assert (cell.value, cell.data_type, cell.hyperlink) == (name, "s", None)


def test_nothing_in_the_file_is_a_formula_or_leads_outside() -> None:
    content = made(team_results.about_the_team(), team=HOSTILE)
    with ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert not [name for name, part in parts.items() if name.startswith("xl/worksheets") and b"<f>" in part]
    assert not [name for name in parts if "externalLink" in name or "vba" in name.lower()]
    assert not [name for name, part in parts.items() if name.endswith(".rels") and b'TargetMode="External"' in part]


def test_control_characters_do_not_break_the_file() -> None:
    book = opened(made(team_results.about_the_team(), team="a\x00b\x1bc"))
    assert "a" in str(book.worksheets[0]["C5"].value)


def test_numbers_are_numbers_and_what_is_not_told_is_an_empty_cell() -> None:
    book = opened(made(team_results.one_hidden()))
    rows = [[cell.value for cell in row] for row in book["Competencies"].iter_rows(min_row=5)]
    assert [row[2] for row in rows] == [53.8, 46.3, None, 61.4, 51.4]
    assert rows[2][2:9] == [None] * 7
    assert rows[2][9].startswith("Fewer than 5 people rated this")
    assert book["Competencies"]["C5"].number_format == "0.0"


def test_a_whole_number_among_words_has_no_point_behind_it() -> None:
    sheet = opened(made(replace(team_results.seven_people(), roll=46.0))).worksheets[0]
    looks = {cell.value: cell.number_format for row in sheet.iter_rows(min_row=5) for cell in row}

    assert (looks[46], looks[52.1]) == ("0", "0.##")


def test_a_mean_has_one_decimal_in_the_file_itself_too() -> None:
    result = team_results.about_themselves()
    first, *others = result.competencies
    told = replace(first, score=replace(first.score, mean=68.9))
    with ZipFile(BytesIO(made(replace(result, competencies=(told, *others))))) as parts:
        sheets = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/worksheets/")]
    written = [value for sheet in sheets for value in re.findall(r"<v>([^<]*)</v>", sheet)]
    assert "68.9" in written
    assert not [value for value in written if len(value.partition(".")[2]) > 2]


def test_the_lowest_competency_is_marked() -> None:
    sheet = opened(made(team_results.about_the_team()))["Competencies"]
    fills = [sheet.cell(row, 3).fill.fgColor.rgb for row in range(5, 10)]
    assert [fill == "FFFBEAE7" for fill in fills] == [False, True, False, False, False]


def test_the_same_result_is_the_same_file() -> None:
    first, again = (made(team_results.with_changes(), "ru") for _ in range(2))
    assert first == again
    assert opened(first).properties.created == datetime(2026, 11, 14)  # noqa: DTZ001  the file has no time zone


def test_a_hidden_result_says_why_and_by_which_rules() -> None:
    book = opened(made(team_results.nothing_shown()))
    assert book.sheetnames == ["Result", "How to read"]
    said = " ".join(str(cell.value) for row in book["Result"].iter_rows() for cell in row)
    assert "Nothing is shown: fewer than five people answered" in said
    assert "Roll" not in said
