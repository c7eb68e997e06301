"""Who will see what, in words: for each kind of campaign, group size, and link between people and answers."""

from __future__ import annotations

from typing import Any

import pytest

from assessment.domain.campaign import Campaign, CampaignKind, open_campaign
from assessment.languages import Language, get_language
from assessment.use_cases.answer_campaign import describe_to
from assessment.wording.audience import AudienceWords, audience_words
from tests.factories.campaigns import OPENED, draft
from tests.factories.releases import people

ENGLISH, RUSSIAN = get_language("en"), get_language("ru")
COVERAGE = "covered”, “depends on one person” or is “not covered"


def words(language: Language = ENGLISH, members: int = 8, **changes: object) -> AudienceWords:
    campaign: Campaign = open_campaign(draft(**changes), people(members), OPENED)
    return audience_words(language, describe_to(campaign), campaign.kind)


def test_the_line_names_this_group_and_this_threshold() -> None:
    assert words().line == (
        "Only you see your answers. Figures are about all 8 of you together, and are shown once the campaign has "
        "closed, if at least 5 answer."
    )
    assert "all 23 of you together" in words(members=23, k=7).line
    assert "if at least 7 answer" in words(members=23, k=7).line


@pytest.mark.parametrize(("kind", "told"), [(CampaignKind.THEMSELVES, True), (CampaignKind.TEAM, False)])
def test_coverage_is_told_beforehand_to_those_who_rate_themselves(kind: CampaignKind, *, told: bool) -> None:
    assert any(COVERAGE in sentence for sentence in words(kind=kind).seen) is told
    assert any("opinions" in sentence for sentence in words(kind=kind).seen) is not told


@pytest.mark.parametrize(("members", "k", "told"), [(9, 5, ""), (10, 5, "at least 10"), (14, 12, "at least 12")])
def test_the_spread_is_promised_only_where_so_many_are_asked(members: int, k: int, told: str) -> None:
    spread = [sentence for sentence in words(members=members, k=k).seen if "how far apart" in sentence]

    assert bool(spread) is bool(told)
    assert all(told in sentence for sentence in spread)


def test_an_anonymous_campaign_says_that_no_link_is_kept() -> None:
    linked, anonymous = words().unseen, words(anonymous=True).unseen

    assert any("no link between you and them is kept" in sentence for sentence in anonymous)
    assert not any("no link" in sentence for sentence in linked)
    assert any("the service knows it" in sentence for sentence in linked)


def test_a_lead_alone_reads_that_nobody_else_sees_anything() -> None:
    alone = words(members=1, kind=CampaignKind.LEAD_ALONE)

    assert alone.line == "These answers are yours alone: nobody but you sees them, or any figure made of them."
    assert (alone.seen, alone.unseen) == ((), ())


def test_a_group_too_small_reads_that_nothing_will_be_shown() -> None:
    campaign = draft(members=people(4))
    small = audience_words(ENGLISH, describe_to(campaign), campaign.kind)

    assert "4 people are asked, and figures are shown from 5 on: nobody will be shown anything." in small.line
    assert small.seen == ()


@pytest.mark.parametrize("kind", CampaignKind)
@pytest.mark.parametrize("anonymous", [True, False])
def test_every_sentence_is_there_in_russian(kind: CampaignKind, *, anonymous: bool) -> None:
    alone = kind is CampaignKind.LEAD_ALONE
    changes: dict[str, Any] = {"kind": kind, "anonymous": anonymous and not alone, "members": 1 if alone else 12}
    english, russian = words(ENGLISH, **changes), words(RUSSIAN, **changes)

    pairs = zip(
        (english.line, english.own, *english.seen, *english.unseen),
        (russian.line, russian.own, *russian.seen, *russian.unseen),
        strict=True,
    )
    assert all(one != other for one, other in pairs)


@pytest.mark.parametrize(
    ("members", "phrase"), [(21, "вас в\u00a0ней 21"), (22, "вас в\u00a0ней 22"), (25, "вас в\u00a0ней 25")]
)
def test_russian_counts_the_group(members: int, phrase: str) -> None:
    assert phrase in words(RUSSIAN, members=members).line
