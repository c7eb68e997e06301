"""A result of which nothing is shown: why, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.framework import Framework
from assessment.domain.team_result import TeamResult
from assessment.languages import Language
from assessment.web.team_result.links import WayBack
from assessment.wording.team_verdict import eyebrow, next_steps, team_headline, team_standfirst


@dataclass(frozen=True, slots=True)
class HiddenPage:
    """``back`` says where the button at ``back_url`` leads."""

    disclaimer: str
    eyebrow: str
    headline: str
    reason: str
    steps: tuple[str, ...]
    back: WayBack


def build_hidden_page(
    language: Language, framework: Framework, result: TeamResult, *, team: str, back: WayBack
) -> HiddenPage:
    """The page of a result of which nothing is shown; ``back`` says where its button leads."""
    return HiddenPage(
        disclaimer=language.pick(framework.disclaimer),
        eyebrow=eyebrow(language, team, result),
        headline=team_headline(language, framework, result),
        reason=team_standfirst(language, framework, result),
        steps=next_steps(language, result),
        back=back,
    )
