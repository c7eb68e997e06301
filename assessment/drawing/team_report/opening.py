"""The first page: the finding, the team's wheel beside its figures, and what holds the others back."""

from __future__ import annotations

from reportlab.platypus import Flowable, Paragraph, Spacer

from assessment.domain.framework import Level
from assessment.drawing.report.finding import (
    GAP,
    SIDE,
    WHEEL,
    FigureDrawing,
    above_headline,
    certainty,
    of_hundred,
    reasons,
    two_figures,
)
from assessment.drawing.report.frame import Heading
from assessment.drawing.report.styles import style
from assessment.drawing.report.tables import columns
from assessment.drawing.report.text import safe
from assessment.drawing.team.wheel import team_wheel_figure
from assessment.drawing.team_report.value import TeamReport
from assessment.wording import scores, team_scores, team_verdict
from assessment.wording.amounts import upper_first
from assessment.wording.names import short_name
from assessment.wording.plan import plan_title
from assessment.wording.probability import probability_shares
from assessment.wording.steps import step_dates
from assessment.wording.team_method import wheel_key_sentence
from assessment.wording.team_plan import told_step
from assessment.wording.team_probability import team_probability_sentence
from assessment.wording.team_tasks import task_title

_MOST_REASONS = 2
_LONGEST_TITLE = 200


def opening(report: TeamReport) -> list[Flowable]:
    """Flowables of the first page."""
    language, framework, result = report.language, report.framework, report.result
    figure = team_wheel_figure(framework, result, language)
    return [
        *_title(report),
        Heading(safe(team_verdict.team_headline(language, framework, result)), "h1", 0),
        Paragraph(safe(team_verdict.team_standfirst(language, framework, result)), style("lead")),
        Spacer(0, 14),
        columns([FigureDrawing(figure), _figures(report)], [WHEEL + GAP, SIDE], gap=GAP),
        Paragraph(safe(wheel_key_sentence(language, result)), style("note")),
        *_first_step(report),
        *_why(report),
    ]


def _title(report: TeamReport) -> list[Flowable]:
    """Whose plan this is, what was asked and when, on which version of the framework."""
    language, result = report.language, report.result
    plan = plan_title(language, Level.TEAM, report.told_plan)
    facts = [
        upper_first(team_verdict.kind_words(language, result.kind)),
        team_verdict.participation_words(language, result),
        language.gettext("closed on %(date)s", date=language.date(result.closed_on)),
    ]
    names = [report.team, report.campaign]
    return above_headline(language, report.framework, names=names, plan=plan, facts=facts)


def _figures(report: TeamReport) -> list[Flowable]:
    language, framework, result = report.language, report.framework, report.result
    head = Paragraph(language.gettext("Roll"), style("label"))
    note = Paragraph(safe(team_scores.team_roll_note(language, framework, result)), style("small-note"))
    if result.roll is None or result.mean is None or result.balance is None:
        return [head, Paragraph(language.gettext("not yet"), style("figure-small")), Spacer(0, 4), note]
    return [
        head,
        Paragraph(language.whole(result.roll) + of_hundred(language), style("figure")),
        Spacer(0, 4),
        note,
        Spacer(0, 9),
        two_figures(
            (language.gettext("Mean"), language.whole(result.mean), team_scores.team_mean_note(language, result)),
            (language.gettext("Balance"), language.decimal(result.balance), scores.balance_note(language)),
        ),
        *_certainty(report),
    ]


def _certainty(report: TeamReport) -> list[Flowable]:
    """How sure the weakest link is: a bar where that may be told, a sentence anyway."""
    language, framework, weakest = report.language, report.framework, report.result.weakest
    if weakest is None:
        return []
    shares = probability_shares(language, framework, weakest)
    return certainty(language, shares, report.hue, team_probability_sentence(language, framework, report.result))


def _first_step(report: TeamReport) -> list[Flowable]:
    """The first step of the plan that is not done, with its days and its owner; nothing when there is none."""
    language, framework = report.language, report.framework
    step = next((step for step in report.plan.steps if step.done_on is None), None)
    if step is None:
        return []
    title = safe(task_title(language, framework, step.task), _LONGEST_TITLE)
    days = step_dates(language, told_step(language, framework, step))
    owner = f" · {safe(step.owner)}" if step.owner else ""
    return [
        Heading(language.gettext("What to do first"), "h2", 1),
        Paragraph(f"<b>{title}</b> · {safe(days)}{owner}", style("body-gap")),
    ]


def _why(report: TeamReport) -> list[Flowable]:
    """Why the weakest holds the others back, where one or two are named."""
    language, framework, weakest = report.language, report.framework, report.result.weakest
    spokes = () if weakest is None else weakest.competencies[:_MOST_REASONS]
    if weakest is None or not spokes or len(weakest.competencies) > _MOST_REASONS:
        return []
    told = [
        (short_name(language, framework, spoke), language.pick(framework.competency(spoke).why)) for spoke in spokes
    ]
    return reasons(language, told)
