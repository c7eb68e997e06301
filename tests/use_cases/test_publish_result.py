"""A campaign that closes is published once; its result is shown to those who may see it, and to nobody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import text

from assessment.bank.shelf import Shelf
from assessment.domain.campaign import CampaignKind
from assessment.domain.campaign_refusals import CampaignNotFound, ResultNotPublished
from assessment.domain.framework import Level
from assessment.domain.suppression.policy import Reason
from assessment.domain.suppression.release import Form, Participation
from assessment.store.database import reading, transaction
from assessment.use_cases.campaign_records import CampaignRecord
from assessment.use_cases.own_data import erase
from assessment.use_cases.publish_result import publish
from assessment.use_cases.show_result import get_result
from assessment.use_cases.show_team_result import get_team_result
from tests.factories.answering_teams import team_sheets
from tests.factories.assessments import FixedClock
from tests.factories.frameworks import make_framework
from tests.factories.shelves import shelf_of
from tests.factories.team_campaigns import answer, close, make_campaign, respondents_of
from tests.factories.teams import MadeTeam, make_person, make_team

FRAMEWORK = make_framework(levels=(Level.INDIVIDUAL, Level.TEAM))


@pytest.fixture
def shelf() -> Shelf:
    return shelf_of(FRAMEWORK)


@pytest.fixture
def team(site: Flask) -> MadeTeam:
    return make_team(site, make_person(site, "lead@example.org"))


def run(
    site: Flask,
    team: MadeTeam,
    kind: CampaignKind = CampaignKind.THEMSELVES,
    *,
    answering: int = 8,
    previous_id: str | None = None,
    seed: int = 1,
) -> CampaignRecord:
    """A campaign that so many answered, not yet closed."""
    campaign = make_campaign(site, team, kind)
    if previous_id is not None:
        with site.app_context(), transaction() as connection:
            connection.execute(
                text("UPDATE campaigns SET previous_id = :previous WHERE id = :id"),
                {"previous": previous_id, "id": campaign.id},
            )
    sheets = team_sheets(FRAMEWORK, answering, seed=seed, level=campaign.level)
    for respondent, sheet in zip(respondents_of(site, campaign), sheets.values(), strict=False):
        answer(site, campaign, respondent, sheet)
    return campaign


def lead_of(team: MadeTeam) -> int:
    assert team.lead.user_id is not None
    return team.lead.user_id


def test_eight_answers_become_a_wheel_with_coverage_and_no_spread(site: Flask, team: MadeTeam) -> None:
    campaign = close(site, run(site, team))
    view = get_team_result(campaign.id, lead_of(team))
    assert view.result.hidden is None
    assert view.result.participation == Participation(8, 8)
    assert view.result.roll == min(spoke.score.mean or 0 for spoke in view.result.competencies)
    assert all(spoke.score.interval is None for spoke in view.result.competencies)
    assert any(spoke.coverage is not None for spoke in view.result.competencies)
    assert view.result.weakest is not None
    assert view.result.weakest.probabilities == {}
    assert view.team == team.team


def test_of_four_answers_nothing_is_told_but_why(site: Flask, team: MadeTeam) -> None:
    campaign = close(site, run(site, team, answering=4))
    result = get_team_result(campaign.id, lead_of(team)).result
    assert (result.hidden, result.participation, result.competencies) == (Reason.TOO_FEW, None, ())


def test_an_unsubmitted_sheet_is_not_counted(site: Flask, team: MadeTeam) -> None:
    campaign = run(site, team, answering=4)
    (sheet,) = team_sheets(FRAMEWORK, 1, seed=9).values()
    answer(site, campaign, respondents_of(site, campaign)[5], sheet, finish=False)
    close(site, campaign)
    assert get_team_result(campaign.id, lead_of(team)).result.hidden is Reason.TOO_FEW


def test_publishing_again_changes_nothing_even_when_answers_are_gone(site: Flask, team: MadeTeam) -> None:
    campaign = make_campaign(site, team)
    ids = [
        answer(site, campaign, respondent, sheet)
        for respondent, sheet in zip(respondents_of(site, campaign), team_sheets(FRAMEWORK, 8).values(), strict=True)
    ]
    closed = close(site, campaign)
    before = get_team_result(campaign.id, lead_of(team)).result
    for assessment_id in ids[:5]:
        erase(assessment_id)
    with transaction() as connection:
        assert publish(connection, closed, site.extensions["cx_wheel"].clock()) == before
    assert get_team_result(campaign.id, lead_of(team)).result == before


def test_nothing_is_published_when_the_closing_fails(
    site: Flask, team: MadeTeam, monkeypatch: pytest.MonkeyPatch
) -> None:
    campaign = run(site, team)

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("the letters cannot be written")

    monkeypatch.setattr("assessment.use_cases.run_campaign.tell_leads", fail)
    with pytest.raises(RuntimeError):
        close(site, campaign)
    with reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM published_results")).scalar_one() == 0
    with pytest.raises(ResultNotPublished):
        get_team_result(campaign.id, lead_of(team))


def test_an_open_campaign_has_no_result(site: Flask, team: MadeTeam) -> None:
    with pytest.raises(ResultNotPublished):
        get_team_result(run(site, team).id, lead_of(team))


def test_who_has_nothing_to_do_with_the_team_hears_that_there_is_none(site: Flask, team: MadeTeam) -> None:
    campaign = close(site, run(site, team))
    stranger = make_person(site, "stranger@example.org")
    other = make_team(site, make_person(site, "other@example.org"), seed="other")
    for user_id in (stranger.id, lead_of(other)):
        with pytest.raises(CampaignNotFound):
            get_team_result(campaign.id, user_id)
    with pytest.raises(CampaignNotFound):
        get_team_result("nothing", lead_of(team))


def test_a_member_with_an_account_sees_it_too(site: Flask, team: MadeTeam) -> None:
    campaign = close(site, run(site, team))
    person = make_person(site, team.members[0].email)
    with transaction() as connection:
        connection.execute(
            text("UPDATE team_members SET user_id = :user WHERE id = :id"),
            {"user": person.id, "id": team.members[0].id},
        )
    assert get_team_result(campaign.id, person.id).result.hidden is None


def test_the_day_is_that_of_the_organisers_calendar(site: Flask, team: MadeTeam, clock: FixedClock) -> None:
    campaign = run(site, team)
    clock.now = clock.now.replace(hour=23, minute=30)  # half past midnight in Berlin
    close(site, campaign)
    assert get_team_result(campaign.id, lead_of(team)).result.closed_on == clock.now.date() + timedelta(days=1)


def test_the_same_people_asked_again_are_told_what_changed(site: Flask, team: MadeTeam, clock: FixedClock) -> None:
    first = close(site, run(site, team))
    clock.advance(90 * 86400)
    second = close(site, run(site, team, previous_id=first.id, seed=2))
    result = get_team_result(second.id, lead_of(team)).result
    before = get_team_result(first.id, lead_of(team)).result
    assert [change.earlier for change in result.changes] == [spoke.score.mean for spoke in before.competencies]
    assert result.changes_since == before.closed_on
    assert all(change.change is None and change.interval is None for change in result.changes)


def test_asked_again_soon_levels_alone_are_told_unless_everybody_answered_both_times(
    site: Flask, team: MadeTeam, clock: FixedClock
) -> None:
    first = close(site, run(site, team, answering=7))
    clock.advance(27 * 86400)
    second = get_team_result(close(site, run(site, team, previous_id=first.id)).id, lead_of(team)).result
    assert {spoke.score.reason for spoke in second.competencies} == {Reason.ASKED_AGAIN}
    assert (second.roll, second.changes, second.changes_hidden) == (None, (), Reason.SAYS_TOO_MUCH)


def test_after_four_weeks_numbers_are_told_although_others_may_have_been_silent(
    site: Flask, team: MadeTeam, clock: FixedClock
) -> None:
    first = close(site, run(site, team, answering=7))
    clock.advance(28 * 86400)
    second = get_team_result(close(site, run(site, team, previous_id=first.id)).id, lead_of(team)).result
    assert second.roll is not None
    assert second.changes


def test_two_campaigns_open_at_once_are_told_apart_like_two_soon_after_one_another(site: Flask, team: MadeTeam) -> None:
    first, second = run(site, team, answering=7), run(site, team, answering=8)
    close(site, first)
    told = get_team_result(close(site, second).id, lead_of(team)).result
    assert {spoke.score.form for spoke in told.competencies} == {Form.BAND}


def test_a_campaign_that_told_nothing_sets_no_limit(site: Flask, team: MadeTeam) -> None:
    close(site, run(site, team, answering=4))
    assert get_team_result(close(site, run(site, team, answering=7)).id, lead_of(team)).result.roll is not None


def test_a_campaign_that_told_levels_alone_sets_no_limit(site: Flask, team: MadeTeam, clock: FixedClock) -> None:
    first = close(site, run(site, team, answering=7))
    clock.advance(27 * 86400)
    close(site, run(site, team, previous_id=first.id))
    clock.advance(86400)
    third = get_team_result(close(site, run(site, team, answering=7)).id, lead_of(team)).result
    assert third.roll is not None


def test_after_one_member_left_levels_alone_are_told(site: Flask, team: MadeTeam, clock: FixedClock) -> None:
    first = close(site, run(site, team))
    clock.advance(90 * 86400)
    with transaction() as connection:
        connection.execute(text("DELETE FROM team_members WHERE id = :id"), {"id": team.members[0].id})
    smaller = replace(team, members=team.members[1:])
    second = close(site, run(site, smaller, answering=7, previous_id=first.id))
    result = get_team_result(second.id, lead_of(team)).result
    assert {spoke.score.form for spoke in result.competencies} == {Form.BAND}
    assert {spoke.coverage_hidden for spoke in result.competencies} == {Reason.MEMBERS_CHANGED}
    assert (result.changes, result.changes_hidden) == ((), Reason.MEMBERS_CHANGED)
    assert result.roll is None


def test_members_and_team_are_laid_side_by_side_by_topic(site: Flask, team: MadeTeam) -> None:
    own = close(site, run(site, team))
    assert get_team_result(own.id, lead_of(team)).topics == ()
    whole = close(site, run(site, team, CampaignKind.TEAM))
    views = [get_team_result(campaign.id, lead_of(team)) for campaign in (own, whole)]
    assert views[0].topics == views[1].topics
    told = {
        (spoke.competency, topic.topic): topic.score.mean
        for spoke in views[0].result.competencies
        for topic in spoke.topics
    }
    assert len(views[0].topics) > 10
    for one in views[0].topics:
        assert one.own == told[one.competency, one.topic]
        assert one.difference == round(one.own - one.whole, 1)
        assert one.standing is None  # it would rest on the spread of eight people
    close(site, run(site, team, answering=4))
    assert get_team_result(whole.id, lead_of(team)).topics == views[0].topics  # a wave that told nothing hides nothing


def test_the_leads_own_view_is_shown_to_its_author_alone(site: Flask, team: MadeTeam) -> None:
    members = close(site, run(site, team, CampaignKind.TEAM))
    assert get_team_result(members.id, lead_of(team)).own_view is None
    alone = make_campaign(site, team, CampaignKind.LEAD_ALONE)
    (sheet,) = team_sheets(FRAMEWORK, 1, seed=7, level=Level.TEAM).values()
    assessment_id = answer(site, alone, respondents_of(site, alone)[0], sheet)
    assert get_team_result(members.id, lead_of(team)).own_view == get_result(assessment_id).profile
    person = make_person(site, team.members[0].email)
    with transaction() as connection:
        connection.execute(
            text("UPDATE team_members SET user_id = :user WHERE id = :id"),
            {"user": person.id, "id": team.members[0].id},
        )
    assert get_team_result(members.id, person.id).own_view is None
    close(site, alone)
    assert get_team_result(alone.id, lead_of(team)).result.hidden is Reason.TOO_FEW
