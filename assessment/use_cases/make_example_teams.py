"""Example teams to look around with: waves, ratings of a team, and a group too small to be shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from assessment.bank.shelf import Shelf
from assessment.domain.campaign import CampaignKind
from assessment.store.database import reading
from assessment.store.respondents import StoredRespondent, list_respondents
from assessment.use_cases.accounts import Account
from assessment.use_cases.answer_campaign import begin, begin_as_member
from assessment.use_cases.campaign_records import CampaignRecord
from assessment.use_cases.change_teams import create_team
from assessment.use_cases.draft_campaign import CampaignDraft, change_draft, clone, draft_campaign
from assessment.use_cases.invitations import new_personal_link
from assessment.use_cases.make_account import make_account
from assessment.use_cases.make_examples import FRAMEWORK, Portrait, answer_of
from assessment.use_cases.run_campaign import close_now, open_campaign
from assessment.use_cases.take_assessment import record_answers, submit
from assessment.use_cases.team_members import add_member
from assessment.use_cases.tokens import TokenSource

LEAD = "lead@example.org"

_AIMS = {
    CampaignKind.THEMSELVES: {"culture": 54, "strategy": 38, "metrics": 44, "voice": 63, "design": 51},
    CampaignKind.TEAM: {"culture": 56, "strategy": 46, "metrics": 31, "voice": 58, "design": 49},
    CampaignKind.LEAD_ALONE: {"culture": 64, "strategy": 58, "metrics": 41, "voice": 66, "design": 55},
}
_FACETS = {"knowledge": 8, "experience": -9, "skill": 1}
_SPREAD = (-16, -11, -8, -5, -3, -1, 0, 2, 3, 5, 7, 9, 12, 15, 18, -13, 6, -6)
"""How far each member stands from the team's aim."""


@dataclass(frozen=True, slots=True)
class _Maker:
    """What every example team is made with."""

    shelf: Shelf
    lead: Account
    now: datetime
    token_source: TokenSource

    def team(self, name: str, members: int) -> str:
        moment = self.now - timedelta(days=140)
        locale = self.lead.locale
        team = create_team(
            self.lead, name=name, locale=locale, organisation_id=None, now=moment, token_source=self.token_source
        )
        for number in range(1, members + 1):
            add_member(
                team.id,
                address=f"{name.lower().replace(' ', '-')}.{number}@example.org",
                name=f"Member {number}",
                locale="ru" if number % 3 == 0 else "en",
                user_id=self.lead.id,
                now=moment,
                token_source=self.token_source,
            )
        return team.id

    def draft(self, team_id: str, title: str, kind: CampaignKind, *, days_ago: int) -> CampaignRecord:
        moment = self.now - timedelta(days=days_ago + 14)
        return draft_campaign(
            self.shelf,
            framework_id=FRAMEWORK,
            team_id=team_id,
            draft=self._plan(title, kind),
            now=moment,
            token_source=self.token_source,
        )

    def again(self, last: CampaignRecord, title: str, *, days_ago: int) -> CampaignRecord:
        moment = self.now - timedelta(days=days_ago + 14)
        draft = clone(last.id, now=moment, token_source=self.token_source)
        return change_draft(draft.id, self._plan(title, last.campaign.kind), now=moment)

    def _plan(self, title: str, kind: CampaignKind) -> CampaignDraft:
        """With a deadline to come: the worker of a running site would close a campaign before all have answered."""
        return CampaignDraft(title, kind, self.now + timedelta(days=14), self.lead.time_zone)

    def run(self, draft: CampaignRecord, *, days_ago: int, answered: int, lift: Mapping[str, float]) -> None:
        """Open it, let so many of those who are asked answer, and close it."""
        opened = self.now - timedelta(days=days_ago + 13)
        record = open_campaign(self.shelf, draft.id, opened_by=self.lead.id, now=opened, token_source=self.token_source)
        with reading() as connection:
            asked = list_respondents(connection, record.id)
        for number, respondent in enumerate(asked[:answered]):
            moment = opened + timedelta(days=1 + number % 9, hours=number)
            aims = {spoke: aim + lift.get(spoke, 0) for spoke, aim in _AIMS[record.campaign.kind].items()}
            self._answer(record, respondent, moment, {spoke: aim + _SPREAD[number] for spoke, aim in aims.items()})
        close_now(record.id, now=self.now - timedelta(days=days_ago))

    def _answer(
        self, record: CampaignRecord, respondent: StoredRespondent, moment: datetime, aims: Mapping[str, float]
    ) -> None:
        locale, tokens = respondent.locale, self.token_source
        if record.campaign.kind is CampaignKind.LEAD_ALONE:
            begun = begin_as_member(record.id, self.lead.id, locale=locale, now=moment, token_source=tokens)
        else:
            link = new_personal_link(respondent.id, now=moment, token_source=tokens)
            begun = begin(link or "", locale=locale, now=moment, token_source=tokens)
        portrait = Portrait(respondent.name, record.level, respondent.locale, 0, aims, _FACETS)
        framework = self.shelf.get(FRAMEWORK).framework
        answers = {item.id: answer_of(framework, item, portrait) for item in framework.items_of(record.level)}
        record_answers(begun.assessment_id, answers, now=moment + timedelta(minutes=12), timed=True)
        submit(begun.assessment_id, accept_incomplete=False, now=moment + timedelta(minutes=13))


def make_example_teams(shelf: Shelf, *, password_hash: str, now: datetime, token_source: TokenSource) -> Sequence[str]:
    """Two teams of an account ``LEAD``; their ids. Raises AddressTaken when they were made before.

    The first has two waves about its members, one about the team, and the lead's own view; in the second four people
    answered, so that nothing of it can be shown.
    """
    lead = make_account(LEAD, password_hash=password_hash, now=now, name="Team lead")
    maker = _Maker(shelf, lead, now, token_source)
    team = maker.team("Service design", 18)
    first = maker.draft(team, "Spring", CampaignKind.THEMSELVES, days_ago=105)
    maker.run(first, days_ago=105, answered=13, lift={"strategy": -6, "voice": -9})
    maker.run(maker.again(first, "Autumn", days_ago=12), days_ago=12, answered=13, lift={})
    maker.run(maker.draft(team, "How we work", CampaignKind.TEAM, days_ago=7), days_ago=7, answered=12, lift={})
    alone = maker.draft(team, "My own view", CampaignKind.LEAD_ALONE, days_ago=6)
    maker.run(alone, days_ago=6, answered=1, lift={})
    small = maker.team("Pilot group", 6)
    maker.run(maker.draft(small, "First try", CampaignKind.THEMSELVES, days_ago=3), days_ago=3, answered=4, lift={})
    return team, small
