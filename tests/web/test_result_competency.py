"""One competency opened: answers, values, formulas."""

from __future__ import annotations

import pytest
from flask import Flask

from assessment.bank.shelf import Shelf
from assessment.domain.answers import SpecialAnswer
from assessment.domain.framework import Framework, Level
from tests.factories.frameworks import core_framework, item_id, make_framework
from tests.factories.sheets import make_sheet
from tests.factories.shelves import shelf_of
from tests.factories.visits import Visit, ids, sheet_of_facets, visit_result, words

TINY = make_framework(
    scale=(1, 5),
    anchored=(1, 5),
    reversed=(item_id("c1", "skill", 1),),
    weights={item_id("c1", "skill", 2): 2.0},
)


class TestInTheCoreFramework:
    @pytest.fixture
    def framework(self) -> Framework:
        return core_framework()

    @pytest.fixture
    def person(self, app: Flask, framework: Framework) -> Visit:
        return visit_result(app, sheet_of_facets(framework))

    def test_the_score_is_written_out_answer_by_answer(self, person: Visit) -> None:
        said = words(person.get("result/design"))

        assert "(60 + 40 + 40 + 40 + 20 + 20 + 20 + 0 + 60 + 40 + 40 + 40) / 12 = 35" in said
        assert "12 of 12 applicable statements rated." in said

    def test_range_and_level_follow_from_the_score(self, person: Visit) -> None:
        said = words(person.get("result/design"))

        assert "35 ± 1.96 · 6.5 = 22.26 … 47.74" in said
        assert "35 → Foundation" in said

    def test_every_answer_stands_with_its_words_and_its_value(self, person: Visit, framework: Framework) -> None:
        page = person.get("result/design")
        said = words(page)

        for item in framework.items_of(Level.INDIVIDUAL, "design"):
            assert item.text["en"] in said
            assert item.id in ids(page)
        assert "1 Only watched or helped Counts 20 100 · (1 − 0) / (5 − 0) = 20" in said

    def test_facet_scores_are_written_out(self, person: Visit) -> None:
        assert "Experience 15" in words(person.get("result/design"))
        assert "(20 + 20 + 20 + 0) / 4 = 15" in words(person.get("result/design"))

    def test_blockers_are_marked_at_their_answers(self, person: Visit) -> None:
        assert words(person.get("result/design")).count("Blocks the next level: needs") == 3
        assert "Blocks the next level" not in words(person.get("result/metrics"))

    def test_a_small_probability_is_not_shown_as_none(self, person: Visit) -> None:
        assert "Truly the weakest under 1%" in words(person.get("result/metrics"))

    def test_special_and_missing_answers_say_what_they_do_to_the_score(self, app: Flask, framework: Framework) -> None:
        first, second, third, *_ = (item.id for item in framework.items_of(Level.INDIVIDUAL, "voice"))
        changes = {first: SpecialAnswer.NOT_APPLICABLE, second: SpecialAnswer.DONT_KNOW, third: None}
        said = words(visit_result(app, sheet_of_facets(framework).with_changes(changes)).get("result/voice"))

        assert "Not applicable Counts – Counts neither in the score nor among the applicable statements." in said
        assert "I cannot judge Counts – Does not count in the score; a blind spot." in said
        assert "No answer Counts – Does not count in the score; never a zero." in said
        assert "9 of 11 applicable statements rated." in said
        assert "A facet has a score from 3 rated statements; here 1." in said

    def test_a_missing_score_says_what_it_would_take(self, app: Flask, framework: Framework) -> None:
        left_open = [item.id for item in framework.items_of(Level.INDIVIDUAL, "metrics")][:6]
        person = visit_result(app, sheet_of_facets(framework).with_changes(dict.fromkeys(left_open)))
        said = words(person.get("result/metrics"))

        assert "6 of 12 applicable statements rated. A score needs more than half of them, here 7." in said
        assert "Truly the weakest" not in said

    def test_an_unknown_competency_is_not_found(self, person: Visit) -> None:
        assert person.get("result/charisma").status_code == 404


class TestInAnotherFramework:
    @pytest.fixture
    def shelf(self) -> Shelf:
        return shelf_of(TINY)

    @pytest.fixture
    def said(self, app: Flask) -> str:
        answers = {spoke.id: [2] * 12 for spoke in TINY.competencies}
        person = visit_result(app, make_sheet(TINY, answers), framework_id="tiny")
        return words(person.get("result/c1"))

    def test_a_reversed_statement_counts_from_the_other_end(self, said: str) -> None:
        assert "100 − 100 · (2 − 1) / (5 − 1) = 75" in said
        assert "Turned round: agreeing counts against the score." in said

    def test_weights_stand_in_the_formula(self, said: str) -> None:
        assert "Weight 2" in said
        assert "(75 + 2 · 25 + 25 + 25) / 5 = 35" in said
        assert "Values times weights, divided by the sum of weights." in said

    def test_a_point_without_words_stands_alone(self, said: str) -> None:
        assert "2 Counts 25 100 · (2 − 1) / (5 − 1) = 25" in said
