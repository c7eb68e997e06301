"""How the wheel's numbers came about, with the real numbers in place of the letters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from assessment.domain.profile import Profile
from assessment.languages import Language


@dataclass(frozen=True, slots=True)
class Formula:
    """One number: its name, the rule in words, and the rule with the real numbers. ``id`` is its place on the page."""

    id: str
    name: str
    rule: str
    numbers: str


def exact(language: Language, number: float) -> str:
    """A number as formulas show it, to two decimals where they say something: 61.67, 6.5, 35, −3.24."""
    return language.decimal(number).rstrip("0").rstrip(".,").replace("-", "−")


def total(language: Language, numbers: Iterable[float]) -> str:
    """Numbers as a sum: ``61.67 + 48.33 + 70``."""
    return " + ".join(exact(language, number) for number in numbers)


def wheel_formulas(language: Language, profile: Profile) -> tuple[Formula, ...]:
    """Roll, mean and balance of a complete wheel; empty while a spoke has no score."""
    scores = [spoke.score for spoke in profile.competencies if spoke.score is not None]
    if profile.roll is None or profile.mean is None:
        return ()
    lowest = "; ".join(exact(language, score) for score in scores)
    roll, mean = exact(language, profile.roll), exact(language, profile.mean)
    return (
        Formula(
            "how-roll",
            language.gettext("Roll"),
            language.gettext("The lowest of the scores."),
            f"min({lowest}) = {roll}",
        ),
        Formula(
            "how-mean",
            language.gettext("Mean"),
            language.gettext("The sum of the scores, divided by their number."),
            f"({total(language, scores)}) / {len(scores)} = {mean}",
        ),
        Formula(
            "how-balance",
            language.gettext("Balance"),
            language.gettext("The roll, divided by the mean."),
            language.gettext("There is none when the mean is 0.")
            if profile.balance is None
            else f"{roll} / {mean} = {exact(language, profile.balance)}",
        ),
    )
