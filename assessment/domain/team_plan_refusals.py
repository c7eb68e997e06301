"""What a team's plan refuses, as named facts."""

from __future__ import annotations

from assessment.domain.refusals import Refusal


class PlanChanged(Refusal):
    """Somebody else changed what a form was made from; ``step_id`` is the step's, None for the terms."""

    def __init__(self, step_id: str | None) -> None:
        super().__init__(step_id)
        self.step_id = step_id


class NothingToPlan(Refusal):
    """There is no plan without a published result that tells something."""
