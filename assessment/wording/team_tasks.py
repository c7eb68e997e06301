"""What a team's step asks to be done, in words. A gap is told as the result tells it; nobody is ever named in it."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.framework import Framework
from assessment.domain.team_gaps import MOST_STATEMENTS
from assessment.domain.team_plan import Gap, TeamStepKind, TeamTask
from assessment.languages import Language
from assessment.wording.names import facet_name_inside, short_name, short_name_inside


def kind_name(language: Language, kind: TeamStepKind) -> str:
    """What kind of step it is: "Workshop"."""
    return {
        TeamStepKind.ACTION: language.gettext("Action"),
        TeamStepKind.LEARNING: language.gettext("Learning"),
        TeamStepKind.EXPERT_SUPPORT: language.gettext("Expert support"),
        TeamStepKind.WORKSHOP: language.gettext("Workshop"),
        TeamStepKind.OWN: language.gettext("Own step"),
    }[kind]


def task_place(language: Language, framework: Framework, task: TeamTask) -> str:
    """Kind and what it is about: "Action · Design and change · experience"; "Own step" alone without a competency."""
    parts = [kind_name(language, task.kind)]
    if task.competency is not None:
        parts.append(short_name(language, framework, task.competency))
    if task.facet is not None:
        parts.append(facet_name_inside(language, framework, task.facet))
    return " · ".join(parts)


def task_title(language: Language, framework: Framework, task: TeamTask) -> str:
    """What to do in a line: the bank's, the team's own, or made from the gap."""
    if task.title is not None:
        return language.pick(task.title)
    name = "" if task.competency is None else short_name_inside(language, framework, task.competency)
    return f"{_gap_words(language, task).title}: {name}"


def task_how(language: Language, task: TeamTask) -> str:
    """How to do it; empty where an own step says nothing."""
    return _gap_words(language, task).how if task.how is None else language.pick(task.how)


def task_evidence(language: Language, task: TeamTask) -> str:
    """What there is when it is done; empty where an own step says nothing."""
    return _gap_words(language, task).evidence if task.evidence is None else language.pick(task.evidence)


def statements_lead(language: Language, task: TeamTask) -> str:
    """What the statements below a step are; empty without any."""
    if not task.statements:
        return ""
    if task.gap is Gap.DIFFER:
        return language.gettext("Opinions differ about these statements:")
    if len(task.statements) > MOST_STATEMENTS:
        return language.gettext("Thin topics to begin with, as the statements name them:")
    return language.gettext("Thin topics, as the statements name them:")


def list_statements(language: Language, framework: Framework, task: TeamTask) -> tuple[str, ...]:
    """The statements a workshop begins with, and after them how many there are more."""
    texts = [language.pick(framework.item(item).text) for item in task.statements]
    rest = len(texts) - MOST_STATEMENTS
    if rest <= 0:
        return tuple(texts)
    more = language.ngettext("%(n)s more is on the result page.", "%(n)s more are on the result page.", rest)
    return (*texts[:MOST_STATEMENTS], more)


@dataclass(frozen=True, slots=True)
class _GapWords:
    """A task for a gap. A colon and the competency's name follow ``title``."""

    title: str
    how: str
    evidence: str


def _gap_words(language: Language, task: TeamTask) -> _GapWords:
    is_expert = task.kind is TeamStepKind.EXPERT_SUPPORT
    if task.gap is Gap.OPEN:
        return _expert_for_open(language) if is_expert else _two_learn(language)
    if task.gap is Gap.ONE_PERSON:
        return _expert_beside_one(language) if is_expert else _second_learns(language)
    return _examples(language) if task.gap is Gap.DIFFER else _thin_topics(language)


def _expert_for_open(language: Language) -> _GapWords:
    return _GapWords(
        language.gettext("Bring in an expert"),
        language.gettext(
            "Nobody on the team can do this without help yet. Choose one live task: two of you work through it with an "
            "outside expert, from the first step to the result."
        ),
        language.gettext("One task finished with the expert, and a note on what the team will do alone next time"),
    )


def _two_learn(language: Language) -> _GapWords:
    return _GapWords(
        language.gettext("Two people learn it"),
        language.gettext(
            "Nobody on the team can do this without help yet. Two volunteers take the same course and try out what "
            "they learn on a task of the team."
        ),
        language.gettext("Two finished courses and a piece of work from each, shown to the team"),
    )


def _second_learns(language: Language) -> _GapWords:
    return _GapWords(
        language.gettext("A second person learns it"),
        language.gettext(
            "This depends on one person: while they are away, nobody can do it without help. Ask the whole team who "
            "wants to learn it, on a course or on a live task. Nobody has to say who can do it already."
        ),
        language.gettext("A task of the team, done alone by somebody who had not done one before"),
    )


def _expert_beside_one(language: Language) -> _GapWords:
    return _GapWords(
        language.gettext("Keep an expert at hand"),
        language.gettext(
            "This depends on one person. Agree with an outside expert on help for times when nobody is there who can "
            "do it, and write down how the most frequent tasks are done."
        ),
        language.gettext("Agreement with the expert, and instructions for the most frequent tasks"),
    )


def _examples(language: Language) -> _GapWords:
    return _GapWords(
        language.gettext("A workshop to agree on examples"),
        language.gettext(
            "Opinions on the team differ. Collect three recent cases, say of each what the team did and what would be "
            "good, and agree on one example for every point of the scale. Nobody has to say how they answered."
        ),
        language.gettext("List of examples that everybody agrees on, one for every point of the scale"),
    )


def _thin_topics(language: Language) -> _GapWords:
    return _GapWords(
        language.gettext("A workshop on thin topics"),
        language.gettext(
            "Take the topics one after another: half an hour on how it is done well, half an hour on a task of your "
            "own. An expert, a trainer or whoever offers to can lead it."
        ),
        language.gettext("One worked example for each topic, where the whole team finds it"),
    )
