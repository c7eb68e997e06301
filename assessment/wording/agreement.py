"""How far people agree who rated one team together."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.domain.agreement import DIVIDED
from assessment.domain.framework import Framework, Level
from assessment.domain.suppression.policy import Policy
from assessment.domain.team_result import ReleasedAgreement, TeamResult
from assessment.languages import Language
from assessment.wording.names import short_name, short_name_inside, short_names_inside


def agreement_word(language: Language, agreement: ReleasedAgreement) -> str:
    """ "Opinions differ" or "Close to one another"."""
    if agreement.opinions_differ:
        return language.gettext("Opinions differ")
    return language.gettext("Close")


def agreement_sentence(language: Language, framework: Framework, result: TeamResult) -> str:
    """About which competencies opinions differ; empty where agreement is told of none."""
    told = {spoke.competency: spoke.agreement for spoke in result.competencies if spoke.agreement is not None}
    if not told:
        return ""
    divided = [spoke for spoke, agreement in told.items() if agreement.opinions_differ]
    if not divided:
        return language.gettext("Your opinions are close on every competency shown here.")
    if len(divided) == len(told):
        return language.gettext("Opinions differ on every competency shown here.")
    return language.ngettext(
        "Opinions differ on %(inside)s; on the others they are close.",
        "Opinions differ on %(names)s; on the others they are close.",
        len(divided),
        name=short_name(language, framework, divided[0]),
        inside=short_name_inside(language, framework, divided[0]),
        names=short_names_inside(language, framework, divided),
    )


def agreement_note(language: Language, result: TeamResult) -> str:
    """How to read the measures, as far as they are told."""
    rule = agreement_rule(language)
    measured = [
        spoke for spoke in result.competencies if spoke.agreement is not None and spoke.agreement.r_wg is not None
    ]
    if not measured:
        return rule
    index = language.gettext(
        "Beside it is r*wg: 1 when all agree, 0 when answers look random, less when there are two camps."
    )
    if all(statement.differ is not None for spoke in measured for statement in spoke.statements):
        return f"{rule} {index}"
    left_out = language.gettext("Statements of which a level alone is shown, or nothing, are left out of both.")
    return f"{rule} {index} {left_out}"


def agreement_rule(language: Language) -> str:
    """When opinions are said to differ."""
    return language.gettext(
        "Opinions differ when answers are, on average, further from their mean than a sixth of the points of the scale."
    )


def bars_note(language: Language) -> str:
    """How to read the drawing of mean distances."""
    return language.gettext(
        "Bar: how far an answer is from the overall mean on average, in points of the scale. Dashed line: beyond it "
        "opinions differ."
    )


def deviation_text(language: Language, agreement: ReleasedAgreement) -> str:
    """Mean distance from the mean answer in scale points: "0.8"; a dash where it is not told."""
    return "–" if agreement.deviation is None else language.decimal(agreement.deviation, 1)


def index_text(language: Language, agreement: ReleasedAgreement) -> str:
    """r*wg with one decimal and a true minus; a dash where it is not told."""
    if agreement.r_wg is None:
        return "–"
    shown = language.decimal(abs(agreement.r_wg), 1)
    return f"−{shown}" if agreement.r_wg < 0 and shown.strip("0.,") else shown


def limit_of(points: int) -> float:
    """Mean distance in scale points from which opinions differ, on a scale of so many points."""
    return points * DIVIDED


def farthest(points: int) -> float:
    """The largest mean distance there can be: half of the people at each end of a scale of so many points."""
    return (points - 1) / 2


def points_of(framework: Framework, level: Level) -> int:
    """Points of the scale, where all statements of a level have scales of one length; else 0: nothing to draw."""
    lengths = {len(framework.scale_of(item).points) for item in framework.items_of(level)}
    return lengths.pop() if len(lengths) == 1 else 0


def differing_sentence(language: Language, result: TeamResult, competencies: Sequence[str]) -> str:
    """About how many statements of those competencies opinions differ, and what is told of their answers."""
    statements = [one for spoke in competencies for one in result.competency(spoke).statements]
    if all(one.differ is None for one in statements):
        return language.gettext(
            "The statements on which opinions differ are shown once there are %(n)s answers.",
            n=Policy(result.k).spread_from,
        )
    count = sum(bool(one.differ) for one in statements)
    if not count:
        return language.gettext("There is no statement here on which opinions differ.")
    first = language.ngettext("Opinions differ on %(n)s statement.", "Opinions differ on %(n)s statements.", count)
    if all(one.answers is None for one in statements if one.differ):
        return first
    columns = language.gettext("A column shows how many chose each answer.")
    return f"{first} {columns}"
