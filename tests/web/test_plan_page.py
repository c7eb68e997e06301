"""The plan page: what it shows, and what becomes of every form on it."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from assessment.domain.answers import SpecialAnswer
from tests.factories.frameworks import core_framework
from tests.factories.sheets import same_answer
from tests.factories.visits import Visit, elements, ids, input_of, plan_steps, sheet_of_facets, visit_result, words

OWN = {"title": "Call five customers", "hours": "2,5", "start": "2026-12-01", "due": "2026-12-07"}
TERMS = {"weekly_hours": "3", "weeks": "12", "start": "2026-11-23", "at_most": "5"}


@pytest.fixture
def person(app: Flask) -> Visit:
    return visit_result(app, sheet_of_facets(core_framework()))


class TestWhatItShows:
    def test_steps_stand_with_dates_effort_evidence_and_help(self, person: Visit) -> None:
        said = words(person.get("plan"))

        assert re.search(r"(Three|Four|Five) actions, \d+ hours", said)
        assert "Design and change · experience · 23 Nov – 13 Dec 2026" in said
        assert "Done when there is:" in said
        assert "What helps:" in said
        assert "To come" in said

    def test_drawing_and_table_of_the_calendar_hold_the_same_steps(self, person: Visit) -> None:
        page = person.get("plan")
        bars = [rect for rect in elements(page, "rect") if "g-bar" in rect["class"]]

        assert len(bars) == len(plan_steps(person))
        assert bars[0]["x"] == "0.00%"
        assert words(page).count("23 Nov – 13 Dec 2026") == 2, "at the step and in the table"
        assert "Repeat the CX Wheel assessment Week of" in words(page)

    def test_it_says_how_one_will_know_and_what_to_ask_for(self, person: Visit) -> None:
        said = words(person.get("plan"))

        assert "From 58 points on, the growth is real" in said
        assert "What you need from your manager" in said

    def test_an_empty_plan_says_why_and_can_still_grow(self, app: Flask) -> None:
        person = visit_result(app, same_answer(core_framework(), SpecialAnswer.DONT_KNOW))
        said = words(person.get("plan"))

        assert "No actions yet" in said
        assert "Add a step of my own" in said
        assert "The same as a table" not in said
        person.post("plan/steps", **OWN)
        assert "One action, 2.5 hours" in words(person.get("plan"))

    def test_a_plan_that_was_emptied_blames_no_terms(self, person: Visit) -> None:
        for _ in range(40):
            found = re.findall(r'action="[^"]*/(plan/steps/[^/"]+/drop)"', person.get("plan").text)
            if not found:
                break
            person.post(found[0])
        said = words(person.get("plan"))

        assert "You took out every proposed action. Bring one back, or add a step of your own." in said
        assert "fits into these terms" not in said

    def test_ids_are_unique_and_every_field_has_its_label(self, person: Visit) -> None:
        page = person.get("plan")
        found = ids(page)
        labelled = {label["for"] for label in elements(page, "label")}
        fields = [one for one in elements(page, "input") if one.get("type") != "hidden"] + elements(page, "textarea")

        assert len(found) == len(set(found))
        assert {one["id"] for one in fields} <= labelled

    def test_the_page_is_whole_in_russian(self, person: Visit) -> None:
        person.speak("ru")
        said = words(person.get("plan"))

        assert "Личный план развития на 12 недель" in said
        assert not re.search(r"\b(hours|weeks|step|Done|evidence)\b", said)


class TestTerms:
    def test_fewer_hours_make_a_smaller_plan(self, person: Visit) -> None:
        before = len(plan_steps(person))

        answer = person.post("plan/terms", **{**TERMS, "weekly_hours": "1,5", "weeks": "6"})

        assert answer.status_code == 303
        assert 0 < len(plan_steps(person)) < before
        assert input_of(person.get("plan"), "weekly_hours")["value"] == "1.5"

    @pytest.mark.parametrize(
        ("name", "typed", "said"),
        [
            ("weekly_hours", "a few", "Please enter a number, such as 3 or 2.5."),
            ("weekly_hours", "0", "Hours a week: choose from 0.5 to 40."),
            ("weekly_hours", "inf", "Hours a week: choose from 0.5 to 40."),
            ("weeks", "2.5", "Please enter a whole number, such as 12."),
            ("weeks", "60", "Weeks: choose from 1 to 52."),
            ("weeks", "9" * 5000, "Please enter a whole number, such as 12."),
            ("start", "soon", "Please enter a date."),
            ("start", "1999-01-01", "First day: choose from"),
            ("at_most", "", "Please enter a whole number, such as 12."),
        ],
    )
    def test_a_refused_field_says_what_it_takes_and_keeps_what_was_typed(
        self, person: Visit, name: str, typed: str, said: str
    ) -> None:
        before = plan_steps(person)

        page = person.post("plan/terms", **{**TERMS, "weeks": "11", name: typed})

        assert page.status_code == 422
        refused = input_of(page, f"{name}-terms")
        assert refused["value"] == typed
        assert refused["aria-invalid"] == "true"
        assert f"{name}-terms-refusal" in refused["aria-describedby"].split()
        assert said in words(page)
        assert plan_steps(person) == before
        if name != "weeks":
            assert input_of(page, "weeks-terms")["value"] == "11"

    def test_the_name_stands_in_its_field_and_can_be_taken_back(self, person: Visit) -> None:
        person.post("plan/name", name="  Анна   Лебедева ")
        assert input_of(person.get("plan"), "name")["value"] == "Анна Лебедева"

        person.post("plan/name", name="")
        assert input_of(person.get("plan"), "name")["value"] == ""

    def test_a_name_too_long_is_refused_and_kept(self, person: Visit) -> None:
        page = person.post("plan/name", name="x" * 101)

        assert page.status_code == 422
        assert input_of(page, "name")["value"] == "x" * 101
        assert "Name: at most 100 characters." in words(page)


class TestOwnSteps:
    def test_an_own_step_joins_the_plan(self, person: Visit) -> None:
        answer = person.post("plan/steps", **OWN, competency="voice", how="By phone", evidence="notes")

        assert answer.status_code == 303
        said = words(person.get("plan"))
        assert "Customer voice · 1–7 Dec 2026 Call five customers By phone Done when there is: notes." in said
        assert "2.5 hours · 1 week" in said

    def test_sent_twice_it_is_there_once(self, person: Visit) -> None:
        person.post("plan/steps", **OWN)
        person.post("plan/steps", **OWN)

        assert sum(step.startswith("own-") for step in plan_steps(person)) == 1

    def test_a_refused_step_opens_its_form_with_everything_typed(self, person: Visit) -> None:
        page = person.post("plan/steps", **{**OWN, "due": "2026-11-01"}, how="By phone", competency="voice")

        assert page.status_code == 422
        assert "Last day: choose from 1 December 2026" in words(page)
        assert input_of(page, "title-own")["value"] == "Call five customers"
        assert input_of(page, "hours-own")["value"] == "2,5"
        assert ">\nBy phone</textarea>" in page.text
        assert '<option value="voice" selected>' in page.text
        assert re.search(r'<details class="cx-own" id="own-step" open>', page.text)

    def test_a_title_of_spaces_is_refused(self, person: Visit) -> None:
        page = person.post("plan/steps", **{**OWN, "title": "  \t "})

        assert page.status_code == 422
        assert "Title: please write something here." in words(page)

    def test_an_unknown_competency_is_refused(self, person: Visit) -> None:
        page = person.post("plan/steps", **OWN, competency="charm")

        assert page.status_code == 422
        assert "Competency: choose one from the list." in words(page)

    def test_words_of_people_are_escaped_and_cut_at_their_limit(self, person: Visit) -> None:
        hostile = '<script>alert("1")</script>'
        person.post("plan/steps", **{**OWN, "title": hostile})
        page = person.get("plan")

        assert hostile not in page.text
        assert "&lt;script&gt;alert" in page.text
        assert person.post("plan/steps", **{**OWN, "title": "x" * 151}).status_code == 422
        assert person.post("plan/steps", **OWN, how="x" * 1001).status_code == 422

    def test_many_own_steps_are_refused_beyond_the_limit(self, person: Visit) -> None:
        for number in range(20):
            assert person.post("plan/steps", **{**OWN, "title": f"Step {number}"}).status_code == 303

        page = person.post("plan/steps", **{**OWN, "title": "One more"})

        assert page.status_code == 422
        assert "Number of own steps: choose from 0 to 20." in words(page)


class TestFiles:
    def test_the_pdf_comes_under_a_name_in_the_persons_language(self, person: Visit) -> None:
        person.speak("ru")
        answer = person.get("plan.pdf")

        assert answer.mimetype == "application/pdf"
        assert answer.data.startswith(b"%PDF-")
        assert answer.headers["Cache-Control"] == "no-store"
        disposition = answer.headers["Content-Disposition"]
        assert disposition.startswith("attachment;")
        assert "filename*=UTF-8''%D0%9F%D0%BB%D0%B0%D0%BD" in disposition

    def test_the_calendar_holds_every_step(self, person: Visit) -> None:
        answer = person.get("plan.ics")

        assert answer.mimetype == "text/calendar"
        assert answer.text.count("BEGIN:VEVENT") >= len(plan_steps(person)) > 0
        assert 'filename="CX Wheel development plan 2026-11-21.ics"' in answer.headers["Content-Disposition"]

    @pytest.mark.parametrize(
        ("path", "kind", "start"), [("wheel.svg", "image/svg+xml", b"<?xml"), ("wheel.png", "image/png", b"\x89PNG")]
    )
    def test_the_wheel_comes_as_a_file(self, person: Visit, path: str, kind: str, start: bytes) -> None:
        answer = person.get(path)

        assert answer.mimetype == kind
        assert answer.data.startswith(start)
        assert "attachment" in answer.headers["Content-Disposition"]
