"""The first page: the finding, the team's wheel beside its figures, and what holds the others back."""

from __future__ import annotations

from matplotlib.figure import Figure
from reportlab.platypus import Flowable, KeepTogether, Paragraph, Spacer

from assessment.domain.framework import Level
from assessment.drawing.pdf_canvas import draw_figure
from assessment.drawing.report.charts import ShareBar, Swatch
from assessment.drawing.report.frame import Heading
from assessment.drawing.report.styles import EDGE, WIDTH, style
from assessment.drawing.report.tables import columns
from assessment.drawing.report.text import safe
from assessment.drawing.team.wheel import team_wheel_figure
from assessment.drawing.team_report.value import TeamReport
from assessment.wording import scores, team_scores, team_verdict
from assessment.wording.amounts import upper_first
from assessment.wording.names import short_name
from assessment.wording.plan import plan_title
from assessment.wording.probability import probability_shares
from assessment.wording.team_method import wheel_key_sentence
from assessment.wording.team_probability import team_probability_sentence

_WHEEL = 352.0
_SIDE = WIDTH - _WHEEL - 14
_LONGEST_NAME = 120
_MOST_REASONS = 2


def opening(report: TeamReport) -> list[Flowable]:
    """Flowables of the first page."""
    language, framework, result = report.language, report.framework, report.result
    figure = team_wheel_figure(framework, result, language)
    return [
        *_title(report),
        Heading(safe(team_verdict.team_headline(language, framework, result)), "h1", 0),
        Paragraph(safe(team_verdict.team_standfirst(language, framework, result)), style("lead")),
        Spacer(0, 14),
        columns([FigureDrawing(figure, _WHEEL), _figures(report)], [_WHEEL + 14, _SIDE], gap=14),
        Paragraph(safe(wheel_key_sentence(language, result)), style("note")),
        *_why(report),
    ]


class FigureDrawing(Flowable):
    """A figure as vectors, ``width`` points wide."""

    def __init__(self, figure: Figure, width: float) -> None:
        super().__init__()
        wide, high = figure.get_size_inches()
        self._figure = figure
        self.width, self.height = width, width * high / wide

    def draw(self) -> None:
        draw_figure(self.canv, self._figure, 0, 0, self.width)


def _title(report: TeamReport) -> list[Flowable]:
    """Whose plan this is, what was asked and when, on which version of the framework."""
    language, result = report.language, report.result
    plan = safe(plan_title(language, Level.TEAM, report.told_plan))
    version = language.gettext(
        "%(framework)s, version %(version)s",
        framework=language.pick(report.framework.title),
        version=report.framework.version,
    )
    facts = [
        upper_first(team_verdict.kind_words(language, result.kind)),
        team_verdict.participation_words(language, result),
        language.gettext("closed on %(date)s", date=language.date(result.closed_on)),
        version,
    ]
    names = [safe(name, _LONGEST_NAME) for name in (report.team, report.campaign) if name]
    first = " · ".join([f"<b>{names[0]}</b>", *names[1:], plan]) if names else plan
    return [
        Paragraph(first, style("over")),
        Paragraph(safe(" · ".join(fact for fact in facts if fact)), style("over")),
        Spacer(0, 5),
    ]


def _figures(report: TeamReport) -> list[Flowable]:
    language, framework, result = report.language, report.framework, report.result
    roll = "–" if result.roll is None else language.whole(result.roll)
    mean = "–" if result.mean is None else language.whole(result.mean)
    balance = "–" if result.balance is None else language.decimal(result.balance)
    of_hundred = f'<font size="13" color="#4a5663" name="CxRegular"> {language.gettext("of 100")}</font>'
    return [
        Paragraph(language.gettext("Roll"), style("label")),
        Paragraph(roll if result.roll is None else f"{roll}{of_hundred}", style("figure")),
        Spacer(0, 4),
        Paragraph(safe(team_scores.team_roll_note(language, framework, result)), style("small-note")),
        Spacer(0, 9),
        columns(
            [
                _figure(language.gettext("Mean"), mean, team_scores.team_mean_note(language, result)),
                _figure(language.gettext("Balance"), balance, scores.balance_note(language)),
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


def _certainty(report: TeamReport) -> list[Flowable]:
    """How sure the weakest link is: a bar where that may be told, a sentence anyway."""
    language, framework, weakest = report.language, report.framework, report.result.weakest
    if weakest is None:
        return []
    sentence = Paragraph(safe(team_probability_sentence(language, framework, report.result)), style("small-note"))
    heading = [Spacer(0, 9), Paragraph(language.gettext("How sure is this?"), style("label")), Spacer(0, 5)]
    if not weakest.probabilities:
        return [*heading, sentence]
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
    bar = ShareBar([(share.share, hue) for share, hue in zip(shares, hues, strict=True)], _SIDE)
    return [*heading, bar, Spacer(0, 4), *legend, Spacer(0, 3), sentence]


def _why(report: TeamReport) -> list[Flowable]:
    """Why the weakest holds the others back, where one or two are named."""
    language, framework, weakest = report.language, report.framework, report.result.weakest
    spokes = () if weakest is None else weakest.competencies[:_MOST_REASONS]
    if weakest is None or not spokes or len(weakest.competencies) > _MOST_REASONS:
        return []
    told = [
        Paragraph(
            f"<b>{safe(short_name(language, framework, spoke))}.</b> "
            f"{safe(language.pick(framework.competency(spoke).why))}",
            style("body-gap"),
        )
        for spoke in spokes
    ]
    one, many = language.gettext("Why it holds the others back"), language.gettext("Why they hold the others back")
    title = one if len(told) == 1 else many
    return [KeepTogether([Heading(title, "h2", 1), told[0]]), *told[1:]]
