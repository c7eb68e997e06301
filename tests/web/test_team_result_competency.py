"""The page of one competency of a team: statements as far as they are told."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from werkzeug.test import TestResponse

from assessment.domain.campaign import CampaignKind
from assessment.domain.framework import Level
from assessment.domain.team_result import TeamResult
from tests.factories.frameworks import core_framework
from tests.factories.published_teams import ResultReader
from tests.factories.team_results import (
    TOGETHER,
    about_the_team,
    about_themselves,
    all_agree,
    make_team_result,
    one_hidden,
    seven_people,
)
from tests.factories.visits import elements, ids, words

Show = Callable[[TeamResult, str], TestResponse]


@pytest.fixture
def show(reader: ResultReader) -> Show:
    """The page of one competency of a result, as the lead sees it."""

    def look(result: TeamResult, competency: str) -> TestResponse:
        reader.publish(result)
        answer = reader.get(f"result/{competency}")
        assert answer.status_code == 200, answer.text
        return answer

    return look


def test_statements_stand_with_their_mean_and_the_coverage_of_their_topic(show: Show) -> None:
    said = words(show(about_themselves(), "strategy"))

    assert "CX strategy" in said
    assert "Mean 46 Level Developing Range of the mean 42–51 Middle half 42–52 Coverage Not covered" in said
    assert "The means of the statements go from 36 to 58." in said
    for item in core_framework().items_of(Level.INDIVIDUAL, "strategy"):
        assert item.text["en"] in said
    assert re.search(r"Knowledge 52 Covered .* Experience 42 Thin .* Skills 45 Thin", said)


def test_too_few_answers_for_opinions_leave_no_column_of_dashes(show: Show) -> None:
    few = make_team_result(TOGETHER, kind=CampaignKind.TEAM, people=6, members=6)
    said = words(show(few, "strategy"))

    assert "On which statements opinions differ, and how many chose each answer, is shown once there are 10" in said
    assert "Statement Mean Mean as a bar Our team" in said


def test_bars_are_as_long_as_their_means(show: Show) -> None:
    bars = [
        rect["width"] for rect in elements(show(about_themselves(), "strategy"), "rect") if rect["class"] == "d-bar"
    ]
    means = [f"{one.score.mean:.1f}%" for one in about_themselves().competency("strategy").statements]

    assert bars == means


def test_answers_to_statements_about_the_team_stand_as_columns_and_as_numbers(show: Show) -> None:
    page = show(about_the_team(), "strategy")
    said = words(page)

    assert "Opinions differ on 6 statements. A column shows how many chose each answer." in said
    assert "Our team knows which business goals its CX work supports. 42 Opinions differ 4 0 4 0 3 1" in said
    assert "Statement Mean Opinions 0 1 2 3 4 5 Our team" in said
    assert "0: nobody knows it · 1: someone has a general idea" in said
    assert "d-bar" not in page.text
    assert "Columns of answers SVG PNG" in said


def test_under_ten_people_means_stand_alone(show: Show) -> None:
    page = show(seven_people(), "metrics")

    assert "Range of the mean" not in words(page)
    assert "Middle half" not in words(page)


def test_a_hidden_facet_hides_its_statements_with_the_reason(show: Show) -> None:
    page = show(about_themselves(), "voice")
    skills = page.text[page.text.index('id="facet-skill"') :].partition("</section>")[0]

    assert words(skills).count("hidden 1") == 10, "facet, its coverage, and both of four statements"
    assert "d-bar" not in skills
    assert "Fewer than 5 people rated this" in words(page)


def test_a_hidden_competency_says_why_and_tells_nothing(show: Show) -> None:
    page = show(one_hidden(), "metrics")
    said = words(page)

    assert "Mean hidden Level –" in said
    assert "Fewer than 5 people rated this, and among so few, individual answers could be worked out." in said
    assert "Statements" not in said
    assert "d-bar" not in page.text


def test_a_competency_told_as_a_level_says_so(show: Show) -> None:
    said = words(show(all_agree(), "metrics"))

    assert "Mean – Level Developing" in said
    assert "Anything more exact would give away individual answers." in said


def test_what_many_could_not_judge_says_so(show: Show) -> None:
    assert words(show(about_themselves(), "metrics")).count("Many could not judge this.") == 1


def test_an_unknown_competency_is_not_found(reader: ResultReader) -> None:
    reader.publish(about_themselves())
    assert reader.get("result/cooking").status_code == 404


@pytest.mark.parametrize("make", [about_themselves, about_the_team])
def test_ids_are_unique_and_the_page_is_whole_in_russian(
    show: Show, reader: ResultReader, make: Callable[[], TeamResult]
) -> None:
    reader.client.get("/language/ru")
    page = show(make(), "voice")
    found, said = ids(page), words(page).replace("Service design team", "")

    assert len(found) == len(set(found))
    assert "Способность слушать и слышать клиента" in said.replace("\u00ad", "")
    assert not re.search(r"\b(mean|level|covered|hidden|statements?|opinions|answers)\b", said)
