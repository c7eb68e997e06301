"""A team's plan in words, in every language, naming nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assessment.domain.campaign import CampaignKind
from assessment.domain.coverage import Coverage
from assessment.domain.development_plan import PlanTerms
from assessment.domain.team_gaps import MOST_STATEMENTS, list_gap_tasks
from assessment.domain.team_plan import Gap, TeamPlan, TeamStepKind
from assessment.domain.team_planning import make_team_plan, step_of
from assessment.languages import Language, get_language
from assessment.wording import team_plan as words
from assessment.wording.team_method import list_hidden, list_rules, team_method_notes
from assessment.wording.team_tasks import (
    list_statements,
    statements_lead,
    task_evidence,
    task_how,
    task_place,
    task_title,
)
from tests.factories import team_results
from tests.factories.frameworks import core_framework

FRAMEWORK = core_framework()
MONDAY = date(2026, 11, 23)
TERMS = PlanTerms(MONDAY, weekly_hours=6, weeks=12, at_most=6)
LOCALES = ["en", "ru"]


@pytest.fixture(params=LOCALES)
def language(request: pytest.FixtureRequest) -> Language:
    return get_language(request.param)


def plan() -> TeamPlan:
    return make_team_plan(FRAMEWORK, team_results.about_themselves(), TERMS)


def test_every_task_for_a_gap_has_a_title_a_way_and_a_proof(language: Language) -> None:
    results = (team_results.about_themselves(), team_results.about_the_team())
    tasks = [task for result in results for spoke in result.competencies for task in list_gap_tasks(FRAMEWORK, spoke)]
    assert {(task.gap, task.kind) for task in tasks} == {
        (Gap.OPEN, TeamStepKind.EXPERT_SUPPORT),
        (Gap.OPEN, TeamStepKind.LEARNING),
        (Gap.ONE_PERSON, TeamStepKind.LEARNING),
        (Gap.ONE_PERSON, TeamStepKind.EXPERT_SUPPORT),
        (Gap.DIFFER, TeamStepKind.WORKSHOP),
        (Gap.THIN, TeamStepKind.WORKSHOP),
    }
    for task in tasks:
        assert task_title(language, FRAMEWORK, task)
        assert task_how(language, task).endswith(".")
        assert not task_evidence(language, task).endswith(".")
        assert bool(task.statements) is bool(statements_lead(language, task))


def test_a_workshop_begins_with_a_few_topics_and_counts_the_rest() -> None:
    language = get_language("en")
    spoke = team_results.about_themselves().competency("strategy")
    items = tuple(item.id for item in FRAMEWORK.items_of(team_results.about_themselves().level, "strategy"))
    workshop = replace(list_gap_tasks(FRAMEWORK, spoke)[-1], statements=items)
    told = list_statements(language, FRAMEWORK, workshop)
    assert len(told) == MOST_STATEMENTS + 1
    assert told[-1] == f"{len(items) - MOST_STATEMENTS} more are on the result page."
    assert "to begin with" in statements_lead(language, workshop)


def test_a_step_names_its_kind_and_place() -> None:
    first = next(step for step in plan().steps if step.task.gap is Gap.OPEN)
    assert task_place(get_language("en"), FRAMEWORK, first.task) == "Expert support · Strategy"
    assert task_place(get_language("ru"), FRAMEWORK, first.task) == "Поддержка эксперта · Стратегия"


def test_the_plan_says_how_far_it_is_and_what_nobody_sees_to() -> None:
    made = plan()
    language = get_language("en")
    assert words.plan_progress_sentence(language, made) == "Done so far: 0% of the hours. 6 steps have no owner yet."
    steps = tuple(replace(step, owner="Operations", progress=50) for step in made.steps)
    assert words.plan_progress_sentence(language, TeamPlan(TERMS, steps)) == "Done so far: 50% of the hours."
    assert words.plan_progress_sentence(language, TeamPlan(TERMS, ())) == ""


def test_what_is_hidden_is_named_as_not_guessed() -> None:
    language = get_language("en")
    assert "not guessed here: metrics." in words.ground_sentence(language, FRAMEWORK, team_results.one_hidden())
    assert "guessed" not in words.ground_sentence(language, FRAMEWORK, team_results.about_themselves())


def test_an_owner_is_no_hint_at_who_has_the_gap() -> None:
    language = get_language("en")
    assert "no names" in words.owners_note(language, team_results.about_themselves())
    assert "no names" not in words.owners_note(language, team_results.about_the_team())


def test_an_empty_plan_says_why() -> None:
    language, result = get_language("en"), team_results.about_themselves()
    empty = TeamPlan(PlanTerms(MONDAY, weekly_hours=0.5, weeks=1), ())
    assert "hours a week: 0.5, weeks: 1" in words.team_plan_sentence(language, FRAMEWORK, result, empty)
    bare = replace(FRAMEWORK, actions=())
    assert "has no actions for teams" in words.team_plan_sentence(language, bare, result, empty)
    hidden = replace(
        result,
        competencies=tuple(
            replace(s, score=team_results.one_hidden().competency("metrics").score, coverage=None)
            for s in result.competencies
        ),
    )
    assert "No competency can be shown" in words.team_plan_sentence(language, FRAMEWORK, hidden, empty)


def test_why_there_is_no_plan_depends_on_the_round(language: Language) -> None:
    alone = replace(team_results.nothing_shown(), kind=CampaignKind.LEAD_ALONE)
    told = {
        words.no_plan_sentence(language, alone),
        words.no_plan_sentence(language, team_results.nothing_shown()),
        words.not_closed_sentence(language),
    }
    assert len(told) == 3
    assert words.no_plan_sentence(language, team_results.about_themselves()) == ""


def test_a_told_plan_carries_statements_and_courses_into_files() -> None:
    result = team_results.about_themselves()
    spoke = result.competency("metrics")
    workshop = next(task for task in list_gap_tasks(FRAMEWORK, spoke) if task.gap is Gap.THIN)
    told = words.told_step(get_language("en"), FRAMEWORK, step_of(workshop, MONDAY, 3))
    assert told.how[""].count("\n– ") == len(workshop.statements)
    assert told.courses == workshop.courses


def test_hidden_places_are_gathered_by_their_reason() -> None:
    language = get_language("en")
    ((places, reason),) = list_hidden(language, FRAMEWORK, team_results.about_themselves())
    assert places == "Customer voice, skills; Customer voice, 4 statements"
    assert reason.startswith("Fewer than 5 people rated this")
    assert list_hidden(language, FRAMEWORK, team_results.about_the_team()) == ()
    ((_, why),) = [
        hidden
        for hidden in list_hidden(language, FRAMEWORK, team_results.changes_withheld())
        if "Change since the last campaign" in hidden[0]
    ]
    assert "came or left" in why


def test_the_rules_are_those_of_the_campaign(language: Language) -> None:
    seven = replace(team_results.about_themselves(), k=12)
    first, second, *_ = list_rules(language, seven)
    assert "12" in first
    assert "12" in second
    titles = [title for title, _ in team_method_notes(language, FRAMEWORK, team_results.with_changes())]
    assert len(titles) == len(set(titles)) == 7


def test_coverage_is_explained_to_those_who_rated_themselves_only() -> None:
    language = get_language("en")
    themselves = [title for title, _ in team_method_notes(language, FRAMEWORK, team_results.about_themselves())]
    together = [title for title, _ in team_method_notes(language, FRAMEWORK, team_results.about_the_team())]
    assert ("Coverage" in themselves, "Agreement" in themselves) == (True, False)
    assert ("Coverage" in together, "Agreement" in together) == (False, True)
    assert team_results.about_themselves().competency("strategy").coverage is Coverage.OPEN
