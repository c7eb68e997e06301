from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import Table, select

from assessment.bank.shelf import Shelf
from assessment.domain.refusals import AssessmentNotFound, UnknownLocale
from assessment.store.database import reading, transaction
from assessment.store.results import add_file
from assessment.store.tables import Base, DbAnswer
from assessment.use_cases.change_steps import add_own_step, drop_step, tick_done, write_evidence
from assessment.use_cases.kept_frameworks import publish_frameworks
from assessment.use_cases.make_plan import get_plan, set_name
from assessment.use_cases.own_assessments import take_into_account
from assessment.use_cases.own_data import erase, export_csv, export_json
from assessment.use_cases.result_document import result_document
from assessment.use_cases.sharing import share_result
from assessment.use_cases.show_result import get_result
from assessment.use_cases.take_assessment import get_assessment, record_answers
from tests.factories.assessments import START, FixedClock, SeededTokens, answer, start, submitted
from tests.factories.frameworks import item_id, make_action, make_framework
from tests.factories.owners import account, answer_campaign
from tests.factories.sheets import sheet_of_totals
from tests.factories.shelves import shelf_of

TODAY = date(2026, 11, 21)
FRAMEWORK = make_framework(actions=[make_action(f"c1_{n}") for n in range(1, 4)])
ONE, TWO, THREE = (item_id("c1", "skill", number) for number in (1, 2, 3))


@pytest.fixture
def shelf() -> Shelf:
    return shelf_of(FRAMEWORK)


OF_AN_ASSESSMENT = {"assessments", "answers", "results", "result_files", "plans", "plan_steps"}
BELONGING = {"owned_assessments", "shares", "campaign_assessments"}


def full_assessment(shelf: Shelf, seed: str) -> str:
    """An assessment that has a row in every table that is about one."""
    assessment_id = submitted(shelf, sheet_of_totals(FRAMEWORK, [10, 20, 30]), seed=seed).assessment.id
    plan = get_plan(assessment_id, today=TODAY).plan
    tick_done(assessment_id, plan.steps[0].id, done_on=TODAY, today=TODAY)
    write_evidence(assessment_id, plan.steps[0].id, "Дневник", today=TODAY)
    drop_step(assessment_id, plan.steps[1].id, today=TODAY)
    add_own_step(assessment_id, title="Своё", hours=2, start=TODAY, due=TODAY, today=TODAY)
    set_name(assessment_id, "Анна")
    with transaction() as connection:
        add_file(connection, assessment_id, "svg", "ru", b"<svg/>")
    return assessment_id


def shared_assessment(site: Flask, shelf: Shelf, seed: str) -> str:
    """The same, which answers a campaign, too, is in an account, and shared from there."""
    assessment_id = full_assessment(shelf, seed)
    owner = account(f"{seed}@example.org")
    take_into_account(assessment_id, owner.id, now=START)
    tokens = SeededTokens(f"share {seed}")
    share_result(assessment_id, owner, recipient="lead@example.org", with_plan=True, now=START, token_source=tokens)
    answer_campaign(site, assessment_id, anonymous=False)
    return assessment_id


def tables_of_assessments() -> list[Table]:
    """Every table whose rows go with an assessment."""
    found = {"assessments"}
    for table in Base.metadata.sorted_tables:  # in the order in which they refer to one another
        if any(key.column.table.name in found for key in table.foreign_keys):
            found.add(table.name)
    assert found == OF_AN_ASSESSMENT | BELONGING
    return [table for table in Base.metadata.sorted_tables if table.name in found]


def rows_by_table() -> dict[str, list[str]]:
    with reading() as connection:
        return {
            table.name: [repr(tuple(row)) for row in connection.execute(select(table))]
            for table in tables_of_assessments()
        }


