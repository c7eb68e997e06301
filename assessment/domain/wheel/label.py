"""One label of a wheel: a name in lines, score and level (or why there is none) under it, a hue bar, perhaps a flag."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from assessment.domain.wheel.measures import Measures
from assessment.domain.wheel.parts import TIGHTER, Anchor, Box, Role, Text
from assessment.domain.wheel.text_widths import text_width, wrap_text

_UNDERLINE = 60
MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class LabelWords:
    """What a label says. ``score`` is None without one; then ``no_score`` stands in its place."""

    spoke: int
    name: str
    score: str | None
    level: str
    no_score: str
    flag: str


class Shape(NamedTuple):
    """In how many lines at most the name and the note about a missing score may break."""

    names: int
    notes: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """Parts of labels, ready for the wheel."""

    bars: tuple[Box, ...] = ()
    flags: tuple[Box, ...] = ()
    texts: tuple[Text, ...] = ()

    @classmethod
    def join(cls, pieces: Iterable[Drawn]) -> Drawn:
        drawn = tuple(pieces)
        return cls(
            tuple(bar for piece in drawn for bar in piece.bars),
            tuple(flag for piece in drawn for flag in piece.flags),
            tuple(text for piece in drawn for text in piece.texts),
        )


@dataclass(frozen=True, slots=True)
class Label:
    """A label broken into lines; ``level`` is empty where it has no room. Measured without bar."""

    measures: Measures
    words: LabelWords
    names: tuple[str, ...]
    notes: tuple[str, ...]
    level: str

    @property
    def width(self) -> float:
        """Widest line, bar not counted."""
        measures = self.measures
        lines = [text_width(name, measures.name_size, bold=True) for name in self.names]
        lines += [text_width(note, measures.level_size) for note in self.notes]
        return max([*lines, self.score_width])

    @property
    def score_width(self) -> float:
        if self.words.score is None:
            return 0
        return score_line_width(self.measures, self.words.score, self.level)

    @property
    def drop(self) -> float:
        """From the first baseline down to the last one."""
        measures = self.measures
        names = (len(self.names) - 1) * measures.line_height
        if self.words.score is not None:
            return names + measures.number_below
        return names + measures.words_below + (len(self.notes) - 1) * measures.line_height

    @property
    def flag_width(self) -> float:
        if not self.words.flag:
            return 0
        return text_width(self.words.flag, self.measures.flag_size, bold=True) + 2 * self.measures.flag_pad


def score_line_width(measures: Measures, score: str, level: str) -> float:
    """Width of a score with its level after it."""
    size, width = measures.number_size, text_width(score, measures.number_size, bold=True)
    width -= TIGHTER * len(score) * size
    return width + measures.level_gap + text_width(level, measures.level_size) if level else width


def list_shapes(words: LabelWords) -> tuple[Shape, ...]:
    """Ways to break a label into lines, fewest lines first."""
    notes = (0,) if words.score is not None else (1, 2)
    shapes = (Shape(names, note) for names in range(1, MOST_LINES + 1) for note in notes)
    return tuple(sorted(shapes, key=sum))


def make_label(measures: Measures, words: LabelWords, shape: Shape, *, level: bool) -> Label:
    """The label in lines as narrow as that shape allows."""
    names = wrap_text(words.name, measures.name_size, shape.names, bold=True)
    notes = wrap_text(words.no_score, measures.level_size, shape.notes) if shape.notes else ()
    return Label(measures, words, names, notes, words.level if level and words.score is not None else "")


def fit_label(measures: Measures, words: LabelWords, limit: float) -> Label | None:
    """The label in as few lines as fit into ``limit``, with its level if there is room; None if a word is too long."""
    for shape in list_shapes(words):
        for level in (True, False):
            label = make_label(measures, words, shape, level=level)
            if label.width <= limit:
                return label
    return None


def draw_label(label: Label, anchor: Anchor, edge: float, first: float, *, flag_above: bool) -> Drawn:
    """The label with its first baseline at ``first``.

    ``edge`` is the outer edge of the hue bar, which stands before a start-anchored text and after an end-anchored
    one; under a middle-anchored text it is a short line, and ``edge`` the text's centre.
    """
    bar = _bar(label, anchor, edge, first)
    beside = {Anchor.START: bar.x + bar.width + label.measures.bar_gap, Anchor.END: bar.x - label.measures.bar_gap}
    flags, flag_texts = _flag(label, anchor, bar, edge, above=flag_above)
    return Drawn((bar,), flags, (*_lines(label, anchor, beside.get(anchor, edge), first), *flag_texts))


def _lines(label: Label, anchor: Anchor, x: float, first: float) -> tuple[Text, ...]:
    measures, spoke, texts = label.measures, label.words.spoke, []
    for line, name in enumerate(label.names):
        baseline = first + line * measures.line_height
        texts.append(Text(Role.NAME, name, x, baseline, measures.name_size, anchor, spoke))
    last = first + label.drop
    if label.words.score is not None:
        score, size = label.words.score, measures.number_size
        tail = (label.level, measures.level_size, measures.level_gap)
        texts.append(Text(Role.SCORE, score, x, last, size, anchor, spoke, *tail))
    for line, note in enumerate(reversed(label.notes)):
        baseline = last - line * measures.line_height
        texts.insert(len(label.names), Text(Role.NO_SCORE, note, x, baseline, measures.level_size, anchor, spoke))
    return tuple(texts)


def _bar(label: Label, anchor: Anchor, edge: float, first: float) -> Box:
    measures, spoke, last = label.measures, label.words.spoke, first + label.drop
    if anchor is Anchor.MIDDLE:
        return Box(edge - _UNDERLINE / 2, last + 1 + measures.bar_gap, _UNDERLINE, measures.bar, spoke)
    left = edge if anchor is Anchor.START else edge - measures.bar
    top = first - measures.bar_above
    return Box(left, top, measures.bar, last + 1 - top, spoke)


def _flag(
    label: Label, anchor: Anchor, bar: Box, edge: float, *, above: bool
) -> tuple[tuple[Box, ...], tuple[Text, ...]]:
    if not label.words.flag:
        return (), ()
    measures, width, spoke = label.measures, label.flag_width, label.words.spoke
    left = {Anchor.START: edge, Anchor.END: edge - width, Anchor.MIDDLE: edge - width / 2}[anchor]
    gap = measures.flag_gap
    top = bar.y - gap - measures.flag_height if above else bar.y + bar.height + gap
    text = Text(
        Role.FLAG, label.words.flag, left + width / 2, top + measures.flag_drop, measures.flag_size, spoke=spoke
    )
    return (Box(left, top, width, measures.flag_height, spoke),), (text,)
