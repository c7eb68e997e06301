"""One small world with everything in it that a stranger could ask for, and somebody in every role to ask.

Two organisations with a team each, campaigns in every state, an owner of results who shares one of them, and people
whose shares never worked or work no more. What may never be read by the wrong person carries the words of ``SECRETS``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from assessment.domain.framework import Level
from assessment.domain.people import TeamRole
from assessment.store.database import close_connections
from assessment.use_cases.accounts import SITE_ADMIN, TRAINER, Account
from assessment.use_cases.answer_campaign import begin_as_member
from assessment.use_cases.join_links import create_join_link
from assessment.use_cases.make_plan import get_plan
from assessment.use_cases.member_lists import preview_pasted
from assessment.use_cases.memberships import claim_memberships
from assessment.use_cases.organisations import create_organisation
from assessment.use_cases.own_assessments import take_into_account
from assessment.use_cases.sharing import share_result, take_back
from assessment.use_cases.show_team_result import get_team_result
from assessment.use_cases.take_assessment import Started
from assessment.use_cases.team_members import add_member, set_role
from tests.factories.accounts import make_account, sign_in
from tests.factories.answering_teams import team_sheets
from tests.factories.assessments import START, start, submitted
from tests.factories.frameworks import core_framework
from tests.factories.published_teams import publish
from tests.factories.team_campaigns import answer, close, make_campaign, personal_link, respondents_of
from tests.factories.team_plans import ground_of, step_ids
from tests.factories.team_results import about_the_team
from tests.factories.teams import MadeTeam, make_team
from tests.factories.visitors import hidden_fields
from tests.factories.visits import sheet_of_facets

CORE = "cx_competencies"
SECRETS = ("Quagga", "Okapi", "Tapir", "Axolotl", "member3@example.org")
"""Names of the team, its organisation, its campaigns, the owner of the results, and the address of a member."""


class Who(StrEnum):
    """Somebody with a browser. ``SHARED_…``: the owner shares a result with them: seen, without the capacity that it
    takes, or taken back since."""

    NOBODY = "nobody"
    LINK = "private link"
    LINK_OF_ANOTHER = "private link of another assessment"
    PERSON = "person without a team"
    OWNER = "owner"
    MEMBER = "team member"
    LEAD = "team lead"
    LEAD_OF_ANOTHER = "lead of another team"
    ADMIN = "organisation administrator"
    ADMIN_OF_ANOTHER = "administrator of another organisation"
    TRAINER = "trainer"
    SITE_ADMIN = "site administrator"
    SHARED_WITH = "recipient of a share"
    SHARED_WITHOUT_CAPACITY = "recipient without a capacity"
    SHARED_BEFORE = "recipient before it was taken back"


OWN_NAMES = {Who.OWNER: "Axolotl"}
"""Those of ``SECRETS`` that somebody reads above every page: their own name."""

WITHOUT_ACCOUNT = frozenset({Who.NOBODY, Who.LINK, Who.LINK_OF_ANOTHER})


class Thing(StrEnum):
    """What an address is about."""

    SITE = "site"
    OPEN_ANSWERS = "open answers"
    RESULT = "result"
    CAMPAIGN_ANSWERS = "answers of a campaign"
    SHARE = "share"
    SHARE_WITHOUT_CAPACITY = "share with somebody without a capacity"
    SHARE_TAKEN_BACK = "share that was taken back"
    TEAM = "team"
    ORGANISATION = "organisation"
    DRAFT = "draft of a campaign"
    OPEN_CAMPAIGN = "open campaign"
    CLOSED_CAMPAIGN = "closed campaign"
    RATED_CAMPAIGN = "closed campaign about the team"


@dataclass(frozen=True)
class Browser:
    """What a person's browser keeps: the session cookie and the token of the forms it was shown."""

    cookie: str
    form_token: str


@dataclass
class World:
    """The app, who asks (``browsers``), and by thing the arguments of addresses (``places``).

    ``emails`` are the addresses of those with an account; ``tokens`` those of the open assessment, the result and the
    one of another, as the API takes them.
    """

    app: Flask
    browsers: dict[Who, Browser] = field(default_factory=dict)
    places: dict[Thing, dict[str, object]] = field(default_factory=dict)
    tokens: dict[tuple[Who, Thing], str] = field(default_factory=dict)
    emails: dict[Who, str] = field(default_factory=dict)

    def browser(self, who: Who) -> FlaskClient:
        """A browser as it was when the world was made."""
        client = self.app.test_client()
        client.environ_base["HTTP_ACCEPT_LANGUAGE"] = "en"
        client.set_cookie("cx_wheel", self.browsers[who].cookie)
        return client


