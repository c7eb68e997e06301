"""Flags on answers: their reasons, and a note."""

from __future__ import annotations

from assessment.domain.framework import ConsistencyPair, Framework
from assessment.domain.quality import QualityFlags
from assessment.languages import Language
from assessment.wording.quality import quality_note, quality_reasons

PAIR = ConsistencyPair("ind.design.skill.1", "ind.design.skill.2")
NONE = QualityFlags(
    fast=False,
    inconsistent=False,
    straight_line=False,
    median_seconds=9.0,
    largest_gap=1,
    far_apart=(),
    longest_run=4,
)
ALL = QualityFlags(
    fast=True,
    inconsistent=True,
    straight_line=True,
    median_seconds=2.25,
    largest_gap=4,
    far_apart=(PAIR,),
    longest_run=34,
)


def test_every_flag_gives_its_figure(framework: Framework, english: Language) -> None:
    assert quality_reasons(english, framework, ALL) == (
        "Half of the answers took 2.3 seconds or less, which is hardly enough to read a statement.",
        (
            "Two statements say nearly the same but got very different answers: “Statement ind.design.skill.1” and "
            "“Statement ind.design.skill.2”."
        ),
        "34 statements in a row got the same answer.",
    )


def test_no_flag_gives_no_reason(framework: Framework, english: Language) -> None:
    assert quality_reasons(english, framework, NONE) == ()


def test_answers_that_were_kept_leave_the_result_in_force(russian: Language) -> None:
    assert "Результат в\u00a0силе" in quality_note(russian)
