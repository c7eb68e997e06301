"""A development plan in words: its headings, what it asks, how one will know that it worked."""

from __future__ import annotations

from datetime import timedelta

from assessment.domain.answers import AnswerSheet
from assessment.domain.change import threshold_for_real_growth
from assessment.domain.development_plan import DevelopmentPlan
from assessment.domain.framework import Framework, Level
from assessment.domain.planning import make_plan
from assessment.domain.profile import Profile
from assessment.languages import Language
from assessment.wording.amounts import about_hours_a_week, hours_text, upper_first
from assessment.wording.names import short_name_inside, short_names_inside
from assessment.wording.numerals import Gender, number_word


def plan_title(language: Language, level: Level, plan: DevelopmentPlan) -> str:
    """What the document is: "Personal development plan for 12 weeks"."""
    weeks = plan.terms.weeks
    if level is Level.TEAM:
        return language.ngettext("Team development plan for %(n)s week", "Team development plan for %(n)s weeks", weeks)
    if level is Level.ORGANISATION:
        return language.ngettext(
            "Company development plan for %(n)s week", "Company development plan for %(n)s weeks", weeks
        )
    return language.ngettext(
        "Personal development plan for %(n)s week", "Personal development plan for %(n)s weeks", weeks
    )


def plan_heading(language: Language, plan: DevelopmentPlan) -> str:
    """How much it is: "Three actions, 22 hours"; "No actions yet" for an empty plan."""
    if not plan.steps:
        return language.gettext("No actions yet")
    number = number_word(language, len(plan.steps), Gender.NEUTER).capitalize()
    actions = language.ngettext("%(number)s action", "%(number)s actions", len(plan.steps), number=number)
    return f"{actions}, {hours_text(language, plan.hours)}"


def teaser_heading(language: Language, plan: DevelopmentPlan) -> str:
    """Over the plan on the result: "A first plan: 22 hours in 10 weeks"."""
    if not plan.steps:
        return language.gettext("A first plan")
    return language.ngettext(
        "A first plan: %(hours)s in %(n)s week",
        "A first plan: %(hours)s in %(n)s weeks",
        plan.weeks,
        hours=hours_text(language, plan.hours),
    )


def plan_sentence(
    language: Language,
    framework: Framework,
    profile: Profile,
    plan: DevelopmentPlan,
    *,
    sheet: AnswerSheet | None = None,
) -> str:
    """Under the heading: the weekly load and which spokes the actions lift; the reason when there are none.

    ``sheet`` tells a plan from which everything was taken out from one into which nothing fits.
    """
    if not plan.steps and sheet is not None and make_plan(framework, sheet, plan.terms).steps:
        return language.gettext("You took out every proposed action. Bring one back, or add a step of your own.")
    if not plan.steps:
        return _empty_sentence(language, framework, profile, plan)
    weekly = upper_first(about_hours_a_week(language, plan.hours, plan.weeks))
    parts = [
        f"{weekly}.",
        _lift_sentence(language, framework, profile, plan),
        _incomplete_sentence(language, framework, profile),
    ]
    return " ".join(part for part in parts if part)


def next_bottleneck_sentence(language: Language, framework: Framework, profile: Profile, plan: DevelopmentPlan) -> str:
    """Which spoke the simulator finds lowest once the plan is done; empty for an empty plan or incomplete wheel."""
    if plan.next_bottleneck is None or not plan.steps:
        return ""
    inside = short_name_inside(language, framework, plan.next_bottleneck)
    if plan.next_bottleneck in profile.weakest.lowest:
        return language.gettext("Once all of it is done, the lowest spoke is still the same: %(name)s.", name=inside)
    return language.gettext("Once all of it is done, the next one to hold the wheel back: %(name)s.", name=inside)


def assumption_note(language: Language, framework: Framework) -> str:
    """What the simulator takes for granted."""
    items, points = framework.measurement.items_per_action, framework.measurement.points_per_action
    lowest = language.ngettext(
        "the lowest answer of its facet",
        "the %(number)s lowest answers of its facet",
        items,
        number=number_word(language, items, Gender.FEMININE),
    )
    steps = language.ngettext("by one point of the scale", "by %(number)s points of the scale", points, number=points)
    return language.gettext(
        "We assume that a finished action lifts %(lowest)s %(steps)s. This is an assumption, not a promise.",
        lowest=lowest,
        steps=steps,
    )


