"""What stands beside a team's result: the lead's own view, and what people can beside what the team can."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flask import Flask

from assessment.domain.answers import AnswerSheet
from assessment.domain.campaign import CampaignKind
from assessment.domain.framework import Level
from tests.factories.accounts import make_account
from tests.factories.frameworks import core_framework
from tests.factories.published_teams import browser_of, led_team, publish, publish_sheets
from tests.factories.team_campaigns import answer, close, make_campaign, respondents_of
from tests.factories.team_results import about_the_team, about_themselves
from tests.factories.teams import MadeTeam
from tests.factories.visits import sheet_of_facets, words

FRAMEWORK = core_framework()
HEADING = "Your own view next to theirs"


def rate_alone(app: Flask, team: MadeTeam) -> None:
    """The lead rates the team alone: 62, 48, 70, 67, 35."""
    campaign = make_campaign(app, team, CampaignKind.LEAD_ALONE, framework_id="cx_competencies")
    (lead,) = respondents_of(app, campaign)
    answer(app, campaign, lead, sheet_of_facets(FRAMEWORK, level=Level.TEAM))
    close(app, campaign)


def test_the_leads_own_view_stands_beside_the_members_for_its_author_alone(app: Flask) -> None:
    lead, team = led_team(app)
    rate_alone(app, team)
    publish(app, team.team.id, about_the_team())
    own = words(browser_of(app, lead).get("/campaigns/round/result"))
    others = words(browser_of(app, make_account(app, "member1@example.org")).get("/campaigns/round/result"))

    assert "You differ most on design and change: you say 35, the members 60." in own
    assert "Design, innovation and change 35 60 −25" in own
    assert "Nobody but you sees this part." in own
    assert HEADING not in others


def test_where_members_rated_themselves_the_two_are_not_subtracted(app: Flask) -> None:
    lead, team = led_team(app)
    rate_alone(app, team)
    publish(app, team.team.id, about_themselves())
    said = words(browser_of(app, lead).get("/campaigns/round/result"))

    assert "two different questions, to be read side by side" in said
    assert "Difference" not in said
    assert re.search(r"Design, innovation and change 35 51 (?!−)", said)


def all_rate(level: Level, low: Sequence[int], *, people: int = 13) -> dict[str, AnswerSheet]:
    """People who rate each competency at its ``low`` scale value or one above, every one in a way of their own."""
    places = {competency.id: place for place, competency in enumerate(FRAMEWORK.competencies)}
    return {
        f"sheet{person}": AnswerSheet(
            level,
            {
                item.id: low[places[item.competency]] + ((person * person + 3 * number) % (3 + person % 3) == 0)
                for number, item in enumerate(FRAMEWORK.items_of(level))
            },
        )
        for person in range(people)
    }


def test_topics_that_people_master_and_the_team_does_not_are_listed(app: Flask) -> None:
    lead, team = led_team(app)
    rounds = (
        ("one", CampaignKind.THEMSELVES, all_rate(Level.INDIVIDUAL, (3, 2, 2, 2, 2))),
        ("two", CampaignKind.TEAM, all_rate(Level.TEAM, (1, 2, 2, 2, 2))),
    )
    for campaign_id, kind, sheets in rounds:
        publish_sheets(app, team.team.id, FRAMEWORK, kind, sheets, members=18, campaign_id=campaign_id)
    browser = browser_of(app, lead)
    for campaign_id in ("one", "two"):
        page = browser.get(f"/campaigns/{campaign_id}/result")
        found = re.search(r'<section[^>]* id="topics".*?</section>', page.text, re.DOTALL)
        assert found
        said = words(found[0])

        assert "12 topics people master by themselves, and the team does not use them yet." in said
        assert said.count("People can, the team does not") == 12
        assert "48 topics without a finding" in said
        assert "a hint where to look, not a measurement" in said


def test_without_a_second_round_there_is_nothing_to_lay_beside(app: Flask) -> None:
    lead, team = led_team(app)
    publish(app, team.team.id, about_themselves())

    assert "What people can" not in words(browser_of(app, lead).get("/campaigns/round/result"))
