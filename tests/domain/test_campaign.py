"""What may happen to a campaign, and when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone

import pytest

from assessment.domain.audience import describe_audience
from assessment.domain.campaign import (
    Campaign,
    CampaignKind,
    CampaignState,
    archive_campaign,
    check_may_answer,
    clone_campaign,
    close_campaign,
    close_when_due,
    extend_campaign,
    find_due_reminder,
    is_published,
    open_campaign,
)
from assessment.domain.campaign_refusals import (
    CampaignNotIn,
    DeadlineNotLater,
    DeadlinePassed,
    GroupTooSmall,
    NotAMember,
)
from tests.factories.campaigns import DEADLINE, MEMBERS, OPENED, closed, draft, opened
from tests.factories.releases import people, structure

SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)

STATES = {
    CampaignState.DRAFT: draft,
    CampaignState.OPEN: opened,
    CampaignState.CLOSED: closed,
    CampaignState.ARCHIVED: lambda: archive_campaign(closed()),
}
STEPS: dict[str, tuple[Callable[[Campaign], object], set[CampaignState]]] = {
    "open": (lambda campaign: open_campaign(campaign, MEMBERS, OPENED), {CampaignState.DRAFT}),
    "close": (lambda campaign: close_campaign(campaign, OPENED + DAY), {CampaignState.OPEN}),
    "archive": (archive_campaign, {CampaignState.CLOSED}),
    "extend": (lambda campaign: extend_campaign(campaign, DEADLINE + DAY, OPENED + DAY), {CampaignState.OPEN}),
    "answer": (lambda campaign: check_may_answer(campaign, "p000", OPENED + DAY), {CampaignState.OPEN}),
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("step", STEPS)
def test_each_step_is_possible_in_its_states_alone(state: CampaignState, step: str) -> None:
    campaign = STATES[state]()
    assert campaign.state is state
    take, allowed = STEPS[step]
    if state in allowed:
        take(campaign)
    else:
        with pytest.raises(CampaignNotIn) as refused:
            take(campaign)
        assert (refused.value.state, set(refused.value.states)) == (state, allowed)


def test_membership_is_frozen_when_the_campaign_opens() -> None:
    assert draft().members == frozenset()
    assert opened().members == MEMBERS
    assert close_campaign(opened(), OPENED + DAY).members == MEMBERS


def test_a_campaign_of_four_does_not_open() -> None:
    with pytest.raises(GroupTooSmall) as refused:
        opened(people(4))
    assert (refused.value.members, refused.value.fewest) == (4, 5)
    assert opened(people(5)).state is CampaignState.OPEN
    with pytest.raises(GroupTooSmall):
        opened(people(8), k=9)


def test_the_lead_alone_may_rate_the_team() -> None:
    assert opened(people(1), kind=CampaignKind.LEAD_ALONE).state is CampaignState.OPEN
    with pytest.raises(GroupTooSmall):
        opened(people(0), kind=CampaignKind.LEAD_ALONE)


def test_a_campaign_does_not_open_after_its_deadline() -> None:
    with pytest.raises(DeadlinePassed):
        open_campaign(draft(), MEMBERS, DEADLINE)


def test_a_campaign_closes_at_its_deadline_and_not_before() -> None:
    assert close_when_due(opened(), DEADLINE - SECOND).state is CampaignState.OPEN
    late = close_when_due(opened(), DEADLINE + 3 * DAY)
    assert (late.state, late.closed_at) == (CampaignState.CLOSED, DEADLINE)
    assert close_when_due(late, DEADLINE + 9 * DAY) == late
    assert close_when_due(opened(closes_at=None), DEADLINE + 900 * DAY).state is CampaignState.OPEN
    assert close_when_due(draft(), DEADLINE + DAY) == draft()


def test_a_deadline_is_the_same_moment_in_every_time_zone() -> None:
    elsewhere = DEADLINE.astimezone(timezone(timedelta(hours=9)))
    assert close_when_due(opened(), elsewhere).state is CampaignState.CLOSED


def test_results_are_published_only_when_nobody_can_answer_any_more() -> None:
    published = {state: is_published(make()) for state, make in STATES.items()}
    assert published == {
        CampaignState.DRAFT: False,
        CampaignState.OPEN: False,
        CampaignState.CLOSED: True,
        CampaignState.ARCHIVED: True,
    }


def test_a_deadline_moves_forward_only() -> None:
    now = OPENED + DAY
    assert extend_campaign(opened(), DEADLINE + SECOND, now).closes_at == DEADLINE + SECOND
    for moment in (DEADLINE, DEADLINE - SECOND):
        with pytest.raises(DeadlineNotLater):
            extend_campaign(opened(), moment, now)
    with pytest.raises(DeadlinePassed):
        extend_campaign(opened(), now, now)
    with pytest.raises(DeadlinePassed):
        extend_campaign(opened(), DEADLINE + DAY, DEADLINE)
    assert extend_campaign(opened(closes_at=None), DEADLINE, now).closes_at == DEADLINE


def test_no_campaign_has_a_threshold_below_five() -> None:
    with pytest.raises(ValueError, match="fewer than 5"):
        draft(k=4)


def test_members_answer_until_the_very_moment_of_the_deadline() -> None:
    check_may_answer(opened(), "p000", DEADLINE - SECOND)
    with pytest.raises(DeadlinePassed):
        check_may_answer(opened(), "p000", DEADLINE)
    with pytest.raises(NotAMember):
        check_may_answer(opened(), "p008", OPENED + DAY)


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        draft(closes_at=datetime(2026, 11, 16, 8, 0))  # noqa: DTZ001  the mistake under test


def test_reminders_are_due_a_week_and_a_day_before_the_end() -> None:
    week, day = DEADLINE - 7 * DAY, DEADLINE - DAY
    campaign = opened()
    assert find_due_reminder(campaign, None, week - SECOND) is None
    assert find_due_reminder(campaign, None, week) == week
    assert find_due_reminder(campaign, week + SECOND, day - SECOND) is None
    assert find_due_reminder(campaign, week + SECOND, day) == day
    assert find_due_reminder(campaign, day, day + SECOND) is None


def test_reminders_missed_meanwhile_are_sent_once() -> None:
    assert find_due_reminder(opened(), None, DEADLINE - SECOND) == DEADLINE - DAY


def test_nobody_is_reminded_of_what_was_due_before_it_opened_or_is_over() -> None:
    short = opened(closes_at=OPENED + 3 * DAY)
    assert find_due_reminder(short, None, OPENED + SECOND) is None
    assert find_due_reminder(opened(), None, DEADLINE) is None
    assert find_due_reminder(closed(), None, DEADLINE - SECOND) is None
    assert find_due_reminder(opened(closes_at=None), None, DEADLINE) is None


def test_the_next_wave_is_a_draft_of_the_same_kind_without_its_members() -> None:
    wave = clone_campaign(closed(k=6, kind=CampaignKind.TEAM), "campaign-2", DEADLINE + 90 * DAY)
    assert wave == draft(id="campaign-2", k=6, kind=CampaignKind.TEAM, closes_at=DEADLINE + 90 * DAY)


def test_the_line_before_the_first_question_says_what_the_rules_will_do() -> None:
    line = describe_audience(opened(), structure(MEMBERS))
    assert (line.members, line.shown_from, line.can_be_shown, line.missing_at_most) == (8, 5, True, 3)
    assert (line.spread_from, line.comments_from) == (None, None)
    assert (line.smaller_groups, line.coverage_told, line.nobody_linked, line.lead_alone) == (False, True, False, False)


def test_the_line_of_a_larger_campaign_tells_of_spread_comments_and_groups() -> None:
    whole = people(24)
    form = structure(whole, {"a": people(12), "b": people(12, 12)}, answered=())
    line = describe_audience(opened(whole, k=7, anonymous=True, kind=CampaignKind.TEAM), form)
    assert (line.shown_from, line.missing_at_most, line.spread_from, line.comments_from) == (7, 17, 10, 10)
    assert (line.smaller_groups, line.coverage_told, line.nobody_linked) == (True, False, True)
    assert not describe_audience(opened(whole, k=13), form).smaller_groups


def test_the_line_says_when_nothing_of_a_group_will_be_shown() -> None:
    line = describe_audience(opened(people(1), kind=CampaignKind.LEAD_ALONE), structure(people(1)))
    assert (line.can_be_shown, line.lead_alone, line.missing_at_most) == (False, True, 0)
