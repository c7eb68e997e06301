"""Every place of the access matrix: what has to be true of a thing before a role may do something with it."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from assessment.domain.people import Role
from assessment.domain.permissions import Action, Facts, Verdict, judge, may

ALL_TRUE = Facts(**{field.name: True for field in fields(Facts)})

HEAD = ("private_link", "person", "team_lead", "organisation_admin", "trainer", "site_admin", "api_token")
NO, YES, OWN, SHARED, SCOPE, TEAM, ORGANISATION, ASSIGNED = [
    "–",
    "+",
    "own",
    "shared",
    "scope",
    "own_team",
    "own_organisation",
    "assigned",
]
A = "published allowed_by_rules "
RULES = "allowed_by_rules "
EITHER = "assigned|accepted"
MINUS = " -with_answers"

TABLE = {
    Action.USE_ANSWERS: (OWN, OWN, OWN, OWN, OWN, OWN, NO),
    Action.SEE_RESULT_OF_ANOTHER: (NO, NO, SHARED, SHARED, SHARED, NO, NO),
    Action.SHARE_RESULT: (NO, OWN, OWN, OWN, OWN, OWN, NO),
    Action.SEE_TEAM: (NO, A + "member", A + TEAM, A + ORGANISATION, A + ASSIGNED, NO, A + SCOPE),
    Action.SEE_ORGANISATION: (NO, NO, NO, A + ORGANISATION, A + ASSIGNED, NO, A + SCOPE),
    Action.SEE_PARTICIPATION: (NO, NO, RULES + TEAM, RULES + ORGANISATION, NO, NO, RULES + SCOPE),
    Action.SEE_WHO_HAS_NOT_ANSWERED: (NO, NO, NO, NO, NO, NO, NO),
    Action.RUN_CAMPAIGN: (NO, NO, TEAM, ORGANISATION, NO, NO, SCOPE),
    Action.SEE_SENT_LINK: (NO, NO, NO, NO, NO, NO, NO),
    Action.SEE_PROFILE: (NO, OWN, NO, ORGANISATION, NO, NO, SCOPE),
    Action.SEE_NAMES: (NO, NO, TEAM, ORGANISATION, ASSIGNED, NO, SCOPE),
    Action.MANAGE_MEMBERS: (NO, NO, TEAM, ORGANISATION, NO, NO, SCOPE),
    Action.USE_ACCOUNTS: (NO, NO, NO, NO, NO, YES, NO),
    Action.READ_BANK: ("through_questionnaire", YES, YES, YES, YES, YES, YES),
    Action.WRITE_BANK: (NO, NO, NO, NO, NO, YES, NO),
    Action.READ_COURSES: (NO, YES, YES, ORGANISATION, YES, NO, YES),
    Action.WRITE_COURSES: (NO, NO, NO, NO, YES, NO, NO),
    Action.TAKE_COURSE: (NO, OWN, NO, NO, NO, NO, NO),
    Action.PROPOSE_COURSE: (NO, NO, TEAM, ORGANISATION, NO, NO, NO),
    Action.ASSIGN_COURSE: (NO, NO, NO, ORGANISATION, EITHER, NO, NO),
    Action.SEE_COURSE_PROGRESS: (NO, OWN, NO, ORGANISATION + " accepted", NO, NO, NO),
    Action.SEE_WHY_PROPOSED: (NO, OWN, NO, NO, NO, NO, NO),
    Action.READ_AUDIT_LOG: (NO, OWN, NO, ORGANISATION + MINUS, NO, YES + MINUS, NO),
}
PLACES = [
    pytest.param(Role(role), action, place, id=f"{action}-{role}")
    for action, row in TABLE.items()
    for role, place in zip(HEAD, row, strict=True)
]


def test_the_table_has_every_action_and_every_role() -> None:
    assert set(TABLE) == set(Action)
    assert {Role(name) for name in HEAD} == set(Role)


@pytest.mark.parametrize(("role", "action", "place"), PLACES)
def test_a_place_of_the_matrix(role: Role, action: Action, place: str) -> None:
    needs = [word.split("|") for word in place.split() if word not in {NO, YES} and not word.startswith("-")]
    forbids = [word[1:] for word in place.split() if word.startswith("-")]
    best = replace(ALL_TRUE, **dict.fromkeys(forbids, False))
    assert may(role, action, best) is (place != NO)
    assert may(role, action, Facts(same_tenant=True)) is (place.startswith(YES))
    for words in needs:
        assert not may(role, action, replace(best, **dict.fromkeys(words, False)))
        for word in words:
            others = dict.fromkeys((other for other in words if other != word), False)
            assert may(role, action, replace(best, **others))
    for word in forbids:
        assert not may(role, action, replace(best, **{word: True}))
    enough = {words[0]: True for words in needs}
    assert may(role, action, Facts(same_tenant=True, **enough)) is (place != NO)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("action", Action)
def test_things_of_another_tenant_do_not_exist(role: Role, action: Action) -> None:
    assert judge(role, action, replace(ALL_TRUE, same_tenant=False)) is Verdict.ABSENT


def test_a_refusal_is_not_an_absence() -> None:
    facts = Facts(same_tenant=True)
    assert judge(Role.TEAM_LEAD, Action.SEE_TEAM, facts) is Verdict.REFUSED
    assert judge(Role.SITE_ADMIN, Action.WRITE_BANK, facts) is Verdict.ALLOWED