class TestExport:
    def test_it_holds_every_value_that_is_stored(self, shelf: Shelf) -> None:
        assessment_id = full_assessment(shelf, "mine")
        full_assessment(shelf, "noise")

        exported = export_json(assessment_id)

        assert json.loads(json.dumps(exported)) == exported
        assert (exported["id"], exported["framework"], exported["version"]) == (assessment_id, "tiny", "2026.1")
        assert (exported["status"], exported["name"], exported["channel"]) == ("submitted", "Анна", "web")
        assert exported["started_at"] == "2026-11-21T09:00:00Z"
        assert len(exported["answers"]) == 36
        result = get_result(assessment_id)
        assert exported["result"] == result_document(FRAMEWORK, result.profile, locale="ru", submitted_at=START)
        done, own = (next(s for s in exported["plan"]["steps"] if s["id"] == name) for name in ("c1_1", "own-1"))
        assert (done["done_on"], done["note"]) == ("2026-11-21", "Дневник")
        assert own["title"] == {"en": "Своё", "ru": "Своё"}
        assert exported["plan"]["dropped"] == ["c1_2"]
        assert exported["files"] == [{"kind": "svg", "locale": "ru", "bytes": 6}]

    def test_it_names_every_column_of_the_tables(self, site: Flask, shelf: Shelf) -> None:
        exported = json.dumps(export_json(shared_assessment(site, shelf, "mine")))
        called_otherwise = {
            "assessment_id": "id",
            "item_id": "item",
            "step_id": "id",
            "framework_id": "framework",
            "profile": "result",
            "special": "value",
            "content": "bytes",
            "position": "steps",
            "snapshot": "version",
            "campaign_id": "campaign",
            "respondent_id": "respondent",
            "user_id": "account",
        }
        not_the_persons = {"token_hash"}

        for table in tables_of_assessments():
            for column in table.columns:
                if column.name not in not_the_persons:
                    assert f'"{called_otherwise.get(column.name, column.name)}"' in exported, column

    def test_it_says_what_the_assessment_belongs_to(self, site: Flask, shelf: Shelf) -> None:
        exported = export_json(shared_assessment(site, shelf, "mine"))

        assert (exported["campaign"]["title"], exported["campaign"]["team"]) == ("Campaign", "Team")
        assert exported["campaign"]["respondent"] is None
        assert exported["account"]["taken_at"] == "2026-11-21T09:00:00Z"
        (share,) = exported["shares"]
        assert (share["recipient"], share["with_plan"], share["revoked_at"]) == ("lead@example.org", True, None)
        alone = export_json(full_assessment(shelf, "alone"))
        assert (alone["campaign"], alone["account"], alone["shares"]) == (None, None, [])

    def test_the_private_link_is_not_in_it_nor_its_hash(self, shelf: Shelf) -> None:
        started = start(shelf)

        exported = json.dumps(export_json(started.assessment.id))

        assert started.token not in exported
        assert "token" not in exported

    def test_an_open_assessment_has_answers_with_their_seconds_and_nothing_more(
        self, shelf: Shelf, clock: FixedClock
    ) -> None:
        assessment_id = start(shelf, now=clock()).assessment.id
        record_answers(assessment_id, {TWO: "dont_know", ONE: 4}, now=clock.advance(12), timed=True)

        exported = export_json(assessment_id)

        assert exported["answers"] == [
            {"item": ONE, "value": 4, "seconds": 6.0},
            {"item": TWO, "value": "dont_know", "seconds": 6.0},
        ]
        assert (exported["result"], exported["plan"], exported["submitted_at"]) == (None, None, None)


