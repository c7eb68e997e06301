"""What to do: the team's plan with owners, dates and progress, its calendar, and how to know that it worked."""

from __future__ import annotations

from reportlab.lib.colors import white
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Paragraph, Spacer

from assessment.domain.team_plan import TeamStep
from assessment.drawing.report.calendar import calendar
from assessment.drawing.report.charts import TickBox
from assessment.drawing.report.frame import Heading
from assessment.drawing.report.steps import signature_lines
from assessment.drawing.report.styles import EDGE, INK, WIDTH, style
from assessment.drawing.report.tables import Cell, columns, ruled_table
from assessment.drawing.report.text import safe
from assessment.drawing.team_report.value import TeamReport
from assessment.wording import team_plan, team_tasks
from assessment.wording.amounts import hours_text
from assessment.wording.plan import plan_heading
from assessment.wording.steps import step_dates

_BOXES = 5
_MOSTLY_EMPTY = 420
"""Points of height: on a page with so much left the plan begins below what stands there."""
_LONGEST_TITLE = 200
_LONGEST_OWNER = 100
_LONGEST_IN_NARROW = 300
"""Characters of a text in a narrow column: a row of a table has to fit on a page, even one of a single endless word."""


def steps(report: TeamReport) -> list[Flowable]:
    """Flowables of the plan, on a page of its own unless the last one is mostly empty; a sentence without steps."""
    language, framework, result, plan = report.language, report.framework, report.result, report.plan
    told = report.told_plan
    start: list[Flowable] = [
        CondPageBreak(_MOSTLY_EMPTY),
        Paragraph(language.gettext("What to do"), style("over-part")),
        Heading(safe(plan_heading(language, told)), "h1", 0),
        Paragraph(safe(team_plan.team_plan_sentence(language, framework, result, plan)), style("lead")),
    ]
    if not plan.steps:
        return start
    progress = team_plan.plan_progress_sentence(language, plan)
    return [
        *start,
        Paragraph(safe(progress), style("note-gap")),
        _table(report),
        Paragraph(safe(team_plan.owners_note(language, result)), style("note-gap")),
        *calendar(language, told, report.hue, again=team_plan.ask_again(language)),
        *_agreement(report),
    ]


class ProgressBoxes(Flowable):
    """Boxes of a fifth each, filled as far as the step is; the rest is for a pen."""

    size, gap = 9.0, 2.5
    full = _BOXES * (size + gap)

    def __init__(self, percent: int) -> None:
        super().__init__()
        self.percent = percent
        self.width, self.height = self.full, self.size + 2

    def draw(self) -> None:
        self.canv.setStrokeColor(EDGE)
        self.canv.setLineWidth(0.8)
        for box in range(_BOXES):
            x = box * (self.size + self.gap)
            share = min(max(self.percent * _BOXES / 100 - box, 0), 1)
            self.canv.setFillColor(white)
            self.canv.rect(x, 0, self.size, self.size, stroke=1, fill=0)
            if share:
                self.canv.setFillColor(INK)
                self.canv.rect(x, 0, self.size * share, self.size, stroke=0, fill=1)


def _table(report: TeamReport) -> Flowable:
    language = report.language
    heads = [
        "",
        language.gettext("Step"),
        language.gettext("Done when there is"),
        language.gettext("Who and when"),
    ]
    widths = [19, WIDTH - 19 - 120 - 112, 120, 112]
    return ruled_table(heads, [_row(report, step) for step in report.plan.steps], widths)


def _row(report: TeamReport, step: TeamStep) -> list[Cell]:
    language = report.language
    evidence: list[Flowable] = [
        Paragraph(safe(team_tasks.task_evidence(language, step.task), _LONGEST_IN_NARROW), style("cell"))
    ]
    if step.note:
        words = language.gettext("Noted: %(note)s", note=step.note)
        evidence.append(Paragraph(safe(words, _LONGEST_IN_NARROW), style("cell-quiet")))
    told = team_plan.told_step(language, report.framework, step)
    when: list[Flowable] = [
        Paragraph(
            safe(team_plan.owner_text(language, step), _LONGEST_OWNER),
            style("cell-owner" if step.owner else "cell-quiet"),
        ),
        Paragraph(safe(step_dates(language, told)), style("cell")),
        Paragraph(safe(hours_text(language, step.hours)), style("cell-quiet")),
        Spacer(0, 3),
        columns(
            [ProgressBoxes(step.percent), Paragraph(team_plan.progress_text(language, step), style("small-note"))],
            [ProgressBoxes.full + 3, 112 - ProgressBoxes.full - 3],
            gap=3,
        ),
    ]
    return [TickBox(step.done_on is not None), _what(report, step), evidence, when]


def _what(report: TeamReport, step: TeamStep) -> list[Flowable]:
    language, framework, task = report.language, report.framework, step.task
    what: list[Flowable] = [
        Paragraph(safe(team_tasks.task_place(language, framework, task)), style("small-note")),
        Paragraph(safe(team_tasks.task_title(language, framework, task), _LONGEST_TITLE), style("cell-strong")),
    ]
    how = team_tasks.task_how(language, task)
    if how:
        what.append(Paragraph(safe(how), style("cell")))
    if task.statements:
        what.append(Paragraph(safe(team_tasks.statements_lead(language, task)), style("cell-gap")))
    statements = team_tasks.list_statements(language, framework, task)
    what += [Paragraph(safe(statement), style("cell-item"), bulletText="–") for statement in statements]
    helps = ", ".join(language.pick(framework.course(course).title) for course in task.courses)
    if helps:
        what.append(Paragraph(safe(language.gettext("What helps: %(helps)s", helps=helps)), style("cell-quiet")))
    return what


def _agreement(report: TeamReport) -> list[Flowable]:
    language = report.language
    know: list[Flowable] = [
        Heading(language.gettext("How you will know"), "h2", 1),
        Paragraph(safe(team_plan.how_a_team_will_know(language, report.framework, report.plan)), style("note")),
    ]
    return [KeepTogether([*know, Spacer(0, 34), signature_lines(language, language.gettext("For the team"))])]
