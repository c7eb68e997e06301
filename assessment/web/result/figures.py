"""The wheel's three figures as the result page shows them: the roll first, mean and balance beside it."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.profile import Profile
from assessment.languages import Language
from assessment.web.result.formulas import Formula, wheel_formulas
from assessment.wording.scores import balance_note, balance_text, mean_note, roll_note


@dataclass(frozen=True, slots=True)
class Figures:
    """``roll`` is empty while a spoke has no score; the note then says why, and mean and balance are not shown."""

    roll: str
    roll_note: str
    mean: str
    mean_note: str
    balance: str
    balance_note: str
    formulas: tuple[Formula, ...]


def build_figures(language: Language, profile: Profile) -> Figures:
    return Figures(
        roll="" if profile.roll is None else language.whole(profile.roll),
        roll_note=roll_note(language, profile),
        mean="" if profile.mean is None else language.whole(profile.mean),
        mean_note=mean_note(language, profile),
        balance=balance_text(language, profile),
        balance_note=balance_note(language),
        formulas=wheel_formulas(language, profile),
    )