class TestTable:
    def test_every_item_has_a_line_with_its_answer_in_words(self, shelf: Shelf) -> None:
        assessment_id = start(shelf).assessment.id
        answer(assessment_id, {ONE: 0, TWO: "not_applicable", THREE: "dont_know"})

        heading, *lines = csv.reader(StringIO(export_csv(assessment_id, "en")))

        assert heading == ["item", "Competency", "Facet", "Statement", "Answer", "Answer in words"]
        assert len(lines) == 36
        by_item = {line[0]: line[1:] for line in lines}
        assert by_item[ONE] == ["Competency c1", "Skill", f"Statement {ONE}", "0", "Anchor 0"]
        assert by_item[TWO][3:] == ["not_applicable", "Not applicable"]
        assert by_item[THREE][3:] == ["dont_know", "I cannot judge"]
        assert by_item[item_id("c2", "skill", 1)][3:] == ["", ""]

    def test_it_speaks_the_language_asked_for(self, shelf: Shelf) -> None:
        table = export_csv(start(shelf).assessment.id, "ru")

        assert table.splitlines()[0] == "item,Компетенция,Аспект,Утверждение,Ответ,Ответ словами"
        with pytest.raises(UnknownLocale):
            export_csv(start(shelf, seed="other").assessment.id, "de")

    @pytest.mark.parametrize("beginning", ["=", "+", "-", "@", "\t"])
    def test_no_cell_begins_like_a_formula(self, beginning: str) -> None:
        plain = make_framework(framework_id="dangerous")
        first = replace(plain.items[0], text=dict.fromkeys(("en", "ru"), f"{beginning}1+1"))
        shelf = shelf_of(replace(plain, items=(first, *plain.items[1:])))
        publish_frameworks(shelf)

        lines = list(csv.reader(StringIO(export_csv(start(shelf, framework_id="dangerous").assessment.id, "en"))))

        assert lines[1][3] == f"'{beginning}1+1"

    def test_a_framework_without_facets_has_none_to_tell(self) -> None:
        shelf = shelf_of(make_framework(framework_id="plain", facets=(), anchored=(0, 5)))
        publish_frameworks(shelf)
        assessment_id = start(shelf, framework_id="plain").assessment.id
        answer(assessment_id, {item_id("c1", None, 1): 3})

        lines = list(csv.reader(StringIO(export_csv(assessment_id, "en"))))

        assert lines[1][2:] == ["", "Statement ind.c1.1", "3", ""]


class TestErasure:
    def test_nothing_mentions_an_erased_assessment_and_others_stay(self, site: Flask, shelf: Shelf) -> None:
        other = shared_assessment(site, shelf, "other")
        before = rows_by_table()
        mine = shared_assessment(site, shelf, "mine")
        assert all(any(mine in row for row in rows) for rows in rows_by_table().values())

        erase(mine)

        assert rows_by_table() == before
        assert get_result(other).record.name == "Анна"

    @pytest.mark.parametrize("database", ["sqlite"], indirect=True)
    def test_not_a_byte_of_it_is_left_in_the_files_of_the_database(self, database: str, shelf: Shelf) -> None:
        mine = full_assessment(shelf, "mine")
        place = Path(database.removeprefix("sqlite:///"))

        def mentions(needle: str) -> bool:
            return any(needle.encode() in path.read_bytes() for path in place.parent.glob(f"{place.name}*"))

        assert mentions(mine)
        assert mentions("Дневник")

        erase(mine)

        assert not mentions(mine)
        assert not mentions("Дневник")

    @pytest.mark.parametrize("database", ["sqlite"], indirect=True)
    def test_somebody_who_reads_meanwhile_does_not_hinder_it(
        self, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("assessment.store.database.CHECKPOINT_PATIENCE_MS", 0)
        mine = full_assessment(shelf, "mine")

        with reading() as connection:
            connection.execute(select(DbAnswer)).all()
            erase(mine)

        assert not any(mine in row for rows in rows_by_table().values() for row in rows)

    def test_its_private_link_opens_nothing_any_more(self, shelf: Shelf) -> None:
        started = start(shelf)

        erase(started.assessment.id)

        with pytest.raises(AssessmentNotFound):
            get_assessment(started.assessment.id, started.token)
        with pytest.raises(AssessmentNotFound):
            erase(started.assessment.id)
        with pytest.raises(AssessmentNotFound):
            export_json(started.assessment.id)
