"""Entries of the log in words."""

from __future__ import annotations

import pytest

from assessment.domain.audit import AuditAction, Unnamed
from assessment.languages import Language
from assessment.wording.audit import actor_text, audit_sentence


@pytest.mark.parametrize("action", AuditAction)
def test_every_action_has_words_in_both_languages(english: Language, russian: Language, action: AuditAction) -> None:
    facts = {"email": "anna@example.org"}
    said = {audit_sentence(language, action.value, facts) for language in (english, russian)}
    assert len(said) == 2
    assert action.value not in said
    assert not [sentence for sentence in said if "%(" in sentence]


def test_an_address_is_told_and_whether_the_plan_went_along(english: Language) -> None:
    facts = {"email": "anna@example.org", "with_plan": True}
    assert audit_sentence(english, "result_shared", facts) == "Result shared with anna@example.org, plan included"
    assert audit_sentence(english, "result_shared", {}) == "Result shared with an address that is gone"


def test_hostile_addresses_are_only_quoted(english: Language) -> None:
    assert audit_sentence(english, "result_shared", {"email": "%(x)s%s"}) == "Result shared with %(x)s%s"


def test_what_this_version_does_not_know_keeps_its_name(english: Language) -> None:
    assert audit_sentence(english, "team_dissolved", {}) == "team_dissolved"


def test_who_did_it_is_told_from_the_readers_side(english: Language) -> None:
    assert actor_text(english, "anna@example.org", own=True) == "you"
    assert actor_text(english, "anna@example.org", own=False) == "anna@example.org"
    assert actor_text(english, None, own=False) == "an account that is gone"
    assert actor_text(english, "anna@example.org", own=False, name="Anna") == "Anna · anna@example.org"
    assert actor_text(english, None, own=False, name="Anna", unnamed=Unnamed.LEFT) == "Anna"


@pytest.mark.parametrize("unnamed", Unnamed)
def test_why_nobody_is_named_has_words_in_both_languages(
    english: Language, russian: Language, unnamed: Unnamed
) -> None:
    said = {actor_text(language, None, own=False, unnamed=unnamed) for language in (english, russian)}
    assert len(said) == 2
    assert unnamed.value not in said
