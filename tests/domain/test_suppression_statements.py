"""Competencies, facets and statements side by side, when some people skipped some statements."""

from __future__ import annotations

from fractions import Fraction

import pytest

from assessment.domain.suppression.cells import CellKey, Structure
from assessment.domain.suppression.decide import Survey, decide_release
from assessment.domain.suppression.linked import list_bundles
from assessment.domain.suppression.policy import Policy, Reason
from assessment.domain.suppression.release import Form, Release
from tests.factories.attacks import eliminate, find_exposed, sums_of
from tests.factories.releases import ALL, COMPETENCIES, figure_at, people, rating_figures, structure

STATEMENTS = [name for facets in COMPETENCIES.values() for names in facets.values() for name in names]
D = CellKey("d")


def answers(count: int, skipped: dict[str, set[str]] | None = None) -> dict[str, dict[str, float]]:
    """Uneven answers of that many people to all statements but those skipped."""
    return {
        one: {
            name: 20.0 * ((index * (1 + 4 * (order % 2)) + index // 6 + order) % 6)
            for order, name in enumerate(STATEMENTS)
            if name not in (skipped or {}).get(one, set())
        }
        for index, one in enumerate(sorted(people(count)))
    }


def release_of(form: Structure, given: dict[str, dict[str, float]]) -> tuple[Survey, Release]:
    figures, rated = rating_figures(given)
    survey = Survey(form, figures, rated)
    return survey, decide_release(survey, Policy(), closed=True)


def numbers(release: Release, key: CellKey = ALL) -> set[str]:
    return {name for name, figure in release.cells[key].figures.items() if figure.form is Form.NUMBER}


def test_everything_is_shown_where_nobody_skipped_anything() -> None:
    survey, release = release_of(structure(people(8)), answers(8))
    assert numbers(release) == {figure.id for figure in survey.figures}


def test_the_competency_is_shown_and_its_weakest_part_hidden_when_one_of_eight_skipped_a_statement() -> None:
    survey, release = release_of(structure(people(8)), answers(8, {"p003": {"c4"}}))
    told = numbers(release)
    assert {"culture", "culture.knowledge", "metrics", "metrics.skill"} <= told
    assert figure_at(release, ALL, "culture.skill").reason is Reason.SKIPPED_STATEMENTS
    assert find_exposed(sums_of(survey, release, "c"), 5) is None


def test_the_attack_on_one_who_skipped_a_statement_would_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the rule, the competency less its statements is a sum over the answers of that person alone."""
    monkeypatch.setattr("assessment.domain.suppression.decide.hide_linked", hide_nothing)
    survey, release = release_of(structure(people(8)), answers(8, {"p003": {"c4"}}))
    sums = sums_of(survey, release, "c")
    assert find_exposed(sums, 5) == {"p003"}
    left = eliminate(sums, people(8) - {"p003"})
    assert left
    assert all(isinstance(weight, Fraction) and one == "p003" for row in left for (one, _), weight in row.items())


def test_one_who_alone_rated_what_the_group_skipped_is_not_given_away() -> None:
    """In d seven skip a statement and one rates it. It is hidden there, and still its absence would tell on the one."""
    skipped = {one: {"c4"} for one in sorted(people(8))[:7]}
    survey, release = release_of(structure(people(20), {"d": people(8)}), answers(20, skipped))
    assert "culture" in numbers(release, D)
    assert figure_at(release, D, "c4").reason is Reason.TOO_FEW_RATED
    assert find_exposed(sums_of(survey, release, "c"), 5) is None
    assert not {"c1", "c2", "c3"} <= numbers(release, D)


def test_many_who_skip_the_same_statement_hide_nothing() -> None:
    skipped = {one: {"c4"} for one in people(6)}
    survey, release = release_of(structure(people(20)), answers(20, skipped))
    assert numbers(release) == {figure.id for figure in survey.figures}


def test_a_competency_without_a_score_of_one_person_is_still_shown_beside_the_others() -> None:
    """Competencies share no statement: that one person has no score in one of them tells nobody's answers."""
    _, release = release_of(structure(people(8)), answers(8, {"p003": {"c1", "c2", "c3", "c4"}}))
    assert {"culture", "metrics"} <= numbers(release)
    assert figure_at(release, ALL, "culture").people is None
    assert figure_at(release, ALL, "metrics").people == 8


def test_figures_are_bundled_by_the_statements_they_share() -> None:
    figures, _ = rating_figures(answers(5))
    bundles = list_bundles(figures)
    assert [{figure.id[0] for figure in bundle} for bundle in bundles] == [{"c"}, {"m"}]
    assert sum(len(bundle) for bundle in bundles) == len(figures)


def hide_nothing(figures: tuple, *others: object) -> dict[str, set[CellKey]]:
    """A policy without the rule about skipped statements."""
    return {figure.id: set() for figure in figures}
