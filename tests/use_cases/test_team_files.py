"""A team's result as files, from the answers of a campaign to what a spreadsheet reads."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import BytesIO, StringIO

import pytest
from flask import Flask
from openpyxl import load_workbook

from assessment.bank.shelf import Shelf
from assessment.domain.campaign import CampaignKind
from assessment.domain.framework import Level
from assessment.languages import get_language
from assessment.use_cases.show_team_result import TeamView, get_team_result
from assessment.use_cases.team_files import team_csv, team_xlsx
from tests.factories.answering_teams import team_sheets
from tests.factories.frameworks import make_framework
from tests.factories.shelves import shelf_of
from tests.factories.team_campaigns import answer, close, make_campaign, respondents_of
from tests.factories.teams import make_person, make_team

FRAMEWORK = make_framework(levels=(Level.INDIVIDUAL, Level.TEAM))
HOSTILE = "=cmd|'/c calc'!A1"


@pytest.fixture
def shelf() -> Shelf:
    """One statement begins like a formula."""
    first, *others = FRAMEWORK.items
    return shelf_of(replace(FRAMEWORK, items=(replace(first, text={"en": HOSTILE, "ru": HOSTILE}), *others)))


@pytest.fixture
def view(site: Flask) -> TeamView:
    team = make_team(site, make_person(site, "lead@example.org"), name=HOSTILE)
    campaign = make_campaign(site, team, CampaignKind.THEMSELVES)
    sheets = team_sheets(FRAMEWORK, 8).values()
    for respondent, sheet in zip(respondents_of(site, campaign), sheets, strict=True):
        answer(site, campaign, respondent, sheet)
    close(site, campaign)
    return get_team_result(campaign.id, team.lead.user_id or 0)


def test_the_same_numbers_stand_in_both_files(view: TeamView) -> None:
    language = get_language("en")
    rows = list(csv.DictReader(StringIO(team_csv(view, language))))
    book = load_workbook(BytesIO(team_xlsx(view, language)))
    means = {row["Competency"]: float(row["Mean"]) for row in rows if not row["Facet"] and row["Mean"]}
    sheet = {row[1].value: row[2].value for row in book["Competencies"].iter_rows(min_row=5)}
    assert sheet == means == {f"Competency {spoke.competency}": spoke.score.mean for spoke in view.result.competencies}
    assert len(rows) == 3 * (1 + 3 + 12)


def test_no_cell_of_words_begins_like_a_formula(view: TeamView) -> None:
    for locale in ("en", "ru"):
        text = team_csv(view, get_language(locale))
        cells = [cell for row in csv.reader(StringIO(text)) for cell in row]
        assert f"'{HOSTILE}" in cells
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
        book = load_workbook(BytesIO(team_xlsx(view, get_language(locale))))
        assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
        assert HOSTILE in {cell.value for row in book.worksheets[0].iter_rows() for cell in row}


def test_files_are_the_same_each_time_and_leave_the_viewers_own_view_out(view: TeamView) -> None:
    language = get_language("ru")
    seen = replace(view, own_view=None)
    assert team_xlsx(view, language) == team_xlsx(seen, language)
    assert team_csv(view, language) == team_csv(seen, language)
