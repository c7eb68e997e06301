"""What campaigns refuse, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from assessment.domain import campaign_refusals as refused
from assessment.domain.local_moment import TimeDoesNotExist
from assessment.domain.refusals import Refusal
from assessment.languages import Language


def _campaign_not_in(language: Language, refusal: refused.CampaignNotIn) -> str:
    return {
        "draft": language.gettext("The campaign is still a draft: open it first. Nothing was changed."),
        "open": language.gettext("The campaign is open already. Nothing was changed."),
        "closed": language.gettext("The campaign is closed already. Its result is kept; nothing was changed."),
        "archived": language.gettext("The campaign is archived. Its result is kept; nothing was changed."),
    }[refusal.state]


def _group_too_small(language: Language, refusal: refused.GroupTooSmall) -> str:
    return " ".join(
        (
            language.ngettext(
                "%(n)s person would be asked, but figures are shown from %(fewest)s people on.",
                "%(n)s people would be asked, but figures are shown from %(fewest)s people on.",
                refusal.members,
                fewest=refusal.fewest,
            ),
            language.gettext("Nothing could ever be shown, so it cannot be opened. Add people to the team first."),
        )
    )


def _deadline_passed(language: Language, refusal: refused.DeadlinePassed) -> str:
    return language.gettext(
        "The last day and time, %(moment)s, has gone by. Choose a later one. Nothing was changed.",
        moment=_moment(language, refusal.deadline),
    )


def _deadline_not_later(language: Language, refusal: refused.DeadlineNotLater) -> str:
    return language.gettext(
        "People have been told %(moment)s: an open campaign can only be given more time. Nothing was changed.",
        moment=_moment(language, refusal.deadline),
    )


def _not_a_member(language: Language, _: Refusal) -> str:
    return language.gettext("Only somebody who leads the team can give the lead’s own view.")


def _campaign_not_found(language: Language, _: Refusal) -> str:
    return language.gettext("There is no such campaign, or it is not one of yours.")


def _invitation_not_found(language: Language, _: Refusal) -> str:
    return language.gettext(
        "This personal link does not work. Copy the whole link from the email, down to its last letter."
    )


def _invitation_revoked(language: Language, _: Refusal) -> str:
    return language.gettext(
        "This personal link was revoked. If you have a newer email, use the link in it; otherwise ask the lead of your "
        "team for a new one."
    )


def _answering_ended(language: Language, refusal: refused.AnsweringEnded) -> str:
    return language.gettext(
        "The campaign closed on %(moment)s and takes no more answers. What had been saved before is kept and is still "
        "yours; what you have just sent was not saved.",
        moment=_moment(language, refusal.ended_at),
    )


def _begun_elsewhere(language: Language, _: Refusal) -> str:
    return language.gettext(
        "You have begun to answer already. The campaign is anonymous, so nothing here knows which answers are yours: "
        "go on in the browser where you began, or with the private link you noted there."
    )


def _time_does_not_exist(language: Language, refusal: TimeDoesNotExist) -> str:
    return language.gettext(
        "There is no %(wanted)s on %(day)s: the clocks go from %(before)s straight to %(after)s. Choose another time.",
        wanted=language.time(refusal.wanted),
        day=language.date(refusal.wanted.date()),
        before=language.time(refusal.leap_from),
        after=language.time(refusal.leap_to),
    )


def _result_not_published(language: Language, _: refused.ResultNotPublished) -> str:
    return language.gettext(
        "The campaign is still open. Its result is published when it closes, and not before: figures that changed with "
        "every answer would show who answered last."
    )


def _moment(language: Language, moment: datetime) -> str:
    from assessment.wording.campaigns import moment_words  # a zone of its own, or that of the whole world

    zone = getattr(moment.tzinfo, "key", None)
    return moment_words(language, moment if zone else moment.astimezone(UTC), zone or "UTC")


CAMPAIGN_SENTENCES: Mapping[type[Refusal], Callable[[Language, Any], str]] = {
    refused.CampaignNotIn: _campaign_not_in,
    refused.GroupTooSmall: _group_too_small,
    refused.DeadlinePassed: _deadline_passed,
    refused.DeadlineNotLater: _deadline_not_later,
    refused.NotAMember: _not_a_member,
    refused.CampaignNotFound: _campaign_not_found,
    refused.RespondentNotFound: _campaign_not_found,
    refused.InvitationNotFound: _invitation_not_found,
    refused.InvitationRevoked: _invitation_revoked,
    refused.AnsweringEnded: _answering_ended,
    refused.BegunElsewhere: _begun_elsewhere,
    refused.ResultNotPublished: _result_not_published,
    TimeDoesNotExist: _time_does_not_exist,
}
"""One or two sentences for every kind of refusal: what is the matter, and what to do."""
