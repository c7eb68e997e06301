"""The maturity stage of an organisation."""

from __future__ import annotations

from assessment.domain.framework import Framework, Level
from assessment.domain.maturity import MaturityStage, find_stage
from assessment.languages import Language
from assessment.wording.stages import stage_name, stage_sentences
from tests.factories.profiles import make_profile


def find(framework: Framework, *scores: float, raters: int = 1, departments: int = 1) -> MaturityStage:
    stage = find_stage(
        framework, make_profile(*scores, level=Level.ORGANISATION), raters=raters, departments=departments
    )
    assert stage is not None
    return stage


def test_the_sentences_say_what_holds_it_back_and_where_the_others_are(framework: Framework, english: Language) -> None:
    maturity = find(framework, 62, 48, 70, 67, 35)
    assert stage_name(english, maturity.stage) == "Stage 2: Stage 2"
    assert stage_sentences(english, framework, maturity) == (
        "An organisation stands where its lowest competency does. Held back by: strategy; design and change.",
        "At stage 3: culture and customer voice.",
        "At stage 4: metrics.",
        "The stage is on the border: the scores could also belong to the one below.",
        "Read it as a first indication: it takes ten people from two departments to speak for a company.",
    )


def test_a_sure_even_stage_of_many_raters_needs_one_sentence(framework: Framework, english: Language) -> None:
    maturity = find(framework, 60, 60, 61, 62, 60, raters=12, departments=3)
    assert stage_sentences(english, framework, maturity) == ("All competencies stand at this stage.",)
