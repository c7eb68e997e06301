"""Sharing on pages: the preview is what the recipient gets, and nothing else ever is."""

from __future__ import annotations

import re
from itertools import count

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from assessment.domain.answers import AnswerSheet, SpecialAnswer
from assessment.use_cases.accounts import Account
from assessment.use_cases.own_assessments import take_into_account
from assessment.use_cases.sharing import list_recipients
from tests.factories.accounts import make_account, sign_in
from tests.factories.assessments import START, start, submitted
from tests.factories.frameworks import core_framework
from tests.factories.owners import lead_a_team
from tests.factories.visits import elements, ids, input_of, sheet_of_facets, words

_SEEDS = count(1)
SHARED = re.compile(r'<article class="cx-shared">.*?</article>', re.DOTALL)


@pytest.fixture
def lead(app: Flask) -> Account:
    lead = make_account(app, "lead@example.org")
    with app.app_context():
        lead_a_team(lead)
    return lead


@pytest.fixture
def owner(app: Flask, anna: Account) -> FlaskClient:
    client = app.test_client()
    sign_in(client, anna)
    return client


@pytest.fixture
def reader(app: Flask, lead: Account) -> FlaskClient:
    client = app.test_client()
    sign_in(client, lead)
    return client


@pytest.fixture
def result(app: Flask, anna: Account) -> str:
    """A result with one statement that Anna cannot judge."""
    sheet = sheet_of_facets(core_framework())
    blind = core_framework().items_of(sheet.level, "culture")[0].id
    return own_result(app, anna, AnswerSheet(sheet.level, {**sheet.values, blind: SpecialAnswer.DONT_KNOW}))


def own_result(app: Flask, person: Account, sheet: AnswerSheet) -> str:
    with app.app_context():
        shelf = app.extensions["cx_wheel"].shelf
        started = submitted(shelf, sheet, framework_id="cx_competencies", seed=f"shared {next(_SEEDS)}", locale="en")
        take_into_account(started.assessment.id, person.id, now=START)
    return started.assessment.id


def share(owner: FlaskClient, result: str, **changes: str) -> TestResponse:
    return owner.post(f"/assessments/{result}/sharing", data={"recipient": "lead@example.org", **changes})


def preview(owner: FlaskClient, result: str, **changes: str) -> TestResponse:
    return owner.post(f"/assessments/{result}/sharing/preview", data={"recipient": "lead@example.org", **changes})


def shared_address(reader: FlaskClient) -> str:
    (address,) = (one["href"] for one in elements(reader.get("/shared"), "a") if one["href"].startswith("/shared/"))
    return address


class TestTheRecipientsPage:
    @pytest.mark.parametrize("plan", [{}, {"with_plan": "y"}])
    def test_it_is_what_the_preview_showed_to_the_letter(
        self, owner: FlaskClient, reader: FlaskClient, result: str, plan: dict[str, str]
    ) -> None:
        shown = SHARED.search(preview(owner, result, **plan).text)
        assert share(owner, result, **plan).status_code == 303
        got = SHARED.search(reader.get(shared_address(reader)).text)

        assert shown is not None
        assert got is not None
        assert got.group() == shown.group()
        assert ("Development plan" in got.group()) is bool(plan)

    def test_it_has_scores_and_finding_and_no_statement(
        self, owner: FlaskClient, reader: FlaskClient, result: str
    ) -> None:
        share(owner, result)
        page = reader.get(shared_address(reader))
        said = words(page)

        assert "Shared by Anna (anna@example.org) · 21 November 2026" in said
        assert "Weakest link: design and change" in said
        assert "Design and change: what is missing for the next level is in experience." in said
        assert "Design, innovation and change Weakest link 35 Foundation 22–48" in said
        items = core_framework().items_of(sheet_of_facets(core_framework()).level)
        assert not [item.id for item in items if item.text["en"] in said or item.id in page.text]
        assert "/assessments/" not in page.text
        assert len(ids(page)) == len(set(ids(page)))

    def test_notes_in_the_plan_stay_with_their_owner(
        self, owner: FlaskClient, reader: FlaskClient, result: str
    ) -> None:
        steps = [one for one in ids(owner.get(f"/assessments/{result}/plan")) if one.startswith("step-")]
        step = steps[0].removeprefix("step-")
        owner.post(f"/assessments/{result}/plan/steps/{step}/evidence", data={"note": "for my eyes only"})
        assert "for my eyes only" in owner.get(f"/assessments/{result}/plan").text

        share(owner, result, with_plan="y")
        page = reader.get(shared_address(reader))
        assert "Done when there is" in words(page)
        assert "for my eyes only" not in page.text

    def test_it_is_whole_in_russian(self, owner: FlaskClient, reader: FlaskClient, result: str) -> None:
        share(owner, result, with_plan="y")
        address = shared_address(reader)
        owner.get("/account")  # what was said in English is read
        for browser in (reader, owner):
            browser.get("/language/ru")
        for page in (
            reader.get(address),
            reader.get("/shared"),
            owner.get(f"/assessments/{result}/sharing"),
            preview(owner, result, recipient="other@example.org"),
        ):
            assert not re.search(r"\b(shared?|see|plan|with|result|roll|the)\b", words(page)), words(page)

    def test_taking_back_works_at_once(self, owner: FlaskClient, reader: FlaskClient, result: str) -> None:
        share(owner, result)
        address = shared_address(reader)
        share_id = address.removeprefix("/shared/")
        assert reader.get(address).status_code == 200

        answer = owner.post(f"/assessments/{result}/sharing/{share_id}/end")
        assert answer.status_code == 303
        gone = reader.get(address)
        assert gone.status_code == 404
        assert "This result is not shared with you" in words(gone)
        assert '<a class="cx-btn cx-btn--quiet" href="/shared">See what is shared with you</a>' in gone.text
        assert "Nobody shares a result with lead@example.org just now." in words(reader.get("/shared"))
        owner.get("/account")
        owner.post(f"/assessments/{result}/sharing/{share_id}/end")
        assert "This was no longer shared." in words(owner.get(f"/assessments/{result}/sharing"))

    def test_everybody_else_finds_nothing(
        self, app: Flask, owner: FlaskClient, reader: FlaskClient, result: str
    ) -> None:
        share(owner, result)
        address = shared_address(reader)
        stranger = app.test_client()
        assert stranger.get(address).location.startswith("/account/sign-in")
        sign_in(stranger, make_account(app, "other@example.org", roles=("trainer",)))
        nothing = words(stranger.get("/shared/nothing"))
        assert words(stranger.get(address)) == nothing
        assert stranger.get(address).status_code == 404
        assert owner.get(address).status_code == 404

    def test_the_log_of_the_owner_says_who_looked(self, owner: FlaskClient, reader: FlaskClient, result: str) -> None:
        share(owner, result)
        address = shared_address(reader)
        for _ in range(3):
            reader.get(address)
        said = words(owner.get("/account/log"))
        assert said.count("lead@example.org Shared result looked at") == 1
        assert "you Result shared with lead@example.org" in said
        assert "you Shared result looked at" in words(reader.get("/account/log"))


