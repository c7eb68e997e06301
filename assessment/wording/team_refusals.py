"""What teams and organisations refuse, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from assessment.domain import team_refusals as refused
from assessment.domain.refusals import Refusal
from assessment.languages import Language
from assessment.wording.addresses import address_fault_sentence
from assessment.wording.people_lists import bad_list_sentence


def _team_not_found(language: Language, _: Refusal) -> str:
    return language.gettext(
        "There is no such team, or you do not belong to it. If somebody added you to a team, sign in with the address "
        "they used."
    )


def _organisation_not_found(language: Language, _: Refusal) -> str:
    return language.gettext("There is no such organisation, or you do not administer it.")


def _member_not_found(language: Language, _: Refusal) -> str:
    return language.gettext("This person is no longer in the team. Load the page again to see who is.")


def _address_unusable(language: Language, refusal: refused.AddressUnusable) -> str:
    return address_fault_sentence(language, refusal.fault)


def _already_in_team(language: Language, refusal: refused.AlreadyInTeam) -> str:
    return language.gettext("%(address)s is in the team already.", address=refusal.email)


def _last_lead(language: Language, _: Refusal) -> str:
    return language.gettext(
        "Nobody else leads this team. Make somebody a lead first, and wait until they have signed in."
    )


def _team_full(language: Language, refusal: refused.TeamFull) -> str:
    return language.gettext(
        "A team has at most %(limit)s people. Nobody was added; make a second team for the others.",
        limit=language.count(refusal.limit),
    )


def _last_administrator(language: Language, _: Refusal) -> str:
    return language.gettext("Nobody else administers this organisation. Add another administrator first.")


def _not_known(language: Language, refusal: refused.NotKnownInOrganisation) -> str:
    return language.gettext(
        "Nobody in the teams of this organisation has signed in with %(address)s. Add them to one of its teams first; "
        "once they have signed in, they can administer it.",
        address=refusal.email,
    )


def _join_link_not_valid(language: Language, _: Refusal) -> str:
    return language.gettext(
        "This link does not work any more: it has expired, was replaced, or was taken back. Ask whoever gave it to you "
        "for a new one."
    )


def _draft_gone(language: Language, _: Refusal) -> str:
    return language.gettext(
        "This list was added already, or it is more than a day old. Look at the team; if somebody is missing, send the "
        "list again."
    )


def _bad_list(language: Language, refusal: refused.BadListFile) -> str:
    return bad_list_sentence(language, refusal)


TEAM_SENTENCES: Mapping[type[Refusal], Callable[[Language, Any], str]] = {
    refused.TeamNotFound: _team_not_found,
    refused.OrganisationNotFound: _organisation_not_found,
    refused.MemberNotFound: _member_not_found,
    refused.AddressUnusable: _address_unusable,
    refused.AlreadyInTeam: _already_in_team,
    refused.LastLead: _last_lead,
    refused.TeamFull: _team_full,
    refused.LastAdministrator: _last_administrator,
    refused.NotKnownInOrganisation: _not_known,
    refused.JoinLinkNotValid: _join_link_not_valid,
    refused.DraftGone: _draft_gone,
    refused.BadListFile: _bad_list,
}
