"""The heading over the first steps of a plan for the team."""

from __future__ import annotations

from assessment.domain.coverage import Coverage
from assessment.domain.framework import Framework
from assessment.domain.team_result import TeamResult
from assessment.languages import Language
from assessment.wording.coverage import list_covered_so
from assessment.wording.names import short_name, short_name_inside


def team_teaser_heading(
    language: Language, framework: Framework, result: TeamResult, competency: str | None, count: int
) -> str:
    """What ``count`` proposed actions for a competency are about; without any, that a plan can be made."""
    if competency is None or not count:
        return language.gettext("A plan for the team")
    name, inside = short_name(language, framework, competency), short_name_inside(language, framework, competency)
    if competency in list_covered_so(result, Coverage.OPEN):
        return language.ngettext(
            "A first step for %(inside)s", "Two first steps for %(inside)s", count, name=name, inside=inside
        )
    return language.gettext("Where to begin: %(inside)s", name=name, inside=inside)
