"""What goes with a team, in sentences."""

from __future__ import annotations

from assessment.languages import Language
from assessment.use_cases.change_teams import TeamLoss


def loss_sentences(language: Language, loss: TeamLoss) -> tuple[str, ...]:
    """One sentence for each kind of thing that is lost."""
    said = [
        language.ngettext("The list of its people: %(n)s person.", "The list of its people: %(n)s people.", loss.people)
    ]
    if loss.campaigns:
        said.append(
            language.ngettext(
                "%(n)s campaign with its published result, team plan and files.",
                "%(n)s campaigns with their published results, team plans and files.",
                loss.campaigns,
            )
        )
    if loss.running:
        said.append(
            language.ngettext(
                "%(n)s of them is open: its personal links stop working, and it will have no result.",
                "%(n)s of them are open: their personal links stop working, and they will have no result.",
                loss.running,
            )
        )
    return tuple(said)
