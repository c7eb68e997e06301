from __future__ import annotations

from datetime import datetime, timedelta
from xml.etree import ElementTree

import pytest
from flask import Flask
from icalendar import Calendar, Event
from sqlalchemy import text

from assessment.bank.shelf import Shelf
from assessment.domain.refusals import AssessmentNotFound, NotSubmitted, UnknownLocale
from assessment.store.database import reading
from assessment.use_cases.change_steps import tick_done, write_evidence
from assessment.use_cases.draw_files import plan_calendar, plan_pdf, wheel_file
from assessment.use_cases.make_plan import set_name
from assessment.use_cases.own_data import erase
from tests.factories.assessments import START, start
from tests.factories.planned import TODAY, add_interview, look
from tests.factories.threads import in_threads


def files_kept() -> list[tuple[str, str]]:
    with reading() as connection:
        rows = connection.execute(text("SELECT kind, locale FROM result_files ORDER BY kind, locale"))
        return [(kind, locale) for kind, locale in rows]


def events(assessment_id: str, locale: str = "ru", now: datetime = START) -> list[Event]:
    return list(Calendar.from_ical(plan_calendar(assessment_id, locale, now=now)).walk("VEVENT"))


class TestWheel:
    def test_it_is_drawn_once_for_each_kind_and_language_and_then_kept(
        self, plan_of: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first = {
            (kind, locale): wheel_file(plan_of, kind, locale) for kind in ("svg", "png") for locale in ("en", "ru")
        }
        assert files_kept() == [("png", "en"), ("png", "ru"), ("svg", "en"), ("svg", "ru")]

        monkeypatch.setattr("assessment.use_cases.draw_files._draw_wheel", None)

        for (kind, locale), content in first.items():
            assert wheel_file(plan_of, kind, locale) == content

    def test_it_is_a_picture_of_its_kind(self, plan_of: str) -> None:
        assert wheel_file(plan_of, "png", "ru").startswith(b"\x89PNG\r\n")
        assert ElementTree.fromstring(wheel_file(plan_of, "svg", "ru")).tag.endswith("svg")  # noqa: S314  our own file

    def test_drawing_it_at_once_gives_the_same_bytes_to_all(self, site: Flask, plan_of: str) -> None:
        drawn = in_threads(site, 4, lambda _: wheel_file(plan_of, "svg", "en"))

        assert set(drawn) == {wheel_file(plan_of, "svg", "en")}
        assert files_kept() == [("svg", "en")]

    def test_one_erased_while_it_was_drawn_leaves_no_file(self, plan_of: str, monkeypatch: pytest.MonkeyPatch) -> None:
        def erase_meanwhile(*_: object) -> bytes:
            erase(plan_of)
            return b"<svg/>"

        monkeypatch.setattr("assessment.use_cases.draw_files._draw_wheel", erase_meanwhile)

        with pytest.raises(AssessmentNotFound):
            wheel_file(plan_of, "svg", "en")
        assert files_kept() == []

    def test_there_is_none_before_submission_nor_in_another_language(self, shelf: Shelf, plan_of: str) -> None:
        with pytest.raises(NotSubmitted):
            wheel_file(start(shelf).assessment.id, "svg", "en")
        with pytest.raises(UnknownLocale):
            wheel_file(plan_of, "svg", "de")


class TestReport:
    def test_the_same_plan_gives_the_same_bytes_on_any_day(self, plan_of: str) -> None:
        report = plan_pdf(plan_of, "ru", today=TODAY)

        assert report.startswith(b"%PDF")
        assert plan_pdf(plan_of, "ru", today=TODAY + timedelta(days=40)) == report

    def test_it_carries_the_name_the_person_gave(self, plan_of: str) -> None:
        before = plan_pdf(plan_of, "ru", today=TODAY)

        set_name(plan_of, "Анна Петрова")

        assert plan_pdf(plan_of, "ru", today=TODAY) != before

    def test_there_is_none_before_submission_nor_in_another_language(self, shelf: Shelf, plan_of: str) -> None:
        with pytest.raises(NotSubmitted):
            plan_pdf(start(shelf).assessment.id, "en", today=TODAY)
        with pytest.raises(UnknownLocale):
            plan_pdf(plan_of, "de", today=TODAY)


class TestCalendar:
    def test_every_step_is_an_entry_of_whole_days_that_keeps_them_free(self, plan_of: str) -> None:
        steps = look(plan_of).plan.steps
        entries = events(plan_of)

        assert [str(entry["summary"]) for entry in entries] == [step.title["ru"] for step in steps]
        for entry, step in zip(entries, steps, strict=True):
            assert entry["dtstart"].dt == step.start
            assert entry["dtend"].dt == step.due + timedelta(days=1)
            assert entry["transp"] == "TRANSPARENT"
            assert entry["dtstamp"].dt == START

    def test_entries_keep_their_ids_so_that_a_calendar_moves_instead_of_doubling_them(self, plan_of: str) -> None:
        before = [str(entry["uid"]) for entry in events(plan_of)]

        tick_done(plan_of, "c1_1", done_on=TODAY, today=TODAY)

        assert [str(entry["uid"]) for entry in events(plan_of, "en", START + timedelta(days=9))] == before
        assert len(set(before)) == len(before)

    def test_ids_say_nothing_about_the_assessment(self, plan_of: str) -> None:
        assert plan_of not in plan_calendar(plan_of, "en", now=START).decode()

    def test_what_people_wrote_stays_text(self, plan_of: str) -> None:
        hostile = "Встреча; с, кем\\то\nEND:VEVENT\nBEGIN:VALARM"
        add_interview(plan_of, title="А" * 140, how=hostile)
        write_evidence(plan_of, "c1_1", hostile, today=TODAY)

        content = plan_calendar(plan_of, "ru", now=START)

        assert all(len(line) <= 75 for line in content.split(b"\r\n"))
        calendar = Calendar.from_ical(content)
        assert not calendar.walk("VALARM")
        by_title = {str(entry["summary"]): str(entry["description"]) for entry in calendar.walk("VEVENT")}
        assert by_title["А" * 140].replace("\u00a0", " ") == hostile
        assert by_title[look(plan_of).plan.steps[0].title["ru"]].endswith(hostile)

    def test_a_step_without_any_more_words_has_no_description(self, plan_of: str) -> None:
        add_interview(plan_of, title="Звонок")

        described = {str(entry["summary"]): "description" in entry for entry in events(plan_of)}
        assert described.pop("Звонок") is False
        assert all(described.values())

    def test_a_step_that_is_done_is_marked(self, plan_of: str) -> None:
        tick_done(plan_of, "c1_1", done_on=TODAY, today=TODAY)

        assert "✓ Do c1_1" in [str(entry["summary"]).removesuffix(" (по-русски)") for entry in events(plan_of)]
