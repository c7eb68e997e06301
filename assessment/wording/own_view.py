"""The lead's own view of the team beside the members' result, in words. Its author alone ever sees it."""

from __future__ import annotations

from assessment.domain.framework import Framework
from assessment.domain.profile import Profile
from assessment.domain.team_result import TeamResult
from assessment.languages import Language
from assessment.wording.names import short_name_inside

_CLOSE = 5
"""Whole points within which two views are called alike."""


def own_view_sentence(language: Language, framework: Framework, result: TeamResult, own: Profile) -> str:
    """Where the two views lie furthest apart; that they answer two questions where members rated themselves.

    Empty where nothing can be laid beside each other.
    """
    if result.level is not own.level:
        return language.gettext(
            "You rated the team, the members rated themselves: two different questions, to be read side by side."
        )
    apart = {
        spoke.competency: (score, spoke.score.mean)
        for spoke in result.competencies
        if spoke.score.mean is not None and (score := own.competency(spoke.competency).score) is not None
    }
    if not apart:
        return ""
    furthest = max(apart, key=lambda spoke: abs(apart[spoke][0] - apart[spoke][1]))
    mine, theirs = apart[furthest]
    if abs(mine - theirs) < _CLOSE:
        return language.gettext(
            "You see the team much as its members do: nowhere do you differ by %(points)s points.", points=_CLOSE
        )
    return language.gettext(
        "You differ most on %(name)s: you say %(mine)s, the members %(theirs)s.",
        name=short_name_inside(language, framework, furthest),
        mine=language.whole(mine),
        theirs=language.whole(theirs),
    )


def own_view_note(language: Language) -> str:
    """How to read the drawing, and who sees it."""
    return language.gettext("Dot: the members' mean. Ring: your own score. Nobody but you sees this part.")
