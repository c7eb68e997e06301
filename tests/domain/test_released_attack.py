"""Random teams against an attacker who has everything that is published of them, and knows everything but the answers.

``CX_WHEEL_ATTACKS=1000 pytest tests/domain/test_released_attack.py`` tries that many teams instead of a few.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise, product
from random import Random

import pytest

from assessment.domain import released_agreement, released_parts, releasing, telling
from assessment.domain.answers import SpecialAnswer
from assessment.domain.framework import Level
from assessment.domain.group_profile import GroupProfile
from assessment.domain.released_wheel import ReleasedWheel
from assessment.domain.releasing import Closed, Publication, release_result
from assessment.domain.suppression import decide
from assessment.domain.suppression.policy import Policy
from assessment.domain.suppression.release import FigureRelease, Form
from tests.factories import published_attacks as attacks
from tests.factories.attacks import Sum, find_exposed
from tests.factories.published_attacks import ATTACKS, Attack, publish, scores_of
from tests.factories.released_attacks import FRAMEWORK, K, make_closed, random_answers, random_team, sums_of_result

SEEDS = range(int(os.environ.get("CX_WHEEL_ATTACKS", "4")))
LEVELS = (Level.INDIVIDUAL, Level.TEAM)
MANY = 120


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("skipping", [False, True])
@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_is_exposed_by_what_is_published(seed: int, skipping: bool, level: Level) -> None:
    closed = random_team(seed, level=level, skipping=skipping)
    result = publish(closed)
    assert not [attack.__name__ for attack in ATTACKS if attack(closed, result)]


@dataclass(frozen=True)
class Wave:
    closed: Closed
    published: Publication


def random_waves(seed: int, *, remembering: bool = True) -> list[Wave]:
    """One team three times, some come and some leave; the worst case: everybody answers, and as they did before."""
    random = Random(f"waves-{seed}")  # noqa: S311  a test repeats itself, it keeps no secret
    everybody = random_answers(random, 30, Level.INDIVIDUAL, 0.0)
    people, unused = list(range(random.randint(5, 14))), list(range(14, 30))
    waves: list[Wave] = []
    for _ in range(3):
        earlier = tuple(some for wave in waves for some in wave.published.memberships) if remembering else ()
        names = [f"p{number:02}" for number in people]
        closed = make_closed([everybody[number] for number in people], Level.INDIVIDUAL, names=names, earlier=earlier)
        waves.append(Wave(closed, release_result(closed)))
        gone = random.sample(people, min(random.choice((0, 0, 1, 3, 6)), len(people) - 5))
        come = [unused.pop() for _ in range(random.choice((0, 0, 1, 2, 5)))]
        people = [number for number in people if number not in gone] + come
    return waves


def tells_numbers(wave: Wave) -> bool:
    return any(one.score.mean is not None for one in scores_of(wave.closed, wave.published.result))


def exposed_by_waves(waves: list[Wave]) -> bool:
    together: dict[int, list[Sum]] = {}
    for wave in waves:
        if tells_numbers(wave):
            for place, sums in enumerate(sums_of_result(wave.closed, wave.published.result)):
                together.setdefault(place, []).extend(sums)
    return any(find_exposed(sums, K) is not None for sums in together.values())


def words_follow_a_few_people(waves: list[Wave]) -> bool:
    """Whether words of coverage are told anew when one to four people came or went."""
    for index, later in enumerate(waves):
        for earlier in waves[:index]:
            sets = earlier.closed.members, later.closed.members
            few = any(0 < len(one - other) < K for one, other in (sets, sets[::-1]))
            told = [one.word for one in scores_of(later.closed, later.published.result) if one.word is not None]
            if few and tells_numbers(earlier) and told:
                return True
    return False


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_is_exposed_by_one_wave_after_the_other(seed: int) -> None:
    waves = random_waves(seed)
    assert not exposed_by_waves(waves)
    assert not words_follow_a_few_people(waves)


def test_everything_is_told_somewhere() -> None:
    """Hiding all would pass every attack."""
    told: Counter[object] = Counter()
    for seed in range(40):
        for level in LEVELS:
            closed = random_team(seed, level=level)
            result = publish(closed)
            told["roll"] += result.roll is not None
            told["participation"] += result.participation is not None
            told["probabilities"] += result.weakest is not None and bool(result.weakest.probabilities)
            for one in scores_of(closed, result):
                told[one.depth, one.score.form] += 1
                told[one.depth, "word"] += one.word is not None
                told[one.depth, "spread"] += one.score.interval is not None
                told[one.depth, "people"] += one.score.people is not None
            for spoke in result.competencies:
                told["opinions"] += spoke.agreement is not None
                told["deviation"] += spoke.agreement is not None and spoke.agreement.deviation is not None
                told["answers"] += sum(one.answers is not None for one in spoke.statements)
                told["differ"] += sum(one.differ is not None for one in spoke.statements)
    wanted = ["roll", "participation", "probabilities", "opinions", "deviation", "answers", "differ"]
    wanted += [(depth, kind) for depth in (0, 1, 2) for kind in (Form.NUMBER, "word", "spread", "people")]
    assert {key: told[key] for key in wanted if told[key] < 4} == {}
    later = [wave.published.result for seed in range(20) for earlier, wave in pairwise(random_waves(seed))]
    assert sum(result.roll is not None for result in later) > 5


def test_a_statement_that_half_could_not_judge_is_named_and_one_that_all_could_not_is_not() -> None:
    answers = random_answers(Random(3), 12, Level.TEAM, 0.0)  # noqa: S311  a test repeats itself
    half, everybody, few = (item.id for item in FRAMEWORK.items_of(Level.TEAM)[:3])
    for item, unable in ((half, 6), (everybody, 12), (few, 4)):
        for given in answers[:unable]:
            given[item] = SpecialAnswer.DONT_KNOW
    result = publish(make_closed(answers, Level.TEAM))
    named = [one.item for spoke in result.competencies for one in spoke.statements if one.blind_spot]
    assert named == [half]


def no_links(figures: tuple[object, ...], *_: object) -> dict[str, set[object]]:
    return {figure.id: set() for figure in figures}  # type: ignore[attr-defined]


def agreement_named(one: telling._View) -> telling.Telling:
    """Told as it is: a level where all agree, and a number elsewhere."""
    decided: FigureRelease = one._decided
    return telling.Telling(decided.form, decided.reason, decided.spread, decided.people, None)


def nothing(*_: object, **__: object) -> frozenset[str]:
    return frozenset()


def always(*_: object, **__: object) -> bool:
    return True


def any_spot(unable: int, group: object) -> bool:
    return unable >= K


def all_counts(families: object, outside: object, shown: set[object], *_: object) -> frozenset[object]:
    return frozenset(shown)


def exact_wheel(framework: object, profile: GroupProfile, spokes: object) -> ReleasedWheel:
    return ReleasedWheel(profile.roll, profile.mean, profile.balance, profile.weakest)


BROKEN: list[tuple[str, object, str, object, Attack]] = [
    ("skipped statements", decide, "hide_linked", no_links, attacks.exposed_by_means),
    ("numbers near an end", telling, "is_number_open", always, attacks.pins_somebody_by_numbers),
    ("words beside a mean", telling, "is_coverage_open", always, attacks.pins_somebody_by_words),
    ("what follows from the rest", telling, "_list_derivable", nothing, attacks.tells_what_all_agree_on),
    ("levels that could be anybody's", telling._View, "tell", agreement_named, attacks.tells_agreement_apart),
    ("opinions of few", released_agreement, "_leaves_room", always, attacks.tells_opinions_that_the_means_imply),
    ("blind spots", released_parts, "_is_blind_spot", any_spot, attacks.tells_blind_spots_of_few),
    ("counts", decide, "list_counted", all_counts, attacks.tells_who_is_missing),
    ("spread of few", Policy, "spread_from", K, attacks.tells_spread_of_few),
    ("the wheel's figures", releasing, "release_wheel", exact_wheel, attacks.says_more_than_the_means),
]


@pytest.mark.parametrize(
    ("room", "name", "without", "attack"), [rule[1:] for rule in BROKEN], ids=[rule[0] for rule in BROKEN]
)
def test_publishing_without_one_rule_is_found_out(
    room: object, name: str, without: object, attack: Attack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, name, without)
    kinds = product(range(MANY), LEVELS, (False, True))
    teams = (random_team(seed, level=level, skipping=skipping) for seed, level, skipping in kinds)
    assert any(attack(closed, publish(closed)) for closed in teams)


@pytest.mark.parametrize("attack", [exposed_by_waves, words_follow_a_few_people])
def test_publishing_that_forgets_earlier_waves_is_found_out(attack: Callable[[list[Wave]], bool]) -> None:
    assert any(attack(random_waves(seed, remembering=False)) for seed in range(MANY))
