"""Which hue a spoke has: its place on the wheel, clockwise from 0, as in the classes ``cx-c-0`` to ``cx-c-11``."""

from __future__ import annotations

from assessment.domain.framework import Framework


def hue_of(framework: Framework, competency_id: str) -> int:
    """The place of a competency of the framework; raises KeyError for an unknown id."""
    for place, competency in enumerate(framework.competencies):
        if competency.id == competency_id:
            return place
    raise KeyError(competency_id)
