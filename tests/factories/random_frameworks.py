"""Hypothesis strategies: frameworks of every shape the engine promises to work for, and sheets that answer them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from assessment.domain.answers import AnswerSheet, AnswerValue, SpecialAnswer
from assessment.domain.framework import Framework, Level
from tests.factories.frameworks import make_framework, make_scale

SCALES = ((0, 5), (1, 5), (1, 7), (1, 10))
WEIGHTS = (1.0, 1.0, 0.5, 2.0, 0.1, 0.3, 1.7)


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    """3-12 spokes, 0-4 facets with a scale each, 1-5 items in each of them, some weighted, some reversed."""
    facets = [f"f{n}" for n in range(draw(st.integers(0, 4)))]
    items = draw(st.integers(1, 5))
    plain = make_framework(competencies=draw(st.integers(3, 12)), facets=facets, items_per_facet=items)
    ends = {facet: draw(st.sampled_from(SCALES)) for facet in facets or [None]}
    weighted, turned = draw(st.booleans()), draw(st.booleans())
    random = draw(st.randoms(use_true_random=True))
    return replace(
        plain,
        scales=tuple(make_scale(Level.INDIVIDUAL, facet, pair) for facet, pair in ends.items()),
        items=tuple(
            replace(
                item,
                weight=random.choice(WEIGHTS) if weighted else 1.0,
                reversed=turned and random.random() < 0.3,
            )
            for item in plain.items
        ),
    )


@st.composite
def answered(draw: st.DrawFn, *, complete: bool = False) -> tuple[Framework, AnswerSheet]:
    """A framework with a sheet. Unless ``complete``, up to half of the items are open or have a special answer."""
    framework = draw(frameworks())
    unrated = 0.0 if complete else draw(st.sampled_from((0.0, 0.1, 0.5)))
    random = draw(st.randoms(use_true_random=True))
    values: dict[str, AnswerValue] = {}
    for item in framework.items:
        rating = random.choice(framework.scale_of(item).values)
        special = random.choice((None, SpecialAnswer.NOT_APPLICABLE, SpecialAnswer.DONT_KNOW))
        answer = special if random.random() < unrated else rating
        if answer is not None:
            values[item.id] = answer
    return framework, AnswerSheet(level=Level.INDIVIDUAL, values=values)