def make_world(app: Flask) -> World:
    """Everything, through the use cases."""
    world = World(app)
    accounts = _make_accounts(app)
    world.emails |= {who: account.email for who, account in accounts.items()}
    with app.app_context():
        team = _make_teams(app, world, accounts)
        _make_results(app, world, accounts)
        _make_campaigns(app, world, accounts, team)
        _make_team_details(app, world, accounts, team)
        for account in accounts.values():
            claim_memberships(account.id, account.email, now=START)
    for who in Who:
        world.browsers[who] = _browser(world, who, accounts.get(who))
    with app.app_context():
        close_connections()
    return world


def _make_accounts(app: Flask) -> Mapping[Who, Account]:
    roles: dict[Who, tuple[str, ...]] = {Who.TRAINER: (TRAINER,), Who.SITE_ADMIN: (SITE_ADMIN,)}
    return {
        who: make_account(
            app,
            "member1@example.org" if who is Who.MEMBER else f"{who.name.lower()}@example.org",
            name=OWN_NAMES.get(who, who.name.title()),
            roles=roles.get(who, ()),
        )
        for who in Who
        if who not in WITHOUT_ACCOUNT
    }


def _make_teams(app: Flask, world: World, accounts: Mapping[Who, Account]) -> MadeTeam:
    made = {}
    for who, name in ((Who.ADMIN, "Okapi"), (Who.ADMIN_OF_ANOTHER, "Ibex")):
        made[who] = create_organisation(name, user_id=accounts[who].id, now=START, token_source=_tokens(app)).id
    team = make_team(app, accounts[Who.LEAD], name="Quagga", organisation_id=made[Who.ADMIN], seed="quagga")
    other = accounts[Who.LEAD_OF_ANOTHER]
    make_team(app, other, 6, name="Kudu", organisation_id=made[Who.ADMIN_OF_ANOTHER], seed="kudu")
    for who in (Who.SHARED_WITH, Who.SHARED_BEFORE):
        make_team(app, accounts[who], 0, name=who.name, seed=who.name)
    world.places[Thing.ORGANISATION] = {
        "organisation_id": made[Who.ADMIN],
        "user_id": accounts[Who.SITE_ADMIN].id,
    }
    world.places[Thing.SITE] = {"user_id": accounts[Who.PERSON].id, "framework_id": CORE, "level": "individual"}
    return team


def _make_results(app: Flask, world: World, accounts: Mapping[Who, Account]) -> None:
    shelf, owner = app.extensions["cx_wheel"].shelf, accounts[Who.OWNER]
    sheet = sheet_of_facets(core_framework())
    kept = {
        Thing.OPEN_ANSWERS: start(shelf, framework_id=CORE, seed="open answers", locale="en"),
        Thing.RESULT: submitted(shelf, sheet, framework_id=CORE, seed="result", locale="en"),
    }
    for thing, started in kept.items():
        take_into_account(started.assessment.id, owner.id, now=START)
        world.tokens[Who.LINK, thing] = started.token
        world.places[thing] = {"assessment_id": started.assessment.id, "competency": "culture", "step_id": "own-1"}
    another = submitted(shelf, sheet, framework_id=CORE, seed="another", locale="en")
    world.tokens[Who.LINK_OF_ANOTHER, Thing.RESULT] = another.token
    plan = get_plan(kept[Thing.RESULT].assessment.id, today=START.date()).plan
    world.places[Thing.RESULT] |= {"step_id": plan.steps[0].id}
    _share(app, world, accounts, kept[Thing.RESULT])


def _share(app: Flask, world: World, accounts: Mapping[Who, Account], result: Started) -> None:
    shares = {
        Thing.SHARE: Who.SHARED_WITH,
        Thing.SHARE_WITHOUT_CAPACITY: Who.SHARED_WITHOUT_CAPACITY,
        Thing.SHARE_TAKEN_BACK: Who.SHARED_BEFORE,
    }
    for thing, who in shares.items():
        share_id = share_result(
            result.assessment.id,
            accounts[Who.OWNER],
            recipient=accounts[who].email,
            with_plan=True,
            now=START,
            token_source=_tokens(app),
        )
        world.places[thing] = {"share_id": share_id, "assessment_id": result.assessment.id}
    for thing in (Thing.RESULT, Thing.OPEN_ANSWERS):
        world.places[thing] |= {"share_id": world.places[Thing.SHARE]["share_id"]}
    take_back(str(world.places[Thing.SHARE_TAKEN_BACK]["share_id"]), accounts[Who.OWNER].id, now=START)


