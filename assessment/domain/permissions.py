"""Who may do what: the access matrix as data, and one question asked of it.

Source: privacy specification, "Who may see what". A place of the matrix is a condition on the thing asked for; a place
that is missing is a refusal.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.people import Role


class Action(StrEnum):
    """The rows of the matrix, one for each thing that is allowed or refused by itself."""

    USE_ANSWERS = "use_answers"
    SEE_RESULT_OF_ANOTHER = "see_result_of_another"
    SHARE_RESULT = "share_result"
    SEE_TEAM = "see_team"
    SEE_ORGANISATION = "see_organisation"
    SEE_PARTICIPATION = "see_participation"
    SEE_WHO_HAS_NOT_ANSWERED = "see_who_has_not_answered"
    RUN_CAMPAIGN = "run_campaign"
    SEE_SENT_LINK = "see_sent_link"
    SEE_PROFILE = "see_profile"
    SEE_NAMES = "see_names"
    MANAGE_MEMBERS = "manage_members"
    USE_ACCOUNTS = "use_accounts"
    READ_BANK = "read_bank"
    WRITE_BANK = "write_bank"
    READ_COURSES = "read_courses"
    WRITE_COURSES = "write_courses"
    TAKE_COURSE = "take_course"
    PROPOSE_COURSE = "propose_course"
    ASSIGN_COURSE = "assign_course"
    SEE_COURSE_PROGRESS = "see_course_progress"
    SEE_WHY_PROPOSED = "see_why_proposed"
    READ_AUDIT_LOG = "read_audit_log"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about the thing asked for and how the asker stands to it. Nothing is true unless it is said.

    ``own``: it is the asker's. ``shared``: its owner shares it with the asker. ``member``, ``own_team``,
    ``own_organisation``, ``assigned``: the asker is a member of the group, leads the team, administers the
    organisation, is assigned as a trainer. ``accepted``: the person concerned has accepted. ``published``: the campaign
    is closed. ``allowed_by_rules``: the anonymity rules allow it. ``scope``: the token has the scope for it.
    ``with_answers``: answers are part of it. ``through_questionnaire``: it is read while answering. ``same_tenant``: it
    belongs to the asker's part of the site.
    """

    own: bool = False
    shared: bool = False
    member: bool = False
    own_team: bool = False
    own_organisation: bool = False
    assigned: bool = False
    accepted: bool = False
    published: bool = False
    allowed_by_rules: bool = False
    scope: bool = False
    with_answers: bool = False
    through_questionnaire: bool = False
    same_tenant: bool = False


class Verdict(StrEnum):
    """``ABSENT``: to this asker the thing does not exist (404), which is all that another tenant ever hears."""

    ALLOWED = "allowed"
    REFUSED = "refused"
    ABSENT = "absent"


Condition = Callable[[Facts], bool]


def _always(_: Facts) -> bool:
    return True


def _own(facts: Facts) -> bool:
    return facts.own


def _shared(facts: Facts) -> bool:
    return facts.shared


def _scope(facts: Facts) -> bool:
    return facts.scope


def _own_team(facts: Facts) -> bool:
    return facts.own_team


def _own_organisation(facts: Facts) -> bool:
    return facts.own_organisation


def _assigned(facts: Facts) -> bool:
    return facts.assigned


def _aggregate(condition: Condition) -> Condition:
    """Figures of groups: only when published, and only what the anonymity rules allow."""
    return lambda facts: facts.published and facts.allowed_by_rules and condition(facts)


def _everybody(condition: Condition, *but: Role) -> dict[Role, Condition]:
    return {role: condition for role in Role if role not in but}


_PEOPLE = (Role.PERSON, Role.TEAM_LEAD, Role.ORGANISATION_ADMIN, Role.TRAINER, Role.SITE_ADMIN)

