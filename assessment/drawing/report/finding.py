"""Pieces of a first page that tell a finding: the drawing beside its figures, how sure it is, and its reasons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from matplotlib.figure import Figure
from reportlab.lib.colors import Color
from reportlab.platypus import Flowable, KeepTogether, Paragraph, Spacer

from assessment.domain.framework import Framework
from assessment.drawing.pdf_canvas import draw_figure
from assessment.drawing.report.charts import ShareBar, Swatch
from assessment.drawing.report.frame import Heading
from assessment.drawing.report.styles import EDGE, WIDTH, style
from assessment.drawing.report.tables import columns
from assessment.drawing.report.text import safe
from assessment.languages import Language
from assessment.wording.probability import Share

WHEEL = 352.0
"""Points that the wheel is wide."""

GAP = 14.0
SIDE = WIDTH - WHEEL - GAP
"""Points that the figures beside it are wide."""


_LONGEST_NAME = 120


class FigureDrawing(Flowable):
    """A figure as vectors, as wide as the wheel."""

    def __init__(self, figure: Figure) -> None:
        super().__init__()
        wide, high = figure.get_size_inches()
        self._figure = figure
        self.width, self.height = WHEEL, WHEEL * high / wide

    def draw(self) -> None:
        draw_figure(self.canv, self._figure, 0, 0, self.width)


def above_headline(
    language: Language, framework: Framework, *, names: Sequence[str], plan: str, facts: Sequence[str]
) -> list[Flowable]:
    """Two lines: whose plan of what kind this is, and from when, on which version of the framework.

    ``names`` and ``facts`` may be empty or hold empty texts; the first of the names stands out.
    """
    version = language.gettext(
        "%(framework)s, version %(version)s", framework=language.pick(framework.title), version=framework.version
    )
    shown = [safe(name, _LONGEST_NAME) for name in names if name]
    first = [f"<b>{shown[0]}</b>", *shown[1:], safe(plan)] if shown else [safe(plan)]
    second = [fact for fact in (*facts, version) if fact]
    return [
        Paragraph(" · ".join(first), style("over")),
        Paragraph(safe(" · ".join(second)), style("over")),
        Spacer(0, 5),
    ]


def of_hundred(language: Language) -> str:
    """What stands after the roll, as markup."""
    return f'<font size="13" color="#4a5663" name="CxRegular"> {language.gettext("of 100")}</font>'


def two_figures(*figures: tuple[str, str, str]) -> Flowable:
    """Two figures side by side, each with its label before it and its note below."""
    return columns([_figure(*figure) for figure in figures], [SIDE / 2, SIDE / 2], gap=10)


def certainty(
    language: Language, shares: Sequence[Share], hue: Callable[[str | None], Color], sentence: str
) -> list[Flowable]:
    """How sure the weakest link is: a bar with its legend where there are shares, and a sentence anyway."""
    heading = [Spacer(0, 9), Paragraph(language.gettext("How sure is this?"), style("label")), Spacer(0, 5)]
    told = Paragraph(safe(sentence), style("small-note"))
    if not shares:
        return [*heading, told]
    hues = [hue(share.competencies[0]) if len(share.competencies) == 1 else EDGE for share in shares]
    legend = [
        columns(
            [Swatch(colour), Paragraph(safe(share.name), style("cell")), Paragraph(share.text, style("cell-number"))],
            [12, SIDE - 12 - 58, 58],
            gap=2,
        )
        for share, colour in zip(shares, hues, strict=True)
    ]
    bar = ShareBar([(share.share, colour) for share, colour in zip(shares, hues, strict=True)], SIDE)
    return [*heading, bar, Spacer(0, 4), *legend, Spacer(0, 3), told]


def reasons(language: Language, told: Sequence[tuple[str, str]]) -> list[Flowable]:
    """Why it holds the others back: each competency's name and its reason; nothing where there is none."""
    if not told:
        return []
    one, many = language.gettext("Why it holds the others back"), language.gettext("Why they hold the others back")
    paragraphs = [Paragraph(f"<b>{safe(name)}.</b> {safe(reason)}", style("body-gap")) for name, reason in told]
    title = one if len(told) == 1 else many
    return [KeepTogether([Heading(title, "h2", 1), paragraphs[0]]), *paragraphs[1:]]


def _figure(label: str, value: str, note: str) -> list[Flowable]:
    return [
        Paragraph(label, style("label")),
        Paragraph(value, style("figure-small")),
        Paragraph(safe(note), style("small-note")),
    ]
