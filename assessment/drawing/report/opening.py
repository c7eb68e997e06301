"""The first page: the finding, the wheel beside its figures, and why the weakest holds the others back."""

from __future__ import annotations

from reportlab.platypus import Flowable, KeepTogether, Paragraph, Spacer

from assessment.domain.profile import Verdict
from assessment.domain.wheel import WheelForm, build_wheel
from assessment.drawing.pdf_canvas import draw_figure
from assessment.drawing.report.charts import ShareBar, Swatch
from assessment.drawing.report.frame import Heading
from assessment.drawing.report.styles import EDGE, WIDTH, style
from assessment.drawing.report.tables import columns
from assessment.drawing.report.text import safe
from assessment.drawing.report.value import PlanReport
from assessment.drawing.wheel_figure import wheel_figure
from assessment.wording import scores, verdict, wheel_words
from assessment.wording.names import short_name
from assessment.wording.plan import plan_title
from assessment.wording.probability import probability_sentence, probability_shares

_WHEEL = 352.0
_SIDE = WIDTH - _WHEEL - 14


def opening(report: PlanReport) -> list[Flowable]:
    """Flowables of the first page."""
    language = report.language
    return [
        *_title(report),
        Heading(safe(verdict.headline(language, report.framework, report.profile)), "h1", 0),
        Paragraph(safe(verdict.standfirst(language, report.framework, report.profile)), style("lead")),
        Spacer(0, 14),
        columns([WheelDrawing(report), _figures(report)], [_WHEEL + 14, _SIDE], gap=14),
        *_why(report),
        *_strengths(report),
    ]


class WheelDrawing(Flowable):
    """The wheel as vectors."""

    def __init__(self, report: PlanReport, width: float = _WHEEL) -> None:
        super().__init__()
        words = wheel_words.wheel_words(report.language)
        wheel = build_wheel(report.profile, report.framework, words, WheelForm.WIDE)
        self._figure = wheel_figure(wheel)
        self.width, self.height = width, width * wheel.height / wheel.width

    def draw(self) -> None:
        draw_figure(self.canv, self._figure, 0, 0, self.width)


def _title(report: PlanReport) -> list[Flowable]:
    """Whose plan this is, from when, on which version of the framework."""
    language = report.language
    plan = safe(plan_title(language, report.profile.level, report.plan))
    version = language.gettext(
        "%(framework)s, version %(version)s",
        framework=language.pick(report.framework.title),
        version=report.framework.version,
    )
    facts = [language.date(report.day), scores.rated_sentence(language, report.profile), version]
    first = f"<b>{safe(report.name, 120)}</b> · {plan}" if report.name else plan
    return [
        Paragraph(first, style("over")),
        Paragraph(safe(" · ".join(facts)), style("over")),
        Spacer(0, 5),
    ]


def _figures(report: PlanReport) -> list[Flowable]:
    language, profile = report.language, report.profile
    roll = "–" if profile.roll is None else language.whole(profile.roll)
    mean = "–" if profile.mean is None else language.whole(profile.mean)
    of_hundred = f'<font size="13" color="#4a5663" name="CxRegular"> {language.gettext("of 100")}</font>'
    return [
        Paragraph(language.gettext("Roll"), style("label")),
        Paragraph(roll + of_hundred, style("figure")),
        Spacer(0, 8),
        Paragraph(safe(scores.roll_note(language, profile)), style("small-note")),
        Spacer(0, 9),
        columns(
            [
                _figure(language.gettext("Mean"), mean, scores.mean_note(language, profile)),
                _figure(
                    language.gettext("Balance"),
                    scores.balance_text(language, profile),
                    scores.balance_note(language),
                ),
            ],
            [_SIDE / 2, _SIDE / 2],
            gap=10,
        ),
        *_certainty(report),
    ]


def _figure(label: str, value: str, note: str) -> list[Flowable]:
    return [
        Paragraph(label, style("label")),
        Paragraph(value, style("figure-small")),
        Paragraph(safe(note), style("small-note")),
    ]


def _certainty(report: PlanReport) -> list[Flowable]:
    language, framework, weakest = report.language, report.framework, report.profile.weakest
    if weakest.verdict is Verdict.INSUFFICIENT:
        return []
    shares = probability_shares(language, framework, weakest)
    hues = [report.hue(share.competencies[0]) if len(share.competencies) == 1 else EDGE for share in shares]
    legend = [
        columns(
            [Swatch(hue), Paragraph(safe(share.name), style("cell")), Paragraph(share.text, style("cell-number"))],
            [12, _SIDE - 12 - 46, 46],
            gap=2,
        )
        for share, hue in zip(shares, hues, strict=True)
    ]
    return [
        Spacer(0, 9),
        Paragraph(language.gettext("How sure is this?"), style("label")),
        Spacer(0, 5),
        ShareBar([(share.share, hue) for share, hue in zip(shares, hues, strict=True)], _SIDE),
        Spacer(0, 4),
        *legend,
        Spacer(0, 3),
        Paragraph(safe(probability_sentence(language, framework, report.profile)), style("small-note")),
    ]


def _why(report: PlanReport) -> list[Flowable]:
    language, framework = report.language, report.framework
    weakest = report.profile.weakest
    spokes = weakest.competencies or (weakest.lowest if len(weakest.lowest) == 1 else ())
    told = [
        Paragraph(
            f"<b>{safe(short_name(language, framework, spoke))}.</b> {safe(_reason(report, spoke, len(spokes)))}",
            style("body-gap"),
        )
        for spoke in spokes
    ]
    if not told:
        return []
    one, many = language.gettext("Why it holds the others back"), language.gettext("Why they hold the others back")
    title = one if len(told) == 1 else many
    return [KeepTogether([Heading(title, "h2", 1), told[0]]), *told[1:]]


def _reason(report: PlanReport, spoke: str, told: int) -> str:
    """The whole reason for one or two competencies, a line for each of more."""
    competency = report.framework.competency(spoke)
    return report.language.pick(competency.why if told <= 2 else competency.without)


def _strengths(report: PlanReport) -> list[Flowable]:
    sentence = scores.strengths_sentence(report.language, report.framework, report.profile)
    return [Paragraph(safe(sentence), style("body-gap"))] if sentence else []
