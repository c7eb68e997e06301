"""The first page: the finding, the wheel beside its figures, and why the weakest holds the others back."""

from __future__ import annotations

from reportlab.platypus import Flowable, Paragraph, Spacer

from assessment.domain.profile import Verdict
from assessment.domain.wheel import WheelForm, build_wheel
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
from assessment.drawing.report.value import PlanReport
from assessment.drawing.wheel_figure import wheel_figure
from assessment.wording import scores, verdict, wheel_words
from assessment.wording.names import short_name
from assessment.wording.plan import plan_title
from assessment.wording.probability import probability_sentence, probability_shares


def opening(report: PlanReport) -> list[Flowable]:
    """Flowables of the first page."""
    language = report.language
    return [
        *_title(report),
        Heading(safe(verdict.headline(language, report.framework, report.profile)), "h1", 0),
        Paragraph(safe(verdict.standfirst(language, report.framework, report.profile)), style("lead")),
        Spacer(0, 14),
        columns([_wheel(report), _figures(report)], [WHEEL + GAP, SIDE], gap=GAP),
        *_why(report),
        *_strengths(report),
    ]


def _wheel(report: PlanReport) -> Flowable:
    wheel = build_wheel(report.profile, report.framework, wheel_words.wheel_words(report.language), WheelForm.WIDE)
    return FigureDrawing(wheel_figure(wheel))


def _title(report: PlanReport) -> list[Flowable]:
    """Whose plan this is, from when, on which version of the framework."""
    language = report.language
    plan = plan_title(language, report.profile.level, report.plan)
    facts = [language.date(report.day), scores.rated_sentence(language, report.profile)]
    return above_headline(language, report.framework, names=[report.name], plan=plan, facts=facts)


def _figures(report: PlanReport) -> list[Flowable]:
    language, profile = report.language, report.profile
    roll = "–" if profile.roll is None else language.whole(profile.roll)
    mean = "–" if profile.mean is None else language.whole(profile.mean)
    return [
        Paragraph(language.gettext("Roll"), style("label")),
        Paragraph(roll + of_hundred(language), style("figure")),
        Spacer(0, 8),
        Paragraph(safe(scores.roll_note(language, profile)), style("small-note")),
        Spacer(0, 9),
        two_figures(
            (language.gettext("Mean"), mean, scores.mean_note(language, profile)),
            (language.gettext("Balance"), scores.balance_text(language, profile), scores.balance_note(language)),
        ),
        *_certainty(report),
    ]


def _certainty(report: PlanReport) -> list[Flowable]:
    language, framework, weakest = report.language, report.framework, report.profile.weakest
    if weakest.verdict is Verdict.INSUFFICIENT:
        return []
    shares = probability_shares(language, framework, weakest)
    return certainty(language, shares, report.hue, probability_sentence(language, framework, report.profile))


def _why(report: PlanReport) -> list[Flowable]:
    language, framework = report.language, report.framework
    weakest = report.profile.weakest
    spokes = weakest.competencies or (weakest.lowest if len(weakest.lowest) == 1 else ())
    told = [(short_name(language, framework, spoke), _reason(report, spoke, len(spokes))) for spoke in spokes]
    return reasons(language, told)


def _reason(report: PlanReport, spoke: str, told: int) -> str:
    """The whole reason for one or two competencies, a line for each of more."""
    competency = report.framework.competency(spoke)
    return report.language.pick(competency.why if told <= 2 else competency.without)


def _strengths(report: PlanReport) -> list[Flowable]:
    sentence = scores.strengths_sentence(report.language, report.framework, report.profile)
    return [Paragraph(safe(sentence), style("body-gap"))] if sentence else []
