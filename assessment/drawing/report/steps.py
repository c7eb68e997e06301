"""What to do: the plan as a table with dates and hours, its calendar, how to know that it worked, and who agreed."""

from __future__ import annotations

from reportlab.platypus import Flowable, KeepTogether, PageBreak, Paragraph, Spacer

from assessment.domain.development_plan import PlanStep
from assessment.drawing.report.calendar import calendar
from assessment.drawing.report.charts import SignatureLine, TickBox
from assessment.drawing.report.frame import Heading
from assessment.drawing.report.styles import WIDTH, style
from assessment.drawing.report.tables import Cell, columns, ruled_table
from assessment.drawing.report.text import safe
from assessment.drawing.report.value import PlanReport
from assessment.languages import Language
from assessment.wording import plan as plan_words
from assessment.wording import steps as step_words
from assessment.wording.amounts import hours_text

_LONGEST_IN_NARROW = 400
"""Characters of a text in a narrow column: a row of a table has to fit on a page, even one of a single endless word."""


def steps(report: PlanReport) -> list[Flowable]:
    """Flowables of the plan's own page; a sentence where no step fits."""
    language, plan = report.language, report.plan
    sentence = plan_words.plan_sentence(language, report.framework, report.profile, plan, sheet=report.sheet)
    start: list[Flowable] = [
        PageBreak(),
        Paragraph(language.gettext("What to do"), style("over")),
        Heading(safe(plan_words.plan_heading(language, plan)), "h1", 0),
        Paragraph(safe(sentence), style("lead")),
    ]
    if not plan.steps:
        return start
    weeks = calendar(language, plan, report.hue, again=language.gettext("Repeat the assessment"))
    return [*start, Spacer(0, 6), _table(report), *weeks, *_agreement(report)]


def _table(report: PlanReport) -> Flowable:
    language = report.language
    heads = ["", language.gettext("Step"), language.gettext("Done when there is"), language.gettext("When")]
    widths = [19, WIDTH - 19 - 140 - 88, 140, 88]
    return ruled_table(heads, [_row(report, step) for step in report.plan.steps], widths)


def _row(report: PlanReport, step: PlanStep) -> list[Cell]:
    language, framework = report.language, report.framework
    what: list[Flowable] = [
        Paragraph(safe(step_words.step_place(language, framework, step)), style("small-note")),
        Paragraph(safe(language.pick(step.title), 200), style("cell-strong")),
    ]
    how = language.pick(step.how)
    if how:
        what.append(Paragraph(safe(how), style("cell")))
    helps = ", ".join(language.pick(framework.course(course).title) for course in step.courses)
    if helps:
        words = language.gettext("What helps: %(helps)s", helps=helps)
        what.append(Paragraph(safe(words), style("cell-quiet")))
    evidence: list[Flowable] = [Paragraph(safe(language.pick(step.evidence), _LONGEST_IN_NARROW), style("cell"))]
    if step.note:
        words = language.gettext("Noted: %(note)s", note=step.note)
        evidence.append(Paragraph(safe(words, _LONGEST_IN_NARROW), style("cell-quiet")))
    dates = safe(step_words.step_dates(language, step))
    when: list[Flowable] = [
        Paragraph(dates, style("cell")),
        Paragraph(safe(hours_text(language, step.hours)), style("cell-quiet")),
    ]
    return [TickBox(step.done_on is not None), what, evidence, when]


def _agreement(report: PlanReport) -> list[Flowable]:
    language = report.language
    half = WIDTH / 2
    know: list[Flowable] = [
        Paragraph(language.gettext("How you will know"), style("h3")),
        Paragraph(
            safe(plan_words.how_you_will_know(language, report.framework, report.profile, report.plan)), style("note")
        ),
    ]
    need: list[Flowable] = [
        Paragraph(plan_words.what_you_need_heading(language, report.profile.level), style("h3")),
        Paragraph(safe(plan_words.what_you_need(language, report.plan)), style("note")),
    ]
    signatures = signature_lines(language, language.gettext("I plan to do this"))
    return [KeepTogether([Spacer(0, 8), columns([know, need], [half, half]), Spacer(0, 34), signatures])]


def signature_lines(language: Language, promise: str) -> Flowable:
    """Three lines side by side: for whoever promises the plan, for a manager, for the day."""
    captions = [promise, language.gettext("Agreed, manager"), language.gettext("Date")]
    third = WIDTH / 3
    return columns([SignatureLine(caption, third - 14) for caption in captions], [third] * 3, gap=14)
