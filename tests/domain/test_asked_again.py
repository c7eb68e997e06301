"""The same team asked the same twice within four weeks, while other people stay silent or skip other statements.

The attacker knows who was silent and who skipped what, and that everybody else answered as before.
"""

from __future__ import annotations

import os
from random import Random

import pytest

from assessment.domain.answers import AnswerValue
from assessment.domain.framework import Level
from assessment.domain.released_changes import Wave
from assessment.domain.releasing import Closed, Publication, release_result
from assessment.domain.suppression.policy import Reason
from assessment.domain.suppression.release import Form
from tests.factories.attacks import Sum, find_exposed
from tests.factories.published_attacks import scores_of
from tests.factories.released_attacks import FRAMEWORK, K, make_closed, random_answers, sums_of_result

SEEDS = range(int(os.environ.get("CX_WHEEL_ATTACKS", "6")))
MANY = 60
LEVELS = (Level.INDIVIDUAL, Level.TEAM)
Answers = list[dict[str, AnswerValue]]


def two_waves(seed: int, level: Level, *, soon: bool = True) -> list[tuple[Closed, Publication]]:
    """Twice the same team of the same mind: each time somebody may be silent, and somebody may skip a statement."""
    random = Random(f"again-{seed}")  # noqa: S311  a test repeats itself, it keeps no secret
    people = random.randint(6, 12)
    everybody = random_answers(random, people, level, 0.0)
    waves: list[tuple[Closed, Publication]] = []
    for _ in range(2):
        silent = random.sample(range(people), random.choice((0, 0, 1, 2)))
        given = [_skip(random, answers) for number, answers in enumerate(everybody) if number not in silent]
        waves.append(_publish(given, silent, people, level, waves, soon=soon))
    return waves


def _skip(random: Random, answers: dict[str, AnswerValue]) -> dict[str, AnswerValue]:
    skipped = random.sample(sorted(answers), random.choice((0, 0, 0, 0, 1)))
    return {item: value for item, value in answers.items() if item not in skipped}


def _publish(
    given: Answers,
    silent: list[int],
    people: int,
    level: Level,
    waves: list[tuple[Closed, Publication]],
    *,
    soon: bool,
) -> tuple[Closed, Publication]:
    names = [f"p{number:02}" for number in range(people)]
    answered = [name for number, name in enumerate(names) if number not in silent]
    before = [published for _, published in waves if published.memberships]
    closed = make_closed(
        given,
        level,
        names=[*answered, *(name for name in names if name not in answered)],
        earlier=tuple(some for one in before for some in one.memberships),
        soon_after=tuple(one.basis.complete for one in before) if soon else (),
    )
    return closed, release_result(closed)


def exposes_somebody(waves: list[tuple[Closed, Publication]]) -> bool:
    together: dict[int, list[Sum]] = {}
    for closed, published in waves:
        for place, sums in enumerate(sums_of_result(closed, published.result)):
            together.setdefault(place, []).extend(sums)
    return any(find_exposed(sums, K) is not None for sums in together.values())


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_is_exposed_when_other_people_are_silent_soon_after(seed: int, level: Level) -> None:
    assert not exposes_somebody(two_waves(seed, level))


@pytest.mark.parametrize("level", LEVELS)
def test_without_the_rule_somebody_would_be(level: Level) -> None:
    assert any(exposes_somebody(two_waves(seed, level, soon=False)) for seed in range(MANY))


def everybody_but(silent: int, skipped: str | None = None) -> Answers:
    answers: Answers = random_answers(Random(7), 8, Level.INDIVIDUAL, 0.0)  # noqa: S311  a test repeats itself
    if skipped is not None:
        del answers[0][skipped]
    return answers[silent:]


def asked_again(first: Answers, second: Answers) -> Publication:
    names = [f"p{number}" for number in range(8)]
    before = release_result(make_closed(first, Level.INDIVIDUAL, names=names))
    closed = make_closed(
        second,
        Level.INDIVIDUAL,
        names=names,
        earlier=before.memberships,
        soon_after=(before.basis.complete,),
    )
    return release_result(closed, Wave(before.basis, closed.members, closed.closed_on))


def test_where_everybody_rated_everything_both_times_all_is_told() -> None:
    result = asked_again(everybody_but(0), everybody_but(0)).result
    assert result.roll is not None
    assert result.changes


@pytest.mark.parametrize(("first", "second"), [(1, 0), (0, 1), (1, 1)])
def test_where_somebody_was_silent_once_only_levels_are_told_and_it_is_said_why(first: int, second: int) -> None:
    publication = asked_again(everybody_but(first), everybody_but(second))
    result = publication.result
    told = [spoke.score for spoke in result.competencies]
    assert {(one.form, one.reason, one.mean) for one in told} == {(Form.BAND, Reason.ASKED_AGAIN, None)}
    assert all(spoke.coverage is None for spoke in result.competencies)
    assert (result.roll, result.changes) == (None, ())
    assert publication.memberships == ()


def test_where_a_statement_was_skipped_its_competency_alone_is_told_as_a_level() -> None:
    one = FRAMEWORK.competencies[0].id
    skipped = FRAMEWORK.items_of(Level.INDIVIDUAL, one)[0].id
    result = asked_again(everybody_but(0, skipped), everybody_but(0)).result
    forms = {spoke.competency: spoke.score.form for spoke in result.competencies}
    assert forms.pop(one) is Form.BAND
    assert set(forms.values()) == {Form.NUMBER}
    closed = make_closed(everybody_but(0), Level.INDIVIDUAL)
    parts = [told for told in scores_of(closed, result) if told.items[0].startswith(skipped[:2])]
    assert all(told.score.mean is None for told in parts if skipped in told.items)
