"""A team's plan in words: where it comes from, what it asks for, how one will know, who sees to what."""

from __future__ import annotations

from assessment.domain.campaign import CampaignKind
from assessment.domain.development_plan import DevelopmentPlan, PlanStep, StepKind
from assessment.domain.framework import Framework, Level
from assessment.domain.suppression.release import Form
from assessment.domain.team_plan import TeamPlan, TeamStep, TeamStepKind
from assessment.domain.team_planning import make_team_plan
from assessment.domain.team_result import TeamResult
from assessment.languages import Language
from assessment.wording.amounts import about_hours_a_week, upper_first
from assessment.wording.names import short_names_inside
from assessment.wording.suppressed import hidden_sentence
from assessment.wording.team_tasks import list_statements, statements_lead, task_evidence, task_how, task_title


def told_plan(language: Language, framework: Framework, plan: TeamPlan) -> DevelopmentPlan:
    """The plan with its texts in one language, for everything that draws or lists any development plan."""
    return DevelopmentPlan(plan.terms, tuple(told_step(language, framework, step) for step in plan.steps), None)


def told_step(language: Language, framework: Framework, step: TeamStep) -> PlanStep:
    """One step with its texts in one language; how to do it ends with the statements it is about."""
    task = step.task
    statements = list_statements(language, framework, task)
    lines = [task_how(language, task), statements_lead(language, task), *(f"– {text}" for text in statements)]
    return PlanStep(
        id=task.id,
        kind=StepKind.OWN if task.kind is TeamStepKind.OWN else StepKind.ACTION,
        competency=task.competency,
        facet=task.facet,
        title={"": task_title(language, framework, task)},
        how={"": "\n".join(line for line in lines if line)},
        evidence={"": task_evidence(language, task)},
        hours=step.hours,
        weeks=step.weeks,
        start=step.start,
        due=step.due,
        courses=task.courses,
        resources=task.resources,
        done_on=step.done_on,
        note=step.note,
        fixed=step.fixed,
    )


def owner_text(language: Language, step: TeamStep) -> str:
    """Who sees to it, or that nobody does yet, or not any more."""
    nobody = language.gettext("Nobody yet") if step.owner_id is None else language.gettext("A former member")
    return step.owner or nobody


def owner_line(language: Language, step: TeamStep) -> str:
    """Who sees to it, as a line of a calendar entry: "Who sees to it: Operations"; empty for nobody yet."""
    seen_to = step.owner or step.owner_id
    return f"{language.gettext('Owner')}: {owner_text(language, step)}" if seen_to else ""


def progress_text(language: Language, step: TeamStep) -> str:
    """How far it is: "40%"."""
    return language.percent(step.percent / 100)


def plan_progress_sentence(language: Language, plan: TeamPlan) -> str:
    """How far the whole plan is, and how many steps nobody sees to; empty without steps."""
    if not plan.steps:
        return ""
    parts = [language.gettext("Done so far: %(share)s of the hours.", share=language.percent(plan.percent / 100))]
    without = sum(not step.owner and step.done_on is None for step in plan.steps)
    if without:
        parts.append(language.ngettext("%(n)s step has no owner yet.", "%(n)s steps have no owner yet.", without))
    return " ".join(parts)


def team_plan_sentence(language: Language, framework: Framework, result: TeamResult, plan: TeamPlan) -> str:
    """Under the heading: the weekly load and what the steps answer; the reason when there are none."""
    if not plan.steps:
        return _empty_sentence(language, framework, result, plan)
    told = told_plan(language, framework, plan)
    weekly = upper_first(about_hours_a_week(language, told.hours, told.weeks))
    gaps = sum(step.task.gap is not None for step in plan.steps)
    actions = sum(step.task.kind is TeamStepKind.ACTION for step in plan.steps)
    parts = [f"{weekly}."]
    if actions and gaps:
        parts.append(language.gettext("Steps for the weakest link and for gaps in the team take turns."))
    elif actions:
        parts.append(language.gettext("The weakest link comes first."))
    elif gaps:
        parts.append(language.gettext("The most pressing gaps come first."))
    return " ".join(parts)


def ground_sentence(language: Language, framework: Framework, result: TeamResult) -> str:
    """What the plan was made from and what it does not know."""
    parts = [
        language.gettext(
            "Made from the published result alone: from the means and words in it, never from anybody's answers."
        )
    ]
    hidden = [spoke.competency for spoke in result.competencies if spoke.score.form is Form.HIDDEN]
    if hidden:
        names = short_names_inside(language, framework, hidden)
        parts.append(language.gettext("What is hidden there is not guessed here: %(names)s.", names=names))
    return " ".join(parts)


def owners_note(language: Language, result: TeamResult) -> str:
    """What being an owner means, and what it says about nobody."""
    note = language.gettext("The owner makes sure the step happens.")
    if result.kind is CampaignKind.THEMSELVES:
        rest = language.gettext("That says nothing about who has the gap: there are no names in the result.")
        return f"{note} {rest}"
    return note


def how_a_team_will_know(language: Language, framework: Framework, plan: TeamPlan) -> str:
    """When to ask the team again, and what a change can be told from."""
    told = told_plan(language, framework, plan)
    when = language.gettext("Ask the team again in the week of %(date)s.", date=language.date(told.repeat_on))
    what = language.gettext(
        "A change is shown only where it is larger than chance and where the rules allow the two campaigns to be "
        "compared."
    )
    return f"{when} {what}"


def ask_again(language: Language) -> str:
    """Title of the calendar entry at the end of a plan."""
    return language.gettext("Ask the team again")


def not_closed_sentence(language: Language) -> str:
    """Why there is no plan before the campaign has closed."""
    return language.gettext("The plan is made from the published result, and this campaign is still open.")


def no_plan_sentence(language: Language, result: TeamResult) -> str:
    """Why nothing can be planned from a published result; empty where something can."""
    if result.kind is CampaignKind.LEAD_ALONE:
        return language.gettext(
            "In this campaign the lead alone rated the team. Only they see it, and no plan is built on it."
        )
    return "" if result.hidden is None else hidden_sentence(language, result.hidden, result.k)


def _empty_sentence(language: Language, framework: Framework, result: TeamResult, plan: TeamPlan) -> str:
    if all(spoke.score.form is Form.HIDDEN for spoke in result.competencies):
        return language.gettext("No competency can be shown, so nothing is proposed. You can add steps of your own.")
    if not any(action.level == Level.TEAM for action in framework.actions):
        return language.gettext("This questionnaire has no actions for teams. You can add steps of your own.")
    if make_team_plan(framework, result, plan.terms).steps:
        return language.gettext("Every proposed step was taken out. Bring one back, or add a step of your own.")
    return language.gettext(
        "No step fits into these terms (hours a week: %(hours)s, weeks: %(weeks)s). Give it more time, or add a step "
        "of your own.",
        hours=language.number(plan.terms.weekly_hours),
        weeks=plan.terms.weeks,
    )
