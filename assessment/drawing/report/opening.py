"""The first page: the finding, the wheel beside its figures, and what blocks the next level."""

from __future__ import annotations

from reportlab.platypus import Flowable, Paragraph, Spacer

from assessment.domain.profile import Verdict
from assessment.domain.wheel import WheelForm, build_wheel
from assessment.drawing.pdf_canvas import draw_figure
from assessment.drawing.report.charts import ShareBar, Swatch
from assessment.drawing.report.frame import Heading
from assessment.drawing.report.styles import EDGE, WIDTH, style
from assessment.drawing.report.tables import Cell, columns, ruled_table
from assessment.drawing.report.text import safe
from assessment.drawing.report.value import PlanReport
from assessment.drawing.wheel_figure import wheel_figure
from assessment.wording import blockers, scores, verdict, wheel_words
from assessment.wording.names import short_name
from assessment.wording.probability import probability_sentence, share_text

_WHEEL = 348.0
_SMALLEST_SHARE = 0.01
"""Competencies below this probability are told together in the legend."""


def opening(report: PlanReport) -> list[Flowable]:
    """Flowables of the first page."""
    language = report.language
    return [
        Paragraph(_over(report), style("over")),
        Heading(safe(verdict.headline(language, report.framework, report.profile)), "h1", 0),
        Paragraph(safe(verdict.standfirst(language, report.framework, report.profile)), style("lead")),
        Spacer(0, 12),
        columns([WheelDrawing(report), _figures(report)], [_WHEEL + 14, WIDTH - _WHEEL - 14], gap=14),
        *_blockers(report),
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


def _over(report: PlanReport) -> str:
    language = report.language
    parts = [
        language.date(report.day),
        scores.rated_sentence(language, report.profile),
        language.gettext(
            "%(framework)s, version %(version)s",
            framework=language.pick(report.framework.title),
            version=report.framework.version,
        ),
    ]
    named = f"<b>{safe(report.name, 120)}</b> · " if report.name else ""
    return named + safe(" · ".join(parts))


def _figures(report: PlanReport) -> list[Flowable]:
    language, profile = report.language, report.profile
    width = WIDTH - _WHEEL - 14
    roll: Cell = Paragraph("–" if profile.roll is None else language.whole(profile.roll), style("figure"))
    mean = "–" if profile.mean is None else language.whole(profile.mean)
    return [
        Paragraph(language.gettext("Roll"), style("label")),
        Spacer(0, 2),
        columns([roll, Paragraph(language.gettext("of 100"), style("of"))], [62, width - 62], gap=4),
        Spacer(0, 3),
        Paragraph(safe(scores.roll_note(language, profile)), style("note")),
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
            [width / 2, width / 2],
            gap=10,
        ),
        *_certainty(report, width),
    ]


def _figure(label: str, value: str, note: str) -> list[Flowable]:
    return [
        Paragraph(label, style("label")),
        Paragraph(value, style("figure-small")),
        Paragraph(safe(note), style("small-note")),
    ]


def _certainty(report: PlanReport, width: float) -> list[Flowable]:
    language, weakest = report.language, report.profile.weakest
    if weakest.verdict is Verdict.INSUFFICIENT:
        return []
    ranked = sorted(weakest.probabilities.items(), key=lambda pair: -pair[1])
    shown = [(spoke, share) for spoke, share in ranked if share >= _SMALLEST_SHARE]
    rest = 1 - sum(share for _, share in shown)
    bar = [(share, report.hue(spoke)) for spoke, share in shown] + ([(rest, EDGE)] if rest > 0 else [])
    legend: list[Flowable] = [
        columns(
            [
                Swatch(report.hue(spoke)),
                Paragraph(safe(short_name(language, report.framework, spoke)), style("cell")),
                Paragraph(safe(share_text(language, share)), style("cell-number")),
            ],
            [12, width - 12 - 34, 34],
            gap=2,
        )
        for spoke, share in shown
    ]
    return [
        Spacer(0, 9),
        Paragraph(language.gettext("How sure is this?"), style("label")),
        Spacer(0, 5),
        ShareBar(bar, width),
        Spacer(0, 4),
        *legend,
        Spacer(0, 3),
        Paragraph(safe(probability_sentence(language, report.framework, report.profile)), style("small-note")),
    ]


def _blockers(report: PlanReport) -> list[Flowable]:
    language, framework = report.language, report.framework
    if not report.profile.blockers:
        return []
    rows: list[list[Cell]] = []
    for blocker in report.profile.blockers:
        item = framework.item(blocker.item)
        scale = framework.scale_of(item)
        rows.append(
            [
                Paragraph(safe(language.pick(item.text)), style("cell")),
                *(
                    Paragraph(
                        f"<b>{value}</b>&nbsp; {safe(blockers.anchor_text(language, scale, value))}", style("cell")
                    )
                    for value in (blocker.value, blocker.needed)
                ),
            ]
        )
    heads = [language.gettext("Statement"), language.gettext("Now"), language.gettext("Needed")]
    return [
        Heading(language.gettext("What blocks the next level"), "h2", 1),
        Paragraph(safe(blockers.blockers_intro(language, framework, report.profile)), style("note")),
        ruled_table(heads, rows, [WIDTH * 0.46, WIDTH * 0.27, WIDTH * 0.27]),
    ]
