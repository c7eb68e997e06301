"""Where the buttons of a page of questions lead once the answers are saved."""

from __future__ import annotations

from flask import url_for

from assessment.domain.framework import Framework

REVIEW = "review"
LINK = "link"
_COMPETENCY = "competency:"


def to_competency(competency_id: str) -> str:
    """The button value that leads to a competency."""
    return _COMPETENCY + competency_id


def address_after(go: str, framework: Framework, assessment_id: str, competency_id: str) -> str:
    """Where a button value leads from the page of ``competency_id``; an unknown one leads to the same page."""
    if go in {REVIEW, LINK}:
        return url_for(f"questions.{go}", assessment_id=assessment_id)
    wanted = go.removeprefix(_COMPETENCY)
    known = {competency.id for competency in framework.competencies}
    target = wanted if wanted in known else competency_id
    return url_for("questions.show", assessment_id=assessment_id, competency=target)


def item_address(framework: Framework, assessment_id: str, item_id: str) -> str:
    """The very statement on its page."""
    competency = framework.item(item_id).competency
    return url_for("questions.show", assessment_id=assessment_id, competency=competency, _anchor=item_id)