def how_you_will_know(language: Language, framework: Framework, profile: Profile, plan: DevelopmentPlan) -> str:
    """When to repeat the assessment, and from which score on growth is real rather than chance."""
    sentences = [language.gettext("Repeat the assessment in the week of %(date)s.", date=language.date(plan.repeat_on))]
    if profile.roll is not None:
        sentences.append(_growth_sentence(language, framework, profile))
        sentences.append(
            language.gettext("The lowest score moves back a little by itself, and this threshold allows for it.")
        )
    return " ".join(sentences)


def what_you_need_heading(language: Language, level: Level) -> str:
    """Over what others have to give."""
    if level is Level.ORGANISATION:
        return language.gettext("What you need from the company's leaders")
    return language.gettext("What you need from your manager")


def what_you_need(language: Language, plan: DevelopmentPlan) -> str:
    """What to ask a manager for: the time, and a look together in the middle; empty for an empty plan."""
    if not plan.steps:
        return ""
    weekly = upper_first(about_hours_a_week(language, plan.hours, plan.weeks))
    first = min(step.start for step in plan.steps)
    middle = first + timedelta(weeks=plan.weeks // 2)
    return language.ngettext(
        "%(weekly)s for %(n)s week, and half an hour in the week of %(date)s to look together at what has been found.",
        "%(weekly)s for %(n)s weeks, and half an hour in the week of %(date)s to look together at what has been found.",
        plan.weeks,
        weekly=weekly,
        date=language.date(middle - timedelta(days=middle.weekday())),
    )


def _lift_sentence(language: Language, framework: Framework, profile: Profile, plan: DevelopmentPlan) -> str:
    lowest = profile.weakest.lowest
    lifting = sum(step.competency in lowest for step in plan.steps)
    others = dict.fromkeys(step.competency for step in plan.steps if step.competency not in lowest)
    names = short_names_inside(language, framework, [spoke for spoke in others if spoke is not None])
    if lifting == len(plan.steps):
        return language.gettext("All of it raises the lowest spoke.")
    number = number_word(language, lifting, Gender.NEUTER).capitalize()
    sentences = [
        language.ngettext(
            "%(number)s action raises the lowest spoke.",
            "%(number)s actions raise the lowest spoke.",
            lifting,
            number=number,
        )
        if lifting
        else "",
        language.gettext("Also in the plan: %(names)s.", names=names) if names and lifting else "",
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def _incomplete_sentence(language: Language, framework: Framework, profile: Profile) -> str:
    if profile.roll is not None:
        return ""
    missing = [spoke.competency for spoke in profile.competencies if spoke.score is None]
    names = short_names_inside(language, framework, missing)
    return language.gettext("Made from the competencies that have a score; still without one: %(names)s.", names=names)


def _empty_sentence(language: Language, framework: Framework, profile: Profile, plan: DevelopmentPlan) -> str:
    if all(spoke.score is None for spoke in profile.competencies):
        return language.gettext("There are not enough answers to propose actions. You can add steps of your own.")
    if not any(action.level == profile.level for action in framework.actions):
        return language.gettext("This questionnaire brings no actions with it. You can add steps of your own.")
    return language.gettext(
        "No action fits into these terms (hours a week: %(hours)s, weeks: %(weeks)s). Give it more time, or add a step "
        "of your own.",
        hours=language.number(plan.terms.weekly_hours),
        weeks=plan.terms.weeks,
    )


def _growth_sentence(language: Language, framework: Framework, profile: Profile) -> str:
    lowest = profile.weakest.lowest
    names = short_names_inside(language, framework, lowest)
    threshold = threshold_for_real_growth(framework, profile, lowest[0])
    if threshold is None:
        return language.gettext(
            "The present score is so high that growth could no longer be told from chance: %(names)s.", names=names
        )
    return language.ngettext(
        "From %(n)s point on, the growth is real; below that it cannot yet be told from chance (%(names)s).",
        "From %(n)s points on, the growth is real; below that it cannot yet be told from chance (%(names)s).",
        threshold,
        names=names,
    )
