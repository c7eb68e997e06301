"""The same answers give the same numbers to the last digit, whichever way they come in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from flask import Flask
from flask.testing import FlaskClient

from assessment.cli.main import main
from assessment.domain.answers import AnswerSheet, SpecialAnswer
from assessment.domain.framework import Level
from assessment.use_cases.result_document import result_document
from assessment.use_cases.show_result import get_result
from tests.factories.api_callers import start_by_api
from tests.factories.frameworks import core_framework
from tests.factories.sheets import sheet_of_totals

UNEVEN = {
    Level.INDIVIDUAL: (37, 35, 42, 40, 25),
    Level.TEAM: (11, 31, 29, 43, 57),
    Level.ORGANISATION: (33, 33, 34, 33, 35),
}


def awkward_sheet(level: Level) -> AnswerSheet:
    """Answers with thirds and sevenths among the scores, special answers and an item left open."""
    sheet = sheet_of_totals(core_framework(), UNEVEN[level], level)
    items = [item.id for item in core_framework().items_of(level)]
    return sheet.with_changes(
        {items[3]: SpecialAnswer.NOT_APPLICABLE, items[20]: SpecialAnswer.DONT_KNOW, items[40]: None, items[59]: 1}
    )


def by_command(sheet: AnswerSheet, locale: str, folder: Path) -> dict[str, Any]:
    answers, result = folder / "answers.json", folder / "result.json"
    answers.write_text(
        json.dumps(
            {item: str(value) if isinstance(value, SpecialAnswer) else value for item, value in sheet.values.items()}
        )
    )
    ended = CliRunner().invoke(
        main, ["assess", str(answers), "--level", sheet.level.value, "--locale", locale, "--json", str(result)]
    )
    assert ended.exit_code == 0, ended.output
    document: dict[str, Any] = json.loads(result.read_text(encoding="utf-8"))
    return document


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("locale", ["en", "ru"])
def test_command_interface_and_use_case_give_the_same_result(
    app: Flask, client: FlaskClient, tmp_path: Path, level: Level, locale: str
) -> None:
    sheet = awkward_sheet(level)
    caller = start_by_api(client, level=level, locale=locale)
    caller.patch(sheet.values)
    by_api = caller.submit({"accept_incomplete": True}).get_json()

    with app.app_context():
        stored = get_result(caller.created["id"])
    by_use_case = result_document(
        stored.framework, stored.profile, locale=locale, submitted_at=stored.record.submitted_at
    )
    assert json.loads(json.dumps(by_use_case)) == by_api
    assert by_command(sheet, locale, tmp_path) == by_api | {"submitted_at": None}
    assert by_api["roll"] is not None
    assert any(round(spoke["score"], 6) != spoke["score"] for spoke in by_api["competencies"])


def test_the_order_in_which_answers_come_moves_no_digit(client: FlaskClient) -> None:
    sheet = awkward_sheet(Level.INDIVIDUAL)
    results = []
    for values in (dict(sheet.values), dict(reversed(sheet.values.items()))):
        caller = start_by_api(client)
        for item, value in values.items():
            caller.patch({item: value})
        results.append(caller.submit({"accept_incomplete": True}).data)
    assert results[0] == results[1]
