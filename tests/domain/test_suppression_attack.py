"""Random organisations against an attacker who has every figure released and knows everything but the answers.

``CX_WHEEL_ATTACKS=1000 pytest tests/domain/test_suppression_attack.py`` tries that many organisations instead of a few.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import permutations

import pytest

from assessment.domain.suppression import decide as decide_module
from assessment.domain.suppression.agreement import agree
from assessment.domain.suppression.cells import CellKey, Structure
from assessment.domain.suppression.decide import Survey, decide_release
from assessment.domain.suppression.policy import Policy
from assessment.domain.suppression.release import Form, Release
from assessment.domain.suppression.span import Span
from assessment.domain.suppression.waves import list_memberships
from tests.factories.attacks import Sum, find_exposed, sum_over, sums_of, told_as_numbers
from tests.factories.releases import random_campaign, random_wave

SEEDS = range(int(os.environ.get("CX_WHEEL_ATTACKS", "4")))
K = 5


def publish(survey: Survey) -> Release:
    return decide_release(survey, Policy(), closed=True)


def exposed_by_means(survey: Survey, release: Release) -> bool:
    return any(find_exposed(sums_of(survey, release, start), K) is not None for start in "cm")


def exposed_by_counts(survey: Survey, release: Release) -> bool:
    """Who did not answer, and who left a figure out, from the counts told."""
    cells = survey.structure.cells
    absent = {key: cells[key].members - cells[key].sheets for key, cell in release.cells.items() if cell.participation}
    told = [absent]
    for figure in survey.figures:
        shown = [key for key, cell in release.cells.items() if cell.figures[figure.id].people is not None]
        told.append({key: cells[key].sheets.difference(figure.values) for key in shown})
    return any(find_exposed([sum_over(some) for some in sets.values() if some], K) is not None for sets in told)


def exposed_by_comments(survey: Survey, release: Release) -> bool:
    shown = [key for key, cell in release.cells.items() if cell.comments_hidden is None]
    authors = [survey.structure.cells[key].sheets & survey.authors for key in shown]
    return any(0 < len(one - other) < 10 for one, other in permutations([*authors, frozenset()], 2))


def breaks_the_rule_of_siblings(survey: Survey, release: Release) -> bool:
    """Whether in any family the cells not shown are one alone, or together too few."""
    for family in survey.structure.families:
        sheets = {key: survey.structure.cells[key].sheets for key in (family.whole, *family.parts)}
        if release.cells[family.whole].hidden is not None:
            continue
        shown = [part for part in family.parts if release.cells[part].hidden is None]
        absent = [sheets[part] for part in family.parts if part not in shown and sheets[part]]
        rest = sheets[family.whole].difference(*(sheets[part] for part in family.parts))
        few = 0 < len(rest.union(*absent)) < K or (len(absent) == 1 and not rest)
        if few and shown:
            return True
    return False


def tells_what_all_agree_on(survey: Survey, release: Release) -> bool:
    for figure in survey.figures:
        told = told_as_numbers(survey, release, figure).values()
        sets = {*told, *(one - other for one in told for other in told if other < one)}
        if any(agree([figure.values[one] for one in some]) for some in sets):
            return True
    return False


def tells_of_a_hidden_cell(survey: Survey, release: Release) -> bool:
    absent = [cell for cell in release.cells.values() if cell.hidden is not None]
    return any(
        cell.participation is not None
        or cell.comments_hidden is None
        or {figure.form for figure in cell.figures.values()} != {Form.HIDDEN}
        for cell in absent
    )


ATTACKS = [
    exposed_by_means,
    exposed_by_counts,
    exposed_by_comments,
    breaks_the_rule_of_siblings,
    tells_what_all_agree_on,
    tells_of_a_hidden_cell,
]


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_is_exposed_by_what_one_campaign_tells(seed: int) -> None:
    survey = random_campaign(seed).survey
    release = publish(survey)
    assert not [attack.__name__ for attack in ATTACKS if attack(survey, release)]


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_is_exposed_by_several_releases_of_one_campaign(seed: int) -> None:
    """First the groups, then one filter, then the other: what was told stays told."""
    survey = random_campaign(seed).survey
    rounds = [
        replace(survey, structure=part_of(survey.structure, filters))
        for filters in ((), ("place",), ("place", "years"))
    ]
    before = None
    for later in rounds:
        release = publish(replace(later, before=before))
        if before is not None:
            assert all(release.cells[key].hidden is None for key, cell in before.cells.items() if cell.hidden is None)
            for figure in survey.figures:
                assert set(before.list_numbers(figure.id)) <= set(release.list_numbers(figure.id))
                assert set(before.list_counted(figure.id)) <= set(release.list_counted(figure.id))
        before = release
    assert before is not None
    assert not [attack.__name__ for attack in ATTACKS[:3] if attack(survey, before)]


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_is_exposed_by_one_wave_after_the_other(seed: int) -> None:
    """The worst case: all members answer in every wave, and as they did before."""
    told: tuple[frozenset[str], ...] = ()
    sums: list[Sum] = []
    for wave in range(3):
        survey = random_wave(seed, wave, told).survey
        release = publish(survey)
        told += list_memberships(survey.structure, release)
        sums += [sum_over(people) for people in told_as_numbers(survey, release, survey.figures[0]).values()]
        assert find_exposed(sums, K) is None


def test_every_kind_of_figure_is_released_somewhere() -> None:
    """Hiding everything would pass every attack."""
    told = dict.fromkeys(("culture", "culture.skill", "c1"), 0)
    groups, filtered, two, participation, comments, later = 0, 0, 0, 0, 0, 0
    for seed in range(40):
        release = publish(random_campaign(seed).survey)
        for name in told:
            told[name] += len(release.list_numbers(name))
        shown = [(key, cell) for key, cell in release.cells.items() if cell.hidden is None]
        groups += sum(key.group != "all" and not key.filters for key, _ in shown)
        filtered += sum(len(key.filters) == 1 for key, _ in shown)
        two += sum(len(key.filters) == 2 for key, _ in shown)
        participation += sum(cell.participation is not None for _, cell in shown)
        comments += sum(cell.comments_hidden is None for _, cell in shown)
        first = random_wave(seed, 0, ()).survey
        earlier = list_memberships(first.structure, publish(first))
        later += len(publish(random_wave(seed, 1, earlier).survey).list_numbers("culture"))
    assert min(told.values()) > 40
    assert min(groups, filtered, participation, comments) > 10
    assert min(two, later) > 1


def nothing_more(families: object, people: object, hidden: Mapping, k: int, fixed: object = ()) -> dict:
    return dict(hidden)


def no_differences(people: object, hidden: Mapping, k: int, fixed: object = (), earlier: object = ()) -> dict:
    return dict(hidden)


def no_links(figures: tuple, *others: object) -> dict:
    return {figure.id: set() for figure in figures}


def all_counts(families: object, outside: object, shown: set, k: int, fixed: object = ()) -> frozenset:
    return frozenset(shown)


def no_bands(families: object, people: object, values: object, hidden: Mapping, **others: object) -> dict:
    return dict(hidden)


BROKEN: list[tuple[str, object, Callable[[Survey, Release], bool]]] = [
    ("hide_siblings", nothing_more, breaks_the_rule_of_siblings),
    ("hide_differences", no_differences, exposed_by_means),
    ("hide_linked", no_links, exposed_by_means),
    ("list_counted", all_counts, exposed_by_counts),
    ("withhold_agreement", no_bands, tells_what_all_agree_on),
]


@pytest.mark.parametrize(("rule", "without", "attack"), BROKEN, ids=[rule for rule, _, _ in BROKEN])
def test_a_policy_without_one_rule_is_found_out(
    rule: str, without: object, attack: Callable[[Survey, Release], bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decide_module, rule, without)
    surveys = (random_campaign(seed).survey for seed in range(60))
    assert any(attack(survey, publish(survey)) for survey in surveys)


def test_a_policy_that_compares_pairs_only_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Span, "isolates_fewer_than", lambda *_: False)
    assert any(exposed_by_means(survey, publish(survey)) for survey in (random_campaign(s).survey for s in range(60)))


def test_a_policy_that_shows_comments_from_five_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Policy, "comments_from", property(lambda policy: policy.k))
    surveys = (random_campaign(seed).survey for seed in range(60))
    assert any(exposed_by_comments(survey, publish(survey)) for survey in surveys)


def test_a_policy_that_forgets_earlier_releases_is_found_out() -> None:
    assert any(forgetful_waves_expose(seed) for seed in range(40))


def forgetful_waves_expose(seed: int) -> bool:
    sums: list[Sum] = []
    for wave in range(2):
        survey = random_wave(seed, wave, ()).survey
        sums += [sum_over(some) for some in told_as_numbers(survey, publish(survey), survey.figures[0]).values()]
    return find_exposed(sums, K) is not None


def part_of(form: Structure, filters: tuple[str, ...]) -> Structure:
    """The structure with these filters alone."""

    def fits(key: CellKey) -> bool:
        return all(name in filters for name, _ in key.filters)

    return Structure(
        form.whole,
        {key: cell for key, cell in form.cells.items() if fits(key)},
        tuple(family for family in form.families if all(fits(key) for key in family.parts)),
    )
