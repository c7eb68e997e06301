"""What blocks the next level."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assessment.domain.framework import Framework
from assessment.domain.profile import Blocker
from assessment.languages import Language
from assessment.wording.blockers import blocker_words, blockers_intro, blockers_summary
from tests.factories.frameworks import item_id
from tests.factories.profiles import make_profile


def blockers(competency: str, *facets: str) -> list[Blocker]:
    return [
        Blocker(item=item_id(competency, facet, n), competency=competency, facet=facet, value=0, needed=1)
        for n, facet in enumerate(facets, start=1)
    ]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_the_intro_says_how_far_it_is_what_leads_there_and_why_it_matters(
    framework: Framework, english: Language, russian: Language
) -> None:
    profile = make_profile(62, 48, 70, 67, 35, blockers=blockers("design", *["experience"] * 3))
    assert blockers_intro(english, framework, profile, "design") == (
        "Five more points take design and change from Foundation to Developing. These three steps lead there. "
        "All of them are about experience. It matters: without design all stays on paper."
    )
    assert plain(blockers_intro(russian, framework, profile, "design")) == (
        "До уровня «Развивающийся» компетенции «Дизайн и изменения» не хватает 5 баллов. К нему ведут эти три шага. "
        "Все они относятся к одному аспекту: опыт. Это важно: без внедрения всё остаётся на бумаге."
    )


@pytest.mark.parametrize("facets", [["experience"], ["experience", "skill"]])
def test_a_shared_facet_is_said_only_where_several_steps_share_it(
    framework: Framework, english: Language, facets: list[str]
) -> None:
    profile = make_profile(62, 48, 70, 67, 35, blockers=blockers("design", *facets))
    assert "All of them" not in blockers_intro(english, framework, profile, "design")


@pytest.mark.parametrize(
    ("score", "sentence"),
    [
        (39, "One more point takes design and change from Foundation to Developing. One step leads there."),
        (39.7, "Less than one point takes design and change from Foundation to Developing. One step leads there."),
        (52, "18 more points take design and change from Developing to Proficient. One step leads there."),
    ],
)
def test_points_are_counted_as_the_reader_sees_them(
    framework: Framework, english: Language, score: float, sentence: str
) -> None:
    profile = make_profile(62, 60, 70, 67, score, blockers=blockers("design", "skill"))
    assert blockers_summary(english, framework, profile, "design") == sentence


def test_nothing_blocks_the_highest_level(framework: Framework, english: Language) -> None:
    profile = make_profile(90, 90, 90, 90, 75)
    assert blockers_intro(english, framework, profile, "design") == (
        "Design and change is at the highest level, Proficient: nothing blocks it."
    )


def test_without_a_score_nothing_is_said(framework: Framework, english: Language) -> None:
    profile = make_profile(90, 90, 90, 90, None)
    assert blockers_intro(english, framework, profile, "design") == ""
    assert blockers_intro(english, framework, profile) == ""


def test_tied_spokes_are_introduced_one_after_another(framework: Framework, english: Language) -> None:
    tied = [*blockers("strategy", "skill"), *blockers("design", "skill", "skill")]
    profile = make_profile(62, 35, 70, 67, 35, blockers=tied)
    text = blockers_intro(english, framework, profile)
    assert text.index("take strategy from") < text.index("take design and change from")
    assert "One step leads there." in text
    assert "These two steps lead there." in text


def test_a_blocker_carries_its_statement_and_both_anchors(framework: Framework, english: Language) -> None:
    (blocker,) = blockers("design", "skill")
    words = blocker_words(english, framework, replace(blocker, value=2, needed=4))
    assert (words.statement, words.facet) == ("Statement ind.design.skill.1", "Skills")
    assert (words.now, words.now_anchor, words.needed, words.needed_anchor) == (2, "Anchor 2", 4, "Anchor 4")
