"""The page of a team's result, for every kind of result: what is told stands there, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from werkzeug.test import TestResponse

from assessment.domain.campaign import CampaignKind
from assessment.domain.coverage import Coverage
from assessment.domain.suppression.policy import Reason
from assessment.domain.team_result import TeamResult
from tests.factories.published_teams import ResultReader
from tests.factories.team_results import (
    THEMSELVES,
    about_the_team,
    about_themselves,
    all_agree,
    changes_withheld,
    even_team,
    levels_alone,
    make_team_result,
    nothing_shown,
    one_hidden,
    seven_people,
    with_changes,
)
from tests.factories.visits import elements, ids, words

Show = Callable[[TeamResult], TestResponse]


@pytest.fixture
def show(reader: ResultReader) -> Show:
    """The page of a result, as the lead sees it."""

    def look(result: TeamResult) -> TestResponse:
        reader.publish(result)
        answer = reader.get("result")
        assert answer.status_code == 200, answer.text
        return answer

    return look


def section(page: TestResponse, name: str) -> str:
    """What one section of the page says."""
    found = re.search(rf'<section[^>]* id="{name}".*?</section>', page.text, re.DOTALL)
    assert found, name
    return words(found[0])


def test_the_finding_comes_first_and_the_roll_before_mean_and_balance(show: Show) -> None:
    said = words(show(about_themselves()))

    assert (
        "Service design team · members about themselves · 13 of 18 answered · closed on 14 November 2026 "
        "Strategy: nobody on the team can do it without help yet "
        "Two competencies are too close to call: start with either."
    ) in said
    assert re.search(r"Roll 46 of 100 .* Mean 52 .* Balance 0.89", said)
    assert "Which is the weakest link? Strategy 65% Metrics 33% The other three together 2%" in said
    assert "No single one reaches 80%, so we name both" in said


def test_coverage_is_told_in_words_and_a_hidden_cell_says_why(show: Show) -> None:
    said = section(show(about_themselves()), "coverage")

    assert "Metrics depends on one person" in said
    assert "CX strategy Not covered Covered Thin Thin" in said
    assert "Metrics, measurement and ROI One person Covered Thin Thin" in said
    assert "Listening to and hearing the customer Covered Covered Covered hidden 1" in said
    assert "1 Fewer than 5 people rated this" in said


def test_means_stand_in_the_drawing_and_again_in_the_table(show: Show) -> None:
    page = show(about_themselves())

    assert "Strategy 46 42–51" in section(page, "standing")
    assert "Dot: the mean of 13 members." in section(page, "standing")
    assert "CX strategy Lowest 46 Developing 42–51 42–52 52 42 45" in section(page, "table")
    assert "60 hidden 1" in section(page, "table"), "a hidden facet is neither 0 nor a dash"


def test_under_ten_answers_no_spread_and_no_count_is_anywhere(show: Show) -> None:
    page = show(seven_people())
    said = words(page)

    assert "Service design team · members about themselves · closed on" in said
    assert not re.search(r"\b(7|seven|9|nine)\b", said.replace("0.89", "")), "neither who answered nor who was asked"
    assert "Range of the mean" not in said
    assert "Middle half" not in said
    assert "d-range" not in page.text
    assert "w-box" not in page.text
    assert "With fewer than 10 answers we cannot say how sure this is." in said
    assert "With fewer than 10 answers we cannot say how exact the means are." in said
    assert "Not covered" in section(page, "coverage")


def test_where_only_levels_are_told_there_is_no_roll_and_the_page_says_why(show: Show) -> None:
    page = show(all_agree())
    said = words(page)

    assert "Of what can be shown as a number, strategy is lowest" in said
    assert "Roll not yet There is one only if every competency can be shown as a number." in said
    assert "Metrics, measurement and ROI – 1 Developing hidden 1 hidden 1 hidden 1" in section(page, "table")
    assert "Anything more exact would give away individual answers." in section(page, "table")
    assert "weakest link" not in said.replace("no weakest link is named", "")
    assert len(elements(page, "rect")) > 0
    assert page.text.count('class="d-area"') == 2
    assert "only the level can be shown" in said


def test_raters_of_the_team_see_how_far_they_agree_and_where_not(show: Show) -> None:
    page = show(about_the_team())
    agreement, differing = section(page, "agreement"), section(page, "differing")

    assert "Opinions differ on strategy; on the others they are close." in agreement
    assert "CX strategy Opinions differ 1.1 0.1" in agreement
    assert "Customer-centric culture and accountability Close 0.8 0.7" in agreement
    assert "Opinions differ on 6 statements." in differing
    assert "Our team knows which business goals its CX work supports. 4 0 4 0 3 1" in differing
    assert "Opinions on it differ: talk about what each of you sees before you plan." in words(page)
    assert "What the team covers" not in words(page)


def test_the_columns_agree_with_the_table_below_them(show: Show) -> None:
    page = show(about_the_team())
    heights = [float(rect["height"]) for rect in elements(page, "rect") if rect["class"] == "g-col"]
    strategy = about_the_team().competency("strategy").statements
    chosen = [n for one in strategy if one.differ and one.answers for n in one.answers.values() if n]

    assert heights == pytest.approx([64 * people / max(chosen) for people in chosen], abs=0.06)


def test_under_ten_raters_no_answers_are_told(show: Show) -> None:
    page = show(all_agree())

    assert "The statements on which opinions differ are shown once there are 10 answers." in section(page, "differing")
    assert "g-col" not in page.text
    assert "r*wg" not in section(page, "agreement")


def test_coverage_of_which_nothing_may_be_told_is_a_sentence_and_no_table(show: Show) -> None:
    page = show(levels_alone(Reason.ASKED_AGAIN))
    said = section(page, "coverage")

    assert "None of it can be shown. Less than four weeks before" in said
    assert "Customer voice" not in said
    assert "Developing" in section(page, "table")


def test_when_nothing_is_shown_the_page_says_why_and_what_to_do(show: Show) -> None:
    page = show(nothing_shown())
    said = words(page)

    assert "Nothing is shown: fewer than five people answered" in said
    assert "Among so few, individual answers could be worked out." in said
    assert said.count("people answered") == 1
    assert "What to do next Ask again, and leave more time" in said
    assert "cx-wheel" not in page.text
    assert "answered ·" not in said
    assert not re.search(r"\b(4|four|13|18)\b", said.replace("14 November", ""))


def test_the_lead_alone_is_told_that_one_persons_answers_are_their_own(show: Show) -> None:
    said = words(show(nothing_shown(CampaignKind.LEAD_ALONE)))

    assert "This campaign asked the lead alone" in said
    assert "One person's answers are that person's own." in said


def test_a_hidden_competency_is_absent_everywhere_with_its_reason(show: Show) -> None:
    page = show(one_hidden())

    for name in ("coverage", "table"):
        said = section(page, name)
        row = said[said.index("Metrics, measurement and ROI") :].partition("Listening")[0]
        assert not re.search(r"[02-9]", row.replace("hidden 1", "")), row
        assert "1 Fewer than 5 people rated this" in said
    assert "Metrics hidden" in section(page, "standing")
    assert "w-rimweak" not in page.text, "without it nobody knows which is lowest"


def test_what_changed_is_said_in_words(show: Show) -> None:
    said = section(show(with_changes()), "change")

    assert "What changed since 12 May 2026 Really better: culture. Probably worse: metrics." in said
    assert "Customer-centric culture and accountability 42 54 +12 Really better" in said
    assert "CX strategy 40 46 +6 Cannot be told from chance" in said


def test_rounds_that_may_not_be_compared_say_why(show: Show) -> None:
    said = section(show(changes_withheld()), "change")

    assert "Since an earlier campaign fewer than 5 people came or left" in said
    assert "Earlier" not in said


def test_without_an_earlier_round_there_is_no_word_about_change(show: Show) -> None:
    assert "What changed" not in words(show(about_themselves()))


def test_an_even_team_names_nobody(show: Show) -> None:
    said = words(show(even_team()))

    assert "Your wheel is even: no competency stands out as the weakest" in said
    assert "None stands out" in said
    assert "Every competency is covered" in said


def test_three_open_competencies_are_counted_in_the_heading(show: Show) -> None:
    spokes = [replace(spoke, coverage=Coverage.OPEN) for spoke in THEMSELVES[:3]] + list(THEMSELVES[3:])
    said = words(show(make_team_result(spokes, people=13, members=18)))

    assert "Three competencies: nobody on the team can do these without help yet" in said


def test_blind_spots_are_named_by_their_statements(show: Show) -> None:
    said = section(show(about_themselves()), "blind-spots")

    assert said.startswith("Blind spots Many could not judge 1 statement.")
    assert "I have measured employee experience (EX)." in said


def test_the_first_step_of_the_plan_stands_under_the_finding(show: Show, reader: ResultReader) -> None:
    page = show(about_themselves())
    plan = words(reader.get("plan"))
    first = re.search(r"Expert support · Strategy · \d.*?(Bring in an expert: strategy)", plan)

    assert first
    assert first[1] in words(page).split("Roll 46")[0].split("What to do first")[1]
    assert plan.index(first[0]) < plan.index("Action · ")
    assert "#plan-heading" in {link["href"] for link in elements(page, "a")}
    assert "plan-heading" in ids(page)


def test_two_steps_lead_to_the_plan(show: Show) -> None:
    page = show(about_themselves())

    assert re.search(r"Two first steps for strategy Bring in an expert: strategy .* Make a team plan", words(page))
    assert page.text.count("<h3>") == 2
    assert "/campaigns/round/plan" in {link["href"] for link in elements(page, "a")}


def test_every_competency_leads_to_its_page(show: Show, reader: ResultReader) -> None:
    page = show(about_themselves())
    links = {link["href"] for link in elements(page, "a") if "/result/" in link["href"]}

    assert len(links) == 5
    assert {reader.client.get(link).status_code for link in links} == {200}


def test_the_page_is_whole_in_russian(show: Show, reader: ResultReader) -> None:
    reader.client.get("/language/ru")
    said = words(show(with_changes()))

    assert "участники о себе · ответили 13 из 18 · закрыт 14 ноября 2026" in said
    assert "Стратегия: без помощи пока не справляется никто" in said
    assert "65 %" in said
    assert not re.search(
        r"\b(roll|mean|weakest|covered|hidden|team|answers)\b", said.replace("Service design team", "")
    )


@pytest.mark.parametrize("make", [with_changes, about_the_team, all_agree, one_hidden])
def test_ids_are_unique_and_nothing_hides_in_styles_or_data(show: Show, make: Callable[[], TeamResult]) -> None:
    page = show(make())
    found = ids(page)

    assert len(found) == len(set(found))
    assert "style=" not in page.text
    assert set(re.findall(r"\bdata-[a-z-]+(?==)", page.text)) <= {"data-label"}
    assert "<script" not in page.text


def test_every_number_of_a_note_has_its_note(show: Show) -> None:
    page = show(one_hidden())
    targets = {link["href"][1:] for link in elements(page, "a") if "-note-" in link["href"]}

    assert targets
    assert targets <= set(ids(page))


def test_the_title_of_the_window_names_the_campaign_and_tells_nothing_of_the_result(show: Show) -> None:
    page = show(about_themselves())

    assert re.search(r"<title>(.*?)</title>", page.text, re.DOTALL).group(1) == "Team result · Autumn · CX Wheel"  # type: ignore[union-attr]
    assert page.headers["Cache-Control"] == "no-store"