MATRIX: Mapping[Action, Mapping[Role, Condition]] = {
    Action.USE_ANSWERS: _everybody(_own, Role.API_TOKEN),
    Action.SEE_RESULT_OF_ANOTHER: dict.fromkeys((Role.TEAM_LEAD, Role.ORGANISATION_ADMIN, Role.TRAINER), _shared),
    Action.SHARE_RESULT: dict.fromkeys(_PEOPLE, _own),
    Action.SEE_TEAM: {
        Role.PERSON: _aggregate(lambda facts: facts.member),
        Role.TEAM_LEAD: _aggregate(_own_team),
        Role.ORGANISATION_ADMIN: _aggregate(_own_organisation),
        Role.TRAINER: _aggregate(_assigned),
        Role.API_TOKEN: _aggregate(_scope),
    },
    Action.SEE_ORGANISATION: {
        Role.ORGANISATION_ADMIN: _aggregate(_own_organisation),
        Role.TRAINER: _aggregate(_assigned),
        Role.API_TOKEN: _aggregate(_scope),
    },
    Action.SEE_PARTICIPATION: {
        Role.TEAM_LEAD: lambda facts: facts.own_team and facts.allowed_by_rules,
        Role.ORGANISATION_ADMIN: lambda facts: facts.own_organisation and facts.allowed_by_rules,
        Role.API_TOKEN: lambda facts: facts.scope and facts.allowed_by_rules,
    },
    Action.SEE_WHO_HAS_NOT_ANSWERED: {},
    Action.RUN_CAMPAIGN: {
        Role.TEAM_LEAD: _own_team,
        Role.ORGANISATION_ADMIN: _own_organisation,
        Role.API_TOKEN: _scope,
    },
    Action.SEE_SENT_LINK: {},
    Action.SEE_PROFILE: {Role.PERSON: _own, Role.ORGANISATION_ADMIN: _own_organisation, Role.API_TOKEN: _scope},
    Action.SEE_NAMES: {
        Role.TEAM_LEAD: _own_team,
        Role.ORGANISATION_ADMIN: _own_organisation,
        Role.TRAINER: _assigned,
        Role.API_TOKEN: _scope,
    },
    Action.MANAGE_MEMBERS: {
        Role.TEAM_LEAD: _own_team,
        Role.ORGANISATION_ADMIN: _own_organisation,
        Role.API_TOKEN: _scope,
    },
    Action.USE_ACCOUNTS: {Role.SITE_ADMIN: _always},
    Action.READ_BANK: {Role.PRIVATE_LINK: lambda facts: facts.through_questionnaire}
    | _everybody(_always, Role.PRIVATE_LINK),
    Action.WRITE_BANK: {Role.SITE_ADMIN: _always},
    Action.READ_COURSES: _everybody(_always, Role.PRIVATE_LINK, Role.ORGANISATION_ADMIN, Role.SITE_ADMIN)
    | {Role.ORGANISATION_ADMIN: _own_organisation},
    Action.WRITE_COURSES: {Role.TRAINER: _always},
    Action.TAKE_COURSE: {Role.PERSON: _own},
    Action.PROPOSE_COURSE: {Role.TEAM_LEAD: _own_team, Role.ORGANISATION_ADMIN: _own_organisation},
    Action.ASSIGN_COURSE: {
        Role.ORGANISATION_ADMIN: _own_organisation,
        Role.TRAINER: lambda facts: facts.assigned or facts.accepted,
    },
    Action.SEE_COURSE_PROGRESS: {
        Role.PERSON: _own,
        Role.ORGANISATION_ADMIN: lambda facts: facts.own_organisation and facts.accepted,
    },
    Action.SEE_WHY_PROPOSED: {Role.PERSON: _own},
    Action.READ_AUDIT_LOG: {
        Role.PERSON: _own,
        Role.ORGANISATION_ADMIN: lambda facts: facts.own_organisation and not facts.with_answers,
        Role.SITE_ADMIN: lambda facts: not facts.with_answers,
    },
}
"""For every action the condition under which each role may do it."""


def judge(role: Role, action: Action, facts: Facts) -> Verdict:
    """What an asker in that role hears: another tenant's things do not exist, whatever else is true of them."""
    if not facts.same_tenant:
        return Verdict.ABSENT
    condition = MATRIX[action].get(role)
    return Verdict.ALLOWED if condition is not None and condition(facts) else Verdict.REFUSED


def may(role: Role, action: Action, facts: Facts) -> bool:
    """Whether an asker in that role may do it, given what is known about the thing asked for."""
    return judge(role, action, facts) is Verdict.ALLOWED
