"""What becomes of every form on the page of a team's plan, above all when two people send one at once."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from tests.factories.accounts import make_account
from tests.factories.team_plans import (
    OWN,
    STATE,
    SUPPORT,
    TERMS,
    TeamVisit,
    add_closed_campaign,
    publish,
    seen_of,
    visit_plan,
)
from tests.factories.team_results import about_themselves
from tests.factories.teams import make_team
from tests.factories.visits import input_of, words


@pytest.fixture
def visit(app: Flask) -> TeamVisit:
    """The lead of a team at the plan of its closed campaign."""
    lead = make_account(app, "lead@example.org")
    campaign_id = add_closed_campaign(app, make_team(app, lead).team.id)
    publish(app, campaign_id, about_themselves())
    return visit_plan(app, lead, campaign_id)


class TestSteps:
    def test_who_when_and_how_far_are_kept(self, visit: TeamVisit) -> None:
        answer = visit.post(f"steps/{SUPPORT}", **STATE, seen=visit.seen(SUPPORT))
        assert answer.status_code == 303
        assert answer.headers["Location"].endswith(f"#step-{SUPPORT}")
        said = words(visit.get())
        assert "Owner Olga Progress 25%" in said
        assert "What came of it: Two offers" in said
        assert "5 steps have no owner yet." in said

    def test_a_form_from_before_somebody_elses_change_comes_back_with_both(self, visit: TeamVisit) -> None:
        seen = visit.seen(SUPPORT)
        visit.post(f"steps/{SUPPORT}", **STATE, seen=seen)

        page = visit.post(f"steps/{SUPPORT}", **{**STATE, "owner": "Boris", "note": "One offer"}, seen=seen)

        assert page.status_code == 409
        assert "Somebody else was faster" in words(page)
        assert input_of(page, f"owner-{SUPPORT}")["value"] == "Boris"
        assert "Meanwhile somebody else has put here: Olga" in words(page)
        assert "Meanwhile somebody else has put here: Two offers" in words(page)
        assert words(page).count("Meanwhile somebody else") == 2
        assert "Owner Olga" in words(visit.get()), "nothing was overwritten"
        again = visit.post(f"steps/{SUPPORT}", **{**STATE, "owner": "Boris"}, seen=seen_of(page, f"steps/{SUPPORT}"))
        assert again.status_code == 303
        assert "Owner Boris" in words(visit.get())

    def test_dropping_and_swapping_what_somebody_else_has_changed_does_nothing(self, visit: TeamVisit) -> None:
        seen = visit.seen(SUPPORT)
        visit.post(f"steps/{SUPPORT}", **STATE, seen=seen)
        for path, fields in {"drop": {}, "swap": {"action": "gap.strategy.open.learning"}}.items():
            answer = visit.post(f"steps/{SUPPORT}/{path}", **fields, seen=seen)
            assert answer.status_code == 303
            assert "Somebody else changed this step meanwhile" in words(visit.get())
        assert SUPPORT in visit.steps()

    @pytest.mark.parametrize(
        ("name", "typed", "said"),
        [
            ("progress", "a lot", "Please enter a whole number"),
            ("progress", "120", "Progress: choose from 0 to 100."),
            ("hours", "many", "Please enter a number"),
            ("due", "2020-01-01", "Last day: choose from"),
            ("owner", "x" * 101, "Owner: at most 100 characters."),
        ],
    )
    def test_a_refused_field_says_what_it_takes_and_keeps_what_was_typed(
        self, visit: TeamVisit, name: str, typed: str, said: str
    ) -> None:
        page = visit.post(f"steps/{SUPPORT}", **{**STATE, name: typed}, seen=visit.seen(SUPPORT))
        assert page.status_code == 422
        refused = input_of(page, f"{name}-{SUPPORT}")
        assert refused["value"] == typed
        assert refused["aria-invalid"] == "true"
        assert said in words(page)
        assert "Owner Nobody yet" in words(visit.get())

    def test_done_and_not_done_after_all(self, visit: TeamVisit) -> None:
        visit.post(f"steps/{SUPPORT}/done", done="yes")
        assert "Progress 100%" in words(visit.get())
        visit.post(f"steps/{SUPPORT}/done", done="no")
        assert "Progress 100%" not in words(visit.get())

    def test_a_swap_and_a_drop_can_be_taken_back(self, visit: TeamVisit) -> None:
        learning = "gap.strategy.open.learning"
        visit.post(f"steps/{SUPPORT}/swap", action=learning, seen=visit.seen(SUPPORT))
        assert learning in visit.steps()
        assert SUPPORT not in visit.steps()
        visit.post(f"steps/{learning}/drop", seen=visit.seen(learning))
        assert "Left out" in words(visit.get())
        visit.post(f"steps/{SUPPORT}/return")
        assert SUPPORT in visit.steps()

    def test_a_swap_without_a_choice_says_so(self, visit: TeamVisit) -> None:
        visit.post(f"steps/{SUPPORT}/swap", seen=visit.seen(SUPPORT))
        assert "Nothing was swapped" in words(visit.get())

    def test_a_form_of_a_step_that_is_gone_shows_the_plan_as_it_stands(self, visit: TeamVisit) -> None:
        seen = visit.seen(SUPPORT)
        visit.post(f"steps/{SUPPORT}/drop", seen=seen)
        for path in ("", "/drop", "/done"):
            answer = visit.post(f"steps/{SUPPORT}{path}", **STATE, seen=seen)
            assert answer.status_code == 303
            assert "The plan had changed meanwhile" in words(visit.get())


class TestOwnStepsAndTerms:
    def test_an_own_step_joins_once_however_often_it_is_sent(self, visit: TeamVisit) -> None:
        for _ in range(2):
            assert visit.post("steps", **OWN, competency="voice").status_code == 303
        assert sum(step.startswith("own-") for step in visit.steps()) == 1
        assert "Own step · Customer voice · 1–7 Dec 2026 Call five customers" in words(visit.get())

    def test_a_refused_step_opens_its_form_with_everything_typed(self, visit: TeamVisit) -> None:
        page = visit.post("steps", **{**OWN, "title": " \t"})
        assert page.status_code == 422
        assert re.search(r'<details class="cx-own" id="own-step" open>', page.text)
        assert input_of(page, "owner-own")["value"] == "Research"

    def test_words_of_people_are_escaped(self, visit: TeamVisit) -> None:
        hostile = '<script>alert("1")</script>'
        visit.post("steps", **{**OWN, "title": hostile, "owner": hostile})
        page = visit.get()
        assert hostile not in page.text
        assert "&lt;script&gt;alert" in page.text

    def test_other_terms_make_another_plan(self, visit: TeamVisit) -> None:
        seen = seen_of(visit.get(), "plan/terms")
        assert visit.post("terms", **TERMS, seen=seen).status_code == 303
        assert len(visit.steps()) == 4

    def test_terms_set_by_somebody_else_meanwhile_come_back_with_both(self, visit: TeamVisit) -> None:
        seen = seen_of(visit.get(), "plan/terms")
        visit.post("terms", **TERMS, seen=seen)
        page = visit.post("terms", **{**TERMS, "weeks": "20"}, seen=seen)
        assert page.status_code == 409
        assert "Meanwhile somebody else has put here: 10" in words(page)
        assert input_of(page, "weeks-terms")["value"] == "20"
