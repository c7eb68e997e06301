"""How the numbers came about, for the last pages of a report: short notes that anybody can check."""

from __future__ import annotations

from assessment.domain.framework import Framework
from assessment.domain.profile import Profile
from assessment.languages import Language
from assessment.wording.plan import assumption_note
from assessment.wording.scores import bands_sentence


def method_notes(language: Language, framework: Framework, profile: Profile) -> tuple[tuple[str, str], ...]:
    """Title and text of each note, in the order in which the numbers build on one another."""
    notes = [
        (language.gettext("Score"), _score_note(language, framework)),
        (
            language.gettext("Roll, mean, balance"),
            language.gettext(
                "The roll is the lowest score: a wheel goes as far as its weakest spoke. The mean is shown beside it, "
                "never alone. The balance is the roll divided by the mean; 1 is a round wheel."
            ),
        ),
        (language.gettext("Range"), _range_note(language, framework)),
        (
            language.gettext("How sure the weakest link is"),
            language.gettext(
                "The lowest score is not always the truly lowest one. Every score is moved towards the mean as far as "
                "error explains it; then we work out how often each competency would be the lowest. From 80 of 100 we "
                "name one link, below that several, or none."
            ),
        ),
        (
            language.gettext("What blocks the next level"),
            language.gettext(
                "We raise the lowest rated statement of the lowest competency by one point, again and again, until the "
                "next level is reached. The statements touched on the way are listed."
            ),
        ),
        (
            language.gettext("Development plan"),
            language.gettext("The actions start with the lowest competency and its lowest facet.")
            + " "
            + assumption_note(language, framework),
        ),
    ]
    if profile.weakest.probabilities:
        return tuple(notes)
    return tuple(note for note in notes if note[0] != language.gettext("How sure the weakest link is"))


def _score_note(language: Language, framework: Framework) -> str:
    rule = language.gettext(
        "Every answer is placed on 0 to 100; a score is the mean of its rated statements. “Not applicable”, “I cannot "
        "judge” and missing answers do not count, and never count as zero. A competency has a score once more than "
        "half of its statements are rated."
    )
    return f"{rule} {bands_sentence(language, framework)}"


def _range_note(language: Language, framework: Framework) -> str:
    measurement = framework.measurement
    return language.gettext(
        "Nobody answers exactly the same twice. The range is the score plus and minus 1.96 times its error of "
        "%(sem)s points: in 95 cases of 100 your score would fall into it. The error is provisional until answers of "
        "%(people)s people are there.",
        sem=language.decimal(measurement.sem, 1),
        people=measurement.provisional_until,
    )
