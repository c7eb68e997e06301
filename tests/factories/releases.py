"""Campaigns with answers, made by hand or at random from a seed, for the anonymity rules."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from random import Random

from assessment.domain.suppression.cells import Cell, CellKey, Group, Structure, build_structure
from assessment.domain.suppression.decide import Survey, decide_release
from assessment.domain.suppression.linked import Figure
from assessment.domain.suppression.policy import Policy
from assessment.domain.suppression.release import FigureRelease, Release

ALL = CellKey("all")

COMPETENCIES = {
    "culture": {"knowledge": ("c1", "c2"), "skill": ("c3", "c4")},
    "metrics": {"knowledge": ("m1", "m2"), "skill": ("m3", "m4")},
}
"""A tiny framework: two competencies of two facets of two statements."""


def people(count: int, start: int = 0) -> frozenset[str]:
    """That many people with ids of their own."""
    return frozenset(f"p{number:03}" for number in range(start, start + count))


def structure(
    whole: Collection[str],
    groups: Mapping[str, Collection[str]] | None = None,
    filters: Mapping[str, Mapping[str, Collection[str]]] | None = None,
    *,
    answered: Collection[str] | None = None,
    parents: Mapping[str, str] | None = None,
) -> Structure:
    """A campaign of ``whole`` with groups in it; ``answered`` are those from whom a sheet came, by default all."""
    sheets = frozenset(whole if answered is None else answered)

    def cell(some: Collection[str]) -> Cell:
        return Cell(frozenset(some), frozenset(some) & sheets)

    named = {name: Group(cell(some), (parents or {}).get(name, "all")) for name, some in (groups or {}).items()}
    values = {name: {value: cell(some) for value, some in parts.items()} for name, parts in (filters or {}).items()}
    return build_structure({"all": Group(cell(whole)), **named}, values)


def single(values: Mapping[str, float], name: str = "roll") -> Figure:
    """A figure that stands on its own."""
    return Figure(name, values, {})


def spread_values(some: Iterable[str], lowest: int = 20, highest: int = 90) -> dict[str, float]:
    """Values that differ from person to person, by at least one point."""
    return {one: float(lowest + (37 * index) % (highest - lowest)) for index, one in enumerate(sorted(some))}


def rating_figures(answers: Mapping[str, Mapping[str, float]]) -> tuple[tuple[Figure, ...], dict[str, frozenset[str]]]:
    """Figures of the tiny framework and who rated what, from values by sheet and statement; weights are 1 and 2."""
    figures: list[Figure] = []
    rated = {}
    for competency, facets in COMPETENCIES.items():
        statements = {name: 1 + (name == "c4") for names in facets.values() for name in names}
        figures.append(_mean(competency, answers, statements, depth=0, at_least=3))
        for facet, names in facets.items():
            own = {name: statements[name] for name in names}
            figures.append(_mean(f"{competency}.{facet}", answers, own, depth=1, at_least=1))
        for name in statements:
            figures.append(_mean(name, answers, {name: 1}, depth=2, at_least=1))
            rated[name] = frozenset(sheet for sheet, given in answers.items() if name in given)
    return tuple(figures), rated


def _mean(
    name: str, answers: Mapping[str, Mapping[str, float]], weights: Mapping[str, int], *, depth: int, at_least: int
) -> Figure:
    values = {}
    for sheet, given in answers.items():
        own = [part for part in weights if part in given]
        if len(own) >= at_least:
            values[sheet] = sum(weights[part] * given[part] for part in own) / sum(weights[part] for part in own)
    return Figure(name, values, weights, depth)


def decide(form: Structure, *figures: Figure, closed: bool = True, policy: Policy | None = None) -> Release:
    """The release of figures that stand on their own."""
    return decide_release(Survey(form, figures, {}), policy or Policy(), closed=closed)


def figure_at(release: Release, key: CellKey, name: str = "roll") -> FigureRelease:
    """One figure of one cell of a release."""
    return release.cells[key].figures[name]


@dataclass(frozen=True)
class RandomCampaign:
    """One wave of a random organisation, with the answers behind it. Sheets have the ids of their members."""

    survey: Survey
    answers: Mapping[str, Mapping[str, float]]


def random_campaign(seed: int, *, largest: int = 40) -> RandomCampaign:
    """An organisation with departments and teams in them, filters, people who did not answer or skipped statements."""
    random = Random(seed)  # noqa: S311  a test repeats itself, it keeps no secret
    whole = sorted(people(random.randint(8, largest)))
    groups, parents = _random_groups(random, whole)
    filters = {
        name: _divide(random, whole, random.randint(2, 3)) for name in ("years", "place")[: random.choice((0, 1, 1, 2))]
    }
    taking_part = random.choice((0.6, 0.85, 1.0))
    answered = [one for one in whole if random.random() < taking_part]
    answers = _random_answers(random, answered, groups)
    figures, rated = rating_figures(answers)
    authors = frozenset(one for one in answered if random.random() < random.choice((0.5, 0.95)))
    form = structure(whole, groups, filters, answered=answered, parents=parents)
    return RandomCampaign(Survey(form, figures, rated, authors), answers)


def random_wave(seed: int, wave: int, earlier: tuple[frozenset[str], ...]) -> RandomCampaign:
    """The same organisation once more, after some came, went or moved; everybody answers everything."""
    random = Random(f"{seed}-{wave}")  # noqa: S311  a test repeats itself, it keeps no secret
    first = Random(seed)  # noqa: S311  a test repeats itself, it keeps no secret
    whole = sorted(people(first.randint(10, 40)))
    groups = _divide(first, whole, first.randint(1, 3))
    if wave:
        gone = set(random.sample(whole, random.choice((0, 0, 1, 2, 6))))
        come = people(random.choice((0, 0, 1, 3, 7)), 100 * wave)
        into = random.choice(sorted(groups))
        groups = {name: [one for one in some if one not in gone] for name, some in groups.items()}
        groups[into] = sorted({*groups[into], *come})
        whole = sorted(({*whole} - gone) | come)
    answers = _random_answers(random, whole, groups, skipping=False)
    figures, rated = rating_figures(answers)
    return RandomCampaign(Survey(structure(whole, groups), figures, rated, earlier=earlier), answers)


def _random_groups(random: Random, whole: list[str]) -> tuple[dict[str, list[str]], dict[str, str]]:
    groups, parents = _divide(random, whole, random.randint(1, 4)), {}
    for name, some in list(groups.items()):
        if len(some) > 7 and random.random() < 0.5:
            for part, inside in _divide(random, some, 2).items():
                groups[f"{name}.{part}"] = inside
                parents[f"{name}.{part}"] = name
    return groups, parents


def _divide(random: Random, some: list[str], parts: int) -> dict[str, list[str]]:
    """Disjoint parts of uneven size; now and then somebody is in none."""
    edges = sorted(random.randint(0, len(some)) for _ in range(parts - 1))
    shuffled = random.sample(some, len(some) - random.choice((0, 0, 0, min(2, len(some) - 1))))
    bounds = [0, *edges, len(shuffled)]
    return {f"part{index}": sorted(shuffled[bounds[index] : bounds[index + 1]]) for index in range(parts)}


def _random_answers(
    random: Random, answered: list[str], groups: Mapping[str, list[str]], *, skipping: bool = True
) -> dict[str, dict[str, float]]:
    skipped = random.choice((0.0, 0.01, 0.05, 0.25)) if skipping else 0.0
    names = [name for facets in COMPETENCIES.values() for some in facets.values() for name in some]
    strangers = set(random.choice(list(groups.values()))) if skipping and random.random() < 0.3 else set()
    foreign = random.choice(names)
    alike = random.random() < 0.1
    return {
        one: {
            name: 60.0 if alike else 20.0 * random.randint(0, 5)
            for name in names
            if random.random() >= skipped and not (name == foreign and one in strangers and random.random() < 0.8)
        }
        for one in answered
    }