def _make_campaigns(app: Flask, world: World, accounts: Mapping[Who, Account], team: MadeTeam) -> None:
    made = {
        Thing.CLOSED_CAMPAIGN: make_campaign(app, team, framework_id=CORE, title="Tapir closed"),
        Thing.OPEN_CAMPAIGN: make_campaign(app, team, framework_id=CORE, title="Tapir open"),
        Thing.DRAFT: make_campaign(app, team, framework_id=CORE, title="Tapir draft", open=False),
    }
    closed, asked = made[Thing.CLOSED_CAMPAIGN], made[Thing.OPEN_CAMPAIGN]
    sheets = team_sheets(core_framework(), 8, level=Level.INDIVIDUAL).values()
    for respondent, sheet in zip(respondents_of(app, closed), sheets, strict=True):
        answer(app, closed, respondent, sheet)
    close(app, closed)
    publish(app, team.team.id, about_the_team(), campaign_id="rated")
    others = {"competency": "culture", "respondent_id": respondents_of(app, asked)[2].id, "chart": "wheel"}
    for thing, record in made.items():
        world.places[thing] = {"campaign_id": record.id, "ending": "svg", "step_id": "x", **others}
    world.places[Thing.OPEN_CAMPAIGN]["token"] = personal_link(app, respondents_of(app, asked)[4])
    world.places[Thing.RATED_CAMPAIGN] = {**others, "campaign_id": "rated", "chart": "agreement", "ending": "svg"}
    result = get_team_result(closed.id, accounts[Who.LEAD].id).result
    world.places[Thing.CLOSED_CAMPAIGN]["step_id"] = step_ids(ground_of(closed.id, result))[0]
    options: dict[str, Any] = {"locale": "en", "now": START, "token_source": _tokens(app)}
    claim_memberships(accounts[Who.MEMBER].id, accounts[Who.MEMBER].email, now=START)
    begun = begin_as_member(asked.id, accounts[Who.MEMBER].id, **options)
    world.tokens[Who.MEMBER, Thing.CAMPAIGN_ANSWERS] = begun.token
    places = world.places[Thing.OPEN_ANSWERS] | {"assessment_id": begun.assessment_id}
    world.places[Thing.CAMPAIGN_ANSWERS] = places


def _make_team_details(app: Flask, world: World, accounts: Mapping[Who, Account], team: MadeTeam) -> None:
    lead, tokens, campaign = accounts[Who.LEAD], _tokens(app), world.places[Thing.OPEN_CAMPAIGN]
    deputy = make_account(app, "deputy@example.org")
    second = add_member(
        team.team.id,
        address=deputy.email,
        name="Deputy",
        locale="en",
        user_id=lead.id,
        now=START,
        token_source=tokens,
    )
    claim_memberships(deputy.id, deputy.email, now=START)
    set_role(team.team.id, second.id, TeamRole.LEAD, user_id=lead.id, now=START)
    previewed = preview_pasted(team.team.id, "one@example.net", user_id=lead.id, now=START, token_source=tokens)
    world.places[Thing.TEAM] = {
        "team_id": team.team.id,
        "member_id": team.members[2].id,
        "list_id": previewed.id,
        "token": create_join_link(team.team.id, 7, user_id=lead.id, now=START, token_source=tokens),
        "campaign_id": campaign["campaign_id"],
    }


def _browser(world: World, who: Who, account: Account | None) -> Browser:
    client = world.app.test_client()
    client.environ_base["HTTP_ACCEPT_LANGUAGE"] = "en"
    if account is not None:
        sign_in(client, account)
    for (holder, _), token in world.tokens.items():
        if holder is who:
            client.get(f"/link/{token}")
    page = client.get("/continue")
    cookie = client.get_cookie("cx_wheel")
    if cookie is None:
        raise RuntimeError(f"{who} has no session")
    return Browser(cookie.value, hidden_fields(page)["csrf_token"])


def _tokens(app: Flask) -> Callable[[int], str]:
    source: Callable[[int], str] = app.extensions["cx_wheel"].token_source
    return source
