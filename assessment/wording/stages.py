"""The maturity stage of an organisation in sentences."""

from __future__ import annotations

from assessment.domain.framework import Framework, Stage
from assessment.domain.maturity import MaturityStage
from assessment.languages import Language
from assessment.wording.names import short_names_inside


def stage_name(language: Language, stage: Stage) -> str:
    """A stage by number and name: "Stage 2: Separate efforts"."""
    return language.gettext("Stage %(number)s: %(name)s", number=stage.number, name=language.pick(stage.name))


def stage_sentences(language: Language, framework: Framework, maturity: MaturityStage) -> tuple[str, ...]:
    """What holds the organisation at its stage, where the others are, and how far to rely on it."""
    sentences = [_held_back_sentence(language, framework, maturity)]
    others = [spoke for spoke in maturity.competencies if spoke.competency not in maturity.held_back_by]
    by_stage: dict[int, list[str]] = {}
    for spoke in others:
        by_stage.setdefault(spoke.stage.number, []).append(spoke.competency)
    sentences += [
        language.gettext(
            "At stage %(number)s: %(names)s.",
            number=number,
            names=short_names_inside(language, framework, by_stage[number]),
        )
        for number in sorted(by_stage)
    ]
    if not maturity.confirmed:
        sentences.append(language.gettext("The stage is on the border: the scores could also belong to the one below."))
    if maturity.indicative:
        sentences.append(
            language.gettext(
                "Read it as a first indication: it takes ten people from two departments to speak for a company."
            )
        )
    return tuple(sentences)


def _held_back_sentence(language: Language, framework: Framework, maturity: MaturityStage) -> str:
    if len(maturity.held_back_by) == len(maturity.competencies):
        return language.gettext("All competencies stand at this stage.")
    return language.gettext(
        "An organisation stands where its lowest competency does. Held back by: %(names)s.",
        names=short_names_inside(language, framework, maturity.held_back_by),
    )
