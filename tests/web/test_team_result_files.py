"""Pictures of a team's result: what the page shows, as files, and no more."""

from __future__ import annotations

import re
from html import unescape

import pytest
from werkzeug.test import TestResponse

from assessment.domain.team_result import TeamResult
from tests.factories.published_teams import ResultReader
from tests.factories.team_results import about_the_team, about_themselves, all_agree, seven_people
from tests.factories.visits import elements


def fetch(reader: ResultReader, result: TeamResult, path: str) -> TestResponse:
    reader.publish(result)
    return reader.get(path)


def title_of(svg: str) -> str:
    return unescape(re.search(r"<dc:title>(.*?)</dc:title>", svg, re.DOTALL).group(1))  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("path", "title"),
    [
        (
            "wheel.svg",
            "Competency wheel. Culture 54; Strategy 46; Metrics 48; Customer voice 61; Design and change 51.",
        ),
        ("ranges.svg", "Strategy is lowest: its range overlaps with those of culture, metrics and design and change."),
        ("coverage.svg", "Not covered: strategy. Nobody can do it without help yet. Metrics depends on one person:"),
    ],
)
def test_a_chart_is_titled_with_the_sentence_that_says_what_it_shows(
    reader: ResultReader, path: str, title: str
) -> None:
    answer = fetch(reader, about_themselves(), path)

    assert answer.mimetype == "image/svg+xml"
    assert title_of(answer.text).startswith(title)
    assert "style=" not in answer.text
    assert "attachment" in answer.headers["Content-Disposition"]
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("chart", ["wheel", "ranges", "agreement", "result/strategy/answers"])
def test_the_same_result_gives_the_same_bytes(reader: ResultReader, chart: str) -> None:
    first = fetch(reader, about_the_team(), f"{chart}.png")

    assert first.mimetype == "image/png"
    assert first.data.startswith(b"\x89PNG")
    assert reader.get(f"{chart}.png").data == first.data


def test_a_table_tells_spreadsheets_that_its_letters_are_unicode(reader: ResultReader) -> None:
    table = fetch(reader, about_themselves(), "result.csv")

    assert table.data.startswith(b"\xef\xbb\xbfCompetency,")
    assert table.data.count(b"\xef\xbb\xbf") == 1


def test_a_result_has_coverage_or_agreement_never_both(reader: ResultReader) -> None:
    assert fetch(reader, about_themselves(), "agreement.svg").status_code == 404
    reader.publish(about_the_team(), campaign_id="other")
    assert reader.get("coverage.svg", campaign_id="other").status_code == 404
    assert reader.get("agreement.svg", campaign_id="other").status_code == 200


@pytest.mark.parametrize("result", [seven_people(), all_agree()])
def test_without_told_answers_there_are_no_columns(reader: ResultReader, result: TeamResult) -> None:
    assert fetch(reader, result, "result/strategy/answers.svg").status_code == 404
    assert reader.get("result/cooking/answers.svg").status_code == 404
    assert reader.get("wheel.gif").status_code == 404


def test_every_file_that_the_page_offers_is_there(reader: ResultReader) -> None:
    page = fetch(reader, about_the_team(), "result")
    links = [link["href"] for link in elements(page, "a") if re.search(r"\.(svg|png|pdf|csv|xlsx)$", link["href"])]

    assert {link.rsplit("/", 1)[1] for link in links} >= {"wheel.svg", "ranges.png", "plan.pdf", "result.csv"}
    assert {reader.client.get(link).status_code for link in links} == {200}


def test_files_speak_the_language_of_the_page(reader: ResultReader) -> None:
    reader.client.get("/language/ru")
    answer = fetch(reader, about_themselves(), "coverage.svg")

    assert title_of(answer.text).startswith("Не\u00a0закрыто: стратегия")
    assert "2026-11-14.svg" in answer.headers["Content-Disposition"]
