"""Who gets what: the roles of the world's people in the access matrix, and the words with which they are answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from assessment.domain.people import Role
from assessment.domain.permissions import Action, Facts, may
from tests.factories.world import WITHOUT_ACCOUNT, Thing, Who


class Word(StrEnum):
    """What somebody is answered. ``SHOWN``: gets the page, or the form is taken. ``SIGN_IN``: is led to the sign-in
    page. ``HOME``: has an account already and is led to it. ``ABSENT``: there is no such thing (404)."""

    SHOWN = "shown"
    SIGN_IN = "sign-in"
    HOME = "home"
    ABSENT = "absent"


ROLES: Mapping[Who, frozenset[Role]] = {
    Who.NOBODY: frozenset(),
    Who.LINK: frozenset({Role.PRIVATE_LINK}),
    Who.LINK_OF_ANOTHER: frozenset({Role.PRIVATE_LINK}),
    Who.PERSON: frozenset({Role.PERSON}),
    Who.OWNER: frozenset({Role.PERSON}),
    Who.MEMBER: frozenset({Role.PERSON}),
    Who.LEAD: frozenset({Role.PERSON, Role.TEAM_LEAD}),
    Who.LEAD_OF_ANOTHER: frozenset({Role.PERSON, Role.TEAM_LEAD}),
    Who.ADMIN: frozenset({Role.PERSON, Role.ORGANISATION_ADMIN}),
    Who.ADMIN_OF_ANOTHER: frozenset({Role.PERSON, Role.ORGANISATION_ADMIN}),
    Who.TRAINER: frozenset({Role.PERSON, Role.TRAINER}),
    Who.SITE_ADMIN: frozenset({Role.PERSON, Role.SITE_ADMIN}),
    Who.SHARED_WITH: frozenset({Role.PERSON, Role.TEAM_LEAD}),
    Who.SHARED_WITHOUT_CAPACITY: frozenset({Role.PERSON}),
    Who.SHARED_BEFORE: frozenset({Role.PERSON, Role.TEAM_LEAD}),
}
"""In which capacities somebody may ask."""

_OWN = Facts(own=True, same_tenant=True)
_SHARED = Facts(shared=True, same_tenant=True)
_OF_TEAM = {
    Who.MEMBER: Facts(member=True, same_tenant=True),
    Who.LEAD: Facts(own_team=True, same_tenant=True),
    Who.ADMIN: Facts(own_organisation=True, same_tenant=True),
}
_PUBLISHED = {
    Who.MEMBER: Facts(member=True, published=True, allowed_by_rules=True, same_tenant=True),
    Who.LEAD: Facts(own_team=True, published=True, allowed_by_rules=True, same_tenant=True),
    Who.ADMIN: Facts(own_organisation=True, published=True, allowed_by_rules=True, same_tenant=True),
}

FACTS: Mapping[Thing, Mapping[Who, Facts]] = {
    Thing.SITE: {who: Facts(same_tenant=True) for who in Who},
    Thing.OPEN_ANSWERS: {Who.LINK: _OWN, Who.OWNER: _OWN},
    Thing.RESULT: {
        Who.LINK: _OWN,
        Who.OWNER: _OWN,
        Who.SHARED_WITH: _SHARED,
        Who.SHARED_WITHOUT_CAPACITY: _SHARED,
    },
    Thing.CAMPAIGN_ANSWERS: {Who.MEMBER: _OWN},
    Thing.SHARE: {Who.SHARED_WITH: _SHARED},
    Thing.SHARE_WITHOUT_CAPACITY: {Who.SHARED_WITHOUT_CAPACITY: _SHARED},
    Thing.SHARE_TAKEN_BACK: {},
    Thing.TEAM: _OF_TEAM,
    Thing.ORGANISATION: {Who.ADMIN: Facts(own_organisation=True, same_tenant=True)},
    Thing.DRAFT: _OF_TEAM,
    Thing.OPEN_CAMPAIGN: _OF_TEAM,
    Thing.CLOSED_CAMPAIGN: _PUBLISHED,
    Thing.RATED_CAMPAIGN: _PUBLISHED,
}
"""How somebody stands to a thing; to whom it does not stand here, it belongs to another tenant."""

Rule = Callable[[Who, Thing], Word]


def everybody(_who: Who, _thing: Thing) -> Word:
    return Word.SHOWN


def nobody(_who: Who, _thing: Thing) -> Word:
    return Word.ABSENT


def accounts(who: Who, _thing: Thing) -> Word:
    """Whoever is signed in; what is shown is their own."""
    return Word.SIGN_IN if who in WITHOUT_ACCOUNT else Word.SHOWN


def newcomers(who: Who, _thing: Thing) -> Word:
    """Whoever is not signed in."""
    return Word.SHOWN if who in WITHOUT_ACCOUNT else Word.HOME


@dataclass(frozen=True)
class Matrix:
    """Whom the access matrix allows it. Others who are signed in find nothing, and the rest is asked to sign in."""

    action: Action

    def __call__(self, who: Who, thing: Thing) -> Word:
        if is_allowed(who, self.action, thing):
            return Word.SHOWN
        return Word.SIGN_IN if who in WITHOUT_ACCOUNT else Word.ABSENT


def own_answers(who: Who, thing: Thing) -> Word:
    """The matrix's row of own answers: whoever does not hold the private link finds nothing, signed in or not."""
    return Word.SHOWN if is_allowed(who, Action.USE_ANSWERS, thing) else Word.ABSENT


def own_with_account(who: Who, thing: Thing) -> Word:
    """The matrix's row of sharing: a private link alone is asked to sign in, and others find nothing."""
    if is_allowed(who, Action.SHARE_RESULT, thing):
        return Word.SHOWN
    return Word.SIGN_IN if own_answers(who, thing) is Word.SHOWN else Word.ABSENT


def by_token(who: Who, thing: Thing) -> Word:
    """The interface for machines knows no accounts: the token of the assessment, and nothing else, opens it."""
    return Word.SHOWN if Role.PRIVATE_LINK in ROLES[who] and is_allowed(who, Action.USE_ANSWERS, thing) else Word.ABSENT


def only(*people: Who) -> Rule:
    """These, signed in, for what the matrix has no row."""

    def judged(who: Who, _thing: Thing) -> Word:
        if who in people:
            return Word.SHOWN
        return Word.SIGN_IN if who in WITHOUT_ACCOUNT else Word.ABSENT

    return judged


def is_allowed(who: Who, action: Action, thing: Thing) -> bool:
    facts = FACTS[thing].get(who, Facts())
    return any(may(role, action, facts) for role in ROLES[who])


@dataclass(frozen=True)
class Row:
    """One call about one thing. ``call`` is method and endpoint; ``form`` is what is sent, and a sensible one.

    ``to`` is the endpoint that a taken request leads on to, empty when it answers itself, with ``status``. ``args``
    are arguments of the address beside those of the thing, ``query`` what stands behind its question mark.
    """

    call: str
    thing: Thing
    rule: Rule
    to: str = ""
    form: Mapping[str, object] = field(default_factory=dict)
    args: Mapping[str, object] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    status: int = 200

    @property
    def method(self) -> str:
        return self.call.partition(" ")[0]

    @property
    def endpoint(self) -> str:
        return self.call.partition(" ")[2]


def rows(rule: Rule, thing: Thing, *calls: str | tuple[str, str]) -> tuple[Row, ...]:
    """Rows of one rule and thing: a call, with the endpoint that it leads to if any."""
    pairs = (call if isinstance(call, tuple) else (call, "") for call in calls)
    return tuple(Row(call, thing, rule, to) for call, to in pairs)
