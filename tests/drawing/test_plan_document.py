"""The development plan as a PDF: what stands in it, how it is built, what text from people cannot do to it."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import IndirectObject

from assessment.domain.answers import AnswerSheet, SpecialAnswer
from assessment.domain.framework import Framework, Level
from assessment.drawing.plan_document import plan_document
from tests.factories.frameworks import core_framework, make_framework
from tests.factories.reports import make_report, own_step
from tests.factories.sheets import same_answer, sheet_of_totals

TOTALS = (37, 29, 42, 40, 21)


@pytest.fixture(scope="module")
def framework() -> Framework:
    return core_framework()


def read(document: bytes) -> PdfReader:
    return PdfReader(BytesIO(document))


def words(document: bytes) -> str:
    """All text with every kind of white space as one space."""
    return " ".join(" ".join(page.extract_text() for page in read(document).pages).split())


def fonts(reader: PdfReader) -> list[tuple[str, bool]]:
    found = {}
    for page in reader.pages:
        for reference in page["/Resources"]["/Font"].values():  # type: ignore[index]
            font = reference.get_object() if isinstance(reference, IndirectObject) else reference
            descriptor = font.get("/FontDescriptor")
            found[font["/BaseFont"]] = descriptor is not None and "/FontFile2" in descriptor.get_object()
    return sorted(found.items())


def test_the_text_can_be_read_and_searched_in_russian(framework: Framework) -> None:
    text = words(plan_document(make_report(framework, sheet_of_totals(framework, TOTALS), locale="ru", name="Анна")))
    for piece in (
        "Анна · Личный план развития на 12 недель",
        "21 ноября 2026",
        "версия 2026.1",
        "Ваше самое слабое звено — дизайн и изменения",
        "Колесо катится настолько, насколько развита самая слабая компетенция",
        "Где находится каждая спица",
        "Что не пускает на следующий уровень",
        "Календарь",
        "Как читать числа",
        "Независимая самооценка. Не связана с CXPA",
        "Страница 1 из",
    ):
        assert piece in text


def test_the_numbers_are_those_of_the_result(framework: Framework) -> None:
    report = make_report(framework, sheet_of_totals(framework, TOTALS))
    text = words(plan_document(report))
    assert "35 of 100" in text
    assert "0.62" in text
    assert "89%" in text
    for spoke in report.profile.competencies:
        assert spoke.interval is not None
        assert f"{spoke.interval[0]:.0f}–{spoke.interval[1]:.0f}" in text


@pytest.mark.parametrize("locale", ["en", "ru"])
@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize(
    "totals", [TOTALS, (30, 30, 30, 30, 30), (0, 0, 0, 0, 0), (60, 60, 60, 60, 60), (58, 2, 3, 60, 2)]
)
def test_it_has_three_to_five_pages(framework: Framework, locale: str, level: Level, totals: tuple[int, ...]) -> None:
    report = make_report(framework, sheet_of_totals(framework, totals, level), locale=locale, name="Анна")
    assert 3 <= len(read(plan_document(report)).pages) <= 5


def test_the_same_report_gives_the_same_bytes(framework: Framework) -> None:
    sheet = sheet_of_totals(framework, TOTALS)
    first = plan_document(make_report(framework, sheet, locale="ru"))
    assert first == plan_document(make_report(framework, sheet, locale="ru"))


def test_it_says_what_it_is(framework: Framework) -> None:
    report = make_report(framework, sheet_of_totals(framework, TOTALS), locale="ru", name="Анна")
    reader = read(plan_document(report))
    assert reader.metadata is not None
    assert reader.metadata.title == "План развития · Анна"
    assert reader.metadata.author == "Анна"
    assert reader.metadata.creation_date is not None
    assert reader.metadata.creation_date.date() == report.day
    assert reader.trailer["/Root"]["/Lang"] == "ru"


def test_every_section_is_a_bookmark(framework: Framework) -> None:
    reader = read(plan_document(make_report(framework, sheet_of_totals(framework, TOTALS))))
    titles = [
        entry.title
        for part in reader.outline
        for entry in (part if isinstance(part, list) else [part])  # sections stand in lists under their page
    ]
    for title in (
        "Design and change is your weakest link",
        "Why it holds the others back",
        "Where each spoke stands",
        "What blocks the next level",
        "Calendar",
        "Courses and support",
        "How to read the numbers",
    ):
        assert title in titles


def test_only_embedded_fonts_are_used(framework: Framework) -> None:
    reader = read(plan_document(make_report(framework, sheet_of_totals(framework, TOTALS), name="Անի")))
    found = fonts(reader)
    assert len(found) == 3  # regular, strong, and the fallback that the Armenian name asks for
    assert all(embedded for _, embedded in found)


def test_the_wheel_is_drawn_and_not_a_picture(framework: Framework) -> None:
    reader = read(plan_document(make_report(framework, sheet_of_totals(framework, TOTALS))))
    assert not any(page.images for page in reader.pages)


def test_numbers_of_pages_count_up_to_the_last(framework: Framework) -> None:
    reader = read(plan_document(make_report(framework, sheet_of_totals(framework, TOTALS))))
    count = len(reader.pages)
    for number, page in enumerate(reader.pages, start=1):
        assert f"Page {number} of {count}" in page.extract_text()


HOSTILE = '<b>bold</b><img src="http://127.0.0.1:1/x"/><a href="http://127.0.0.1:1/">go</a> &amp; </para> \x00\x07'


def test_text_from_people_is_shown_letter_for_letter(framework: Framework) -> None:
    steps = [own_step(1, HOSTILE, how=HOSTILE, evidence=HOSTILE, note=HOSTILE)]
    report = make_report(framework, sheet_of_totals(framework, TOTALS), name=HOSTILE, own_steps=steps)
    document = plan_document(report)
    assert '<b>bold</b><img src="http://127.0.0.1:1/x"/>' in words(document)
    assert not any("/Annots" in page for page in read(document).pages)


@pytest.mark.parametrize("word", ["слово ", "W"])
def test_very_long_text_is_cut_and_says_so(framework: Framework, word: str) -> None:
    endless = word * 20_000
    steps = [own_step(number, endless, how=endless, evidence=endless, note=endless) for number in (1, 2)]
    sheet = sheet_of_totals(framework, TOTALS)
    document = plan_document(make_report(framework, sheet, name=endless, own_steps=steps))
    assert len(read(document).pages) <= 8
    assert "…" in words(document)


def test_many_own_steps_go_on_over_the_pages(framework: Framework) -> None:
    steps = [own_step(number, f"Шаг номер {number}") for number in range(1, 41)]
    text = words(plan_document(make_report(framework, sheet_of_totals(framework, TOTALS), own_steps=steps)))
    for number in range(1, 41):
        assert f"Шаг номер {number} " in text


def test_a_wheel_without_all_scores_still_makes_a_report(framework: Framework) -> None:
    sheet = sheet_of_totals(framework, TOTALS)
    design = {item.id for item in framework.items_of(Level.INDIVIDUAL, "design")}
    partial = AnswerSheet(sheet.level, {item: value for item, value in sheet.values.items() if item not in design})
    text = words(plan_document(make_report(framework, partial)))
    assert "There are not enough answers yet to name the weakest link" in text
    assert "not enough answers" in text


def test_answers_without_a_single_rating_still_make_a_report(framework: Framework) -> None:
    nothing = same_answer(framework, SpecialAnswer.DONT_KNOW)
    text = words(plan_document(make_report(framework, nothing, locale="ru")))
    assert "Слепые зоны" in text


def test_a_framework_without_facets_and_actions_makes_a_report() -> None:
    plain = make_framework(competencies=12, facets=())
    text = words(plan_document(make_report(plain, same_answer(plain, 2))))
    assert "Where each spoke stands" in text