class TestTheOwnersPage:
    def test_nothing_is_shared_before_it_is_confirmed(self, app: Flask, owner: FlaskClient, result: str) -> None:
        said = words(preview(owner, result))
        assert "This is what lead@example.org will see Nothing is shared yet." in said
        with app.app_context():
            assert list_recipients(result) == ()

    @pytest.mark.parametrize(
        ("typed", "refusal"),
        [
            ("anna@example.org", "This is your own address"),
            ("", "There is no address here."),
            ("nobody", "There is no @ in this address."),
            ("x" * 900, "This address is too long"),
        ],
    )
    def test_a_refused_address_stays_in_its_field_with_the_reason(
        self, owner: FlaskClient, result: str, typed: str, refusal: str
    ) -> None:
        for page in (preview(owner, result, recipient=typed, with_plan="y"), share(owner, result, recipient=typed)):
            assert page.status_code == 422
            field = input_of(page, "recipient")
            assert field["value"] == typed
            assert field["aria-invalid"] == "true"
            assert refusal in words(page)
        assert "checked" in input_of(preview(owner, result, recipient=typed, with_plan="y"), "with_plan")

    def test_the_same_person_twice_is_told(self, owner: FlaskClient, result: str) -> None:
        share(owner, result)
        assert "The result is already shared with lead@example.org." in words(share(owner, result))

    def test_who_sees_it_stands_there(self, owner: FlaskClient, result: str) -> None:
        share(owner, result, with_plan="y")
        said = words(owner.get(f"/assessments/{result}/sharing"))
        assert "lead@example.org since 21 November 2026, with the plan Stop sharing" in said
        assert "You share a result with lead@example.org" in words(owner.get("/account"))

    def test_a_private_link_alone_cannot_share(self, app: Flask, owner: FlaskClient) -> None:
        with app.app_context():
            shelf = app.extensions["cx_wheel"].shelf
            sheet = sheet_of_facets(core_framework())
            started = submitted(shelf, sheet, framework_id="cx_competencies", seed="by link")
        address = f"/assessments/{started.assessment.id}/sharing"
        signed_out = app.test_client()
        signed_out.get(f"/link/{started.token}")
        assert signed_out.get(address).location.startswith("/account/sign-in")

        owner.get(f"/link/{started.token}")
        assert "Take it into my account" in words(owner.get(address))
        assert share(owner, started.assessment.id).status_code == 409
        assert preview(owner, started.assessment.id).status_code == 409

    def test_what_is_not_submitted_leads_to_its_end(self, app: Flask, anna: Account, owner: FlaskClient) -> None:
        with app.app_context():
            started = start(app.extensions["cx_wheel"].shelf, framework_id="cx_competencies", seed="open")
            take_into_account(started.assessment.id, anna.id, now=START)
        answer = owner.get(f"/assessments/{started.assessment.id}/sharing")
        assert answer.location == f"/assessments/{started.assessment.id}/review"

    def test_results_of_others_are_not_found(self, app: Flask, lead: Account, owner: FlaskClient) -> None:
        theirs = own_result(app, lead, sheet_of_facets(core_framework()))
        assert owner.get(f"/assessments/{theirs}/sharing").status_code == 404
        assert share(owner, theirs, recipient="other@example.org").status_code == 404
