"""A page of questions: every statement under its scale, every point in words, where one is and what is saved."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest

from assessment.domain.framework import Framework, Level
from assessment.languages import LOCALES, get_language
from tests.factories.frameworks import core_framework, item_id, make_framework
from tests.factories.visitors import Visitor, chosen, shown

CORE = core_framework()


def page_of(visitor: Visitor, competency: str) -> str:
    answer = visitor.see(visitor.questions(competency))
    assert answer.status_code == 200
    return unescape(answer.text)


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("locale", LOCALES)
def test_every_statement_of_every_level_is_asked_with_every_point_in_words(
    visitor: Visitor, level: Level, locale: str
) -> None:
    visitor.start(level)
    visitor.see(f"/language/{locale}")
    language = get_language(locale, on_pages=True)
    for competency in CORE.competencies:
        page = page_of(visitor, competency.id)
        assert language.pick(competency.definition) in page
        for item in CORE.items_of(level, competency.id):
            assert f'<legend class="cx-item__t">{language.pick(item.text)}</legend>' in page
            for point in CORE.scale_of(item).points:
                label = _label(page, f"{item.id}={point.value}")
                assert point.anchor is not None
                assert label == f"{point.value} {language.pick(point.anchor)}"


def test_special_answers_stand_apart_from_the_scale_with_their_words(visitor: Visitor) -> None:
    visitor.start()
    page = page_of(visitor, "culture")
    first = CORE.items_of(Level.INDIVIDUAL, "culture")[0].id
    assert _label(page, f"{first}=not_applicable") == "Not applicable"
    assert _label(page, f"{first}=dont_know") == "I cannot judge"
    scale, special = page.split(f'id="{first}"')[1].split("</fieldset>")[0].split('class="cx-special"')
    assert "not_applicable" not in scale
    assert special.count('type="radio"') == 2


def test_each_statement_is_a_group_of_its_own_with_the_statement_as_its_name(visitor: Visitor) -> None:
    visitor.start()
    page = page_of(visitor, "metrics")
    groups = re.findall(r'<fieldset class="cx-item"[^>]*>\s*<legend', page)
    assert len(groups) == len(CORE.items_of(Level.INDIVIDUAL, "metrics"))


def test_saved_answers_are_marked_when_the_page_is_opened_again(visitor: Visitor) -> None:
    visitor.start()
    items = [item.id for item in CORE.items_of(Level.INDIVIDUAL, "voice")]
    visitor.autosave({items[0]: 4, items[1]: "dont_know", items[2]: 0})
    page = visitor.see(visitor.questions("voice"))
    assert chosen(page) == {
        f"answer.{items[0]}": "4",
        f"answer.{items[1]}": "dont_know",
        f"answer.{items[2]}": "0",
    }
    assert shown(page) == {items[0]: 4, items[1]: "dont_know", items[2]: 0}


def test_the_page_says_where_one_is_and_how_much_is_answered(visitor: Visitor) -> None:
    visitor.start()
    visitor.autosave({item.id: 2 for item in CORE.items_of(Level.INDIVIDUAL, "culture")})
    page = _without_tags(page_of(visitor, "strategy"))
    assert "Competency 2 of 5 · 0 of 12 answered" in page
    assert "12 of 60 answered" in page
    assert "Culture 12 of 12" in page
    assert "Next: metrics" in page


def test_the_first_page_has_no_way_back_and_the_last_leads_to_the_check(visitor: Visitor) -> None:
    visitor.start()
    assert ">Back</button>" not in page_of(visitor, "culture")
    assert ">Check and finish</button>" in page_of(visitor, "design")


def test_enter_presses_the_same_button_as_the_one_at_the_foot(visitor: Visitor) -> None:
    visitor.start()
    buttons = re.findall(r'<button[^>]*name="(?:go|language)" value="([^"]+)"', page_of(visitor, "culture"))
    assert buttons[0] == buttons[-1] == "competency:strategy"


def test_a_competency_that_does_not_exist_is_not_found(visitor: Visitor) -> None:
    visitor.start()
    assert visitor.see(visitor.questions("cooking")).status_code == 404


def test_a_framework_without_facets_asks_under_one_scale_without_a_heading(
    visitor_of: Callable[[Framework], Visitor],
) -> None:
    visitor = visitor_of(make_framework(facets=(), items_per_facet=5))
    visitor.start()
    page = page_of(visitor, "c1")
    assert "<h2" not in page
    assert page.count('<fieldset class="cx-item"') == 5
    assert page.count('class="cx-anchors"') == 1


@pytest.mark.parametrize("ends", [(1, 5), (1, 7), (1, 10), (0, 10)])
def test_other_scales_are_asked_whole(visitor_of: Callable[[Framework], Visitor], ends: tuple[int, int]) -> None:
    visitor = visitor_of(make_framework(scale=ends))
    visitor.start()
    page = page_of(visitor, "c1")
    first = item_id("c1", "knowledge", 1)
    for value in range(ends[0], ends[1] + 1):
        assert _label(page, f"{first}={value}") == f"{value} Anchor {value}"
    assert f"cx-n-{ends[1] - ends[0] + 1}" in page


def test_a_point_without_words_of_its_own_is_said_to_lie_between_its_neighbours(
    visitor_of: Callable[[Framework], Visitor],
) -> None:
    visitor = visitor_of(make_framework(scale=(1, 7), anchored={1, 4, 7}))
    visitor.start()
    page = page_of(visitor, "c1")
    first = item_id("c1", "knowledge", 1)
    assert _label(page, f"{first}=4") == "4 Anchor 4"
    assert _label(page, f"{first}=5") == "5 between “Anchor 4” and “Anchor 7”"


def test_after_submission_the_pages_lead_to_the_result_and_say_why(visitor: Visitor) -> None:
    assessment_id = visitor.start()
    visitor.autosave({item.id: 3 for item in CORE.items_of(Level.INDIVIDUAL)})
    visitor.submit(keep="y")
    for page in (visitor.questions("culture"), f"/assessments/{assessment_id}/review"):
        answer = visitor.see(page)
        assert answer.status_code == 303
        assert answer.location == f"/assessments/{assessment_id}/result"
    assert "its answers are fixed" in visitor.see(answer.location).text


def _label(page: str, field: str) -> str:
    """The words of the radio button of that id, as a screen reader says them."""
    found = re.search(rf'<label for="{re.escape(field)}">(.*?)</label>', page)
    assert found is not None, field
    return _without_tags(found.group(1))


def _without_tags(page: str) -> str:
    return re.sub(r"[ \n\t]+", " ", re.sub(r"<[^>]+>", "", page)).strip()
