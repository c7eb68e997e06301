"""A team's report as a PDF: what stands in it, what may not, how it is built, what text from people cannot do to it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from assessment.domain.team_result import TeamResult
from assessment.drawing.fonts import register_faces
from assessment.drawing.report.frame import Heading
from assessment.drawing.report.styles import WIDTH, style
from assessment.drawing.team_document import team_document
from tests.factories import team_results
from tests.factories.team_reports import MONDAY, make_team_report, own_team_step

HOSTILE = '<b>bold</b><img src="http://127.0.0.1:1/x"/><a href="http://127.0.0.1:1/">go</a> &amp; </para> \x00\x07'
EVERYTHING = [
    team_results.about_themselves(),
    team_results.about_the_team(),
    team_results.seven_people(),
    team_results.all_agree(),
    team_results.one_hidden(),
    team_results.with_changes(),
    team_results.changes_withheld(),
    team_results.even_team(),
]


def read(document: bytes) -> PdfReader:
    return PdfReader(BytesIO(document))


def words(document: bytes) -> str:
    """All text with every kind of white space as one space."""
    return " ".join(" ".join(page.extract_text() for page in read(document).pages).split())


def test_it_says_what_was_found_and_what_to_do() -> None:
    first = {"owner": "Olga, operations", "progress": 40, "note": "Two offers"}
    text = words(team_document(make_team_report(first=first)))
    for piece in (
        "Support · Autumn · Team development plan for 12 weeks",
        "13 of 18 answered",
        "Strategy: nobody on the team can do it without help yet",
        "46 of 100",
        "Where the team stands",
        "What the team covers",
        "Bring in an expert: strategy",
        "A second person learns it: metrics",
        "Olga, operations",
        "40%",
        "Noted: Two offers",
        "Nobody yet",
        "Ask the team again",
        "What can be said about a team, and what never",
        "No figure is about fewer than 5 people",
        "What is hidden here, and why",
        "Independent self-assessment",
    ):
        assert piece in text


def test_the_text_can_be_read_and_searched_in_russian() -> None:
    text = words(team_document(make_team_report(team_results.with_changes(), locale="ru", team="Команда сервиса")))
    for piece in (
        "Команда сервиса · Autumn · План развития команды на 12 недель",
        "Что изменилось с 12 мая 2026",
        "Позовите эксперта: стратегия",
        "Что о команде можно сказать, а что нельзя никогда",
        "Независимая самооценка. Не связана с CXPA",
        "Страница 1 из",
    ):
        assert piece in text


def test_ratings_of_the_team_come_with_their_agreement() -> None:
    text = words(team_document(make_team_report(team_results.about_the_team())))
    assert "How closely you agree" in text
    assert "Opinions differ on strategy" in text
    assert "A workshop to agree on examples: strategy" in text
    assert "What the team covers" not in text


def test_what_is_hidden_is_absent_and_its_reason_stands_there() -> None:
    text = words(team_document(make_team_report(team_results.one_hidden())))
    assert "hidden" in text
    assert "Fewer than 5 people rated this" in text
    assert "What is hidden there is not guessed here: metrics." in text
    assert "A second person learns it: metrics" not in text


def test_below_ten_people_no_range_and_no_probability_is_told() -> None:
    result = team_results.seven_people()
    text = words(team_document(make_team_report(result)))
    assert "With fewer than 10 answers we cannot say how sure this is" in text
    assert "65%" not in text
    assert "Middle half" not in text
    assert all(spoke.score.interval is None for spoke in result.competencies)


@pytest.mark.parametrize("locale", ["en", "ru"])
@pytest.mark.parametrize("result", EVERYTHING)
def test_every_kind_of_result_makes_a_report(result: TeamResult, locale: str) -> None:
    document = team_document(make_team_report(result, locale=locale))
    assert 4 <= len(read(document).pages) <= 8
    assert "%(" not in words(document)


@pytest.mark.parametrize("made", [team_results.three_spokes, team_results.twelve_spokes])
def test_other_frameworks_make_reports_too(made: object) -> None:
    framework, result = made()  # type: ignore[operator]
    text = words(team_document(make_team_report(result, framework=framework)))
    assert "Where the team stands" in text


def test_the_same_report_gives_the_same_bytes() -> None:
    assert team_document(make_team_report(locale="ru")) == team_document(make_team_report(locale="ru"))


def test_it_says_what_it_is() -> None:
    reader = read(team_document(make_team_report(locale="ru", team="Сервис")))
    assert reader.metadata is not None
    assert reader.metadata.title == "План развития команды · Сервис"
    assert reader.metadata.creation_date is not None
    assert reader.metadata.creation_date.date() == date(2026, 11, 14)
    assert reader.trailer["/Root"]["/Lang"] == "ru"


def test_it_is_drawn_without_pictures_and_links() -> None:
    reader = read(team_document(make_team_report()))
    assert not any(page.images for page in reader.pages)
    assert not any("/Annots" in page for page in reader.pages)


def test_text_from_people_is_shown_letter_for_letter() -> None:
    step = own_team_step(1, HOSTILE, how=HOSTILE, evidence=HOSTILE, owner=HOSTILE, note=HOSTILE)
    document = team_document(make_team_report(team=HOSTILE, campaign=HOSTILE, own_steps=(step,)))
    assert '<b>bold</b><img src="http://127.0.0.1:1/x"/>' in words(document)
    assert not any("/Annots" in page for page in read(document).pages)


@pytest.mark.parametrize("word", ["слово ", "W"])
def test_very_long_text_is_cut_and_says_so(word: str) -> None:
    endless = word * 20_000
    step = own_team_step(1, endless, how=endless, evidence=endless, owner=endless, note=endless)
    document = team_document(make_team_report(team=endless, campaign=endless, own_steps=(step,)))
    assert len(read(document).pages) <= 8
    assert "…" in words(document)


def test_a_long_name_of_a_step_stands_whole_in_the_calendar() -> None:
    name = "Call five customers who left us within the last quarter and ask each of them what the last straw was"
    text = words(team_document(make_team_report(own_steps=(own_team_step(1, name),))))

    assert text.count(name) == 2
    assert name in text.split("Calendar")[1]


def test_a_long_name_of_the_team_leaves_the_running_head_in_one_line() -> None:
    team = "Support of small and middle enterprises and of partner channels in the whole of the north-west"
    lines = read(team_document(make_team_report(team=team))).pages[1].extract_text().splitlines()

    assert any(re.fullmatch(r"\s*Support of small .*…\s+·\s+14\sNovember\s2026\s*", line) for line in lines)


def test_an_owner_with_two_names_breaks_at_the_hyphen() -> None:
    text = words(team_document(make_team_report(first={"owner": "Екатерина Вознесенская-Преображенская"}, locale="ru")))

    assert "Вознесенская- Преображенская" in text


def test_the_first_page_says_what_to_do_first_as_long_as_something_is_left() -> None:
    first = read(team_document(make_team_report(first={"owner": "Olga"}))).pages[0].extract_text()
    report = make_team_report()
    finished = replace(report.plan, steps=tuple(replace(step, done_on=MONDAY) for step in report.plan.steps))
    done = read(team_document(replace(report, plan=finished))).pages[0].extract_text()

    assert re.search(r"What to do first\s+Bring in an expert: strategy · 23 Nov 2026.* · Olga", first)
    assert "What to do first" not in done


def test_no_word_of_a_heading_is_left_alone() -> None:
    register_faces()
    heading = Heading("Strategy: nobody on the team can do it without help yet", "h1", 0)
    _, height = heading.wrap(WIDTH, 900)
    widths = heading.getActualLineWidths0()

    assert height == 2 * style("h1").leading
    assert min(widths) > 0.6 * max(widths)


def test_many_own_steps_go_on_over_the_pages() -> None:
    steps = tuple(own_team_step(number, f"Шаг номер {number}") for number in range(1, 31))
    text = words(team_document(make_team_report(own_steps=steps)))
    for number in range(1, 31):
        assert f"Шаг номер {number} " in text


def test_names_that_no_face_of_ours_has_are_still_shown() -> None:
    assert "Անի" in words(team_document(make_team_report(first={"owner": "Անի"})))
