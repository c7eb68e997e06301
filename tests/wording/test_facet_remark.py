"""What is said about the facets behind a low score."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assessment.domain.framework import Framework
from assessment.languages import Language
from assessment.wording.facet_remark import facet_remark
from tests.factories.profiles import make_profile


def remark(language: Language, framework: Framework, facets: Sequence[float | None]) -> str:
    profile = make_profile(62, 48, 70, 67, 35, facets=facets)
    return facet_remark(language, framework, profile.competency("design"))


@pytest.mark.parametrize(
    ("facets", "expected"),
    [
        ((45, 15, 45), "It rests on knowledge and skills; what is missing is experience."),
        ((45, 15, 20), "It rests on knowledge; what is missing is experience and skills."),
        ((60, 45, 80), "Strongest within it: skills; lagging behind: knowledge and experience."),
        ((5, 25, 30), "Strongest within it: experience and skills; lagging behind: knowledge."),
        ((30, 35, 40), "Its facets are close together: from 30 to 40."),
        ((30, 30, 30), "All its facets stand at 30."),
        ((20, 45, 70), "It rests on experience and skills; what is missing is knowledge."),
        ((20, None, 60), "It rests on skills; what is missing is knowledge."),
        ((20, None, None), ""),
        ((), ""),
    ],
)
def test_facets_are_parted_at_their_widest_gap(
    framework: Framework, english: Language, facets: Sequence[float | None], expected: str
) -> None:
    assert remark(english, framework, facets) == expected


def test_the_remark_needs_no_cases_in_russian(framework: Framework, russian: Language) -> None:
    text = remark(russian, framework, (60, 45, 80)).replace("\u00a0", " ")
    assert text == "Сильнее в ней навыки, слабее — знания и опыт."
