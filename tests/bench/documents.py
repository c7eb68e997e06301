"""The development plan as a PDF."""

from __future__ import annotations

from datetime import date

from assessment.domain.development_plan import PlanTerms
from assessment.domain.planning import make_plan
from assessment.domain.quality import check_quality
from assessment.domain.scoring import score_sheet
from assessment.drawing.report.value import PlanReport
from assessment.languages import get_language
from tests.bench.measure import first_milliseconds, milliseconds
from tests.bench.people import sheets
from tests.factories.frameworks import core_framework


def measure() -> list[tuple[str, str]]:
    report = _report()

    def draw() -> bytes:
        from assessment.drawing.plan_document import plan_document

        return plan_document(report)

    return [
        ("plan as a PDF, first (with what it loads)", first_milliseconds(draw)),
        ("plan as a PDF, repeated", milliseconds(draw, 20)),
        (
            "make a plan (simulating after each step)",
            milliseconds(lambda: make_plan(report.framework, report.sheet, report.plan.terms), 50),
        ),
    ]


def _report() -> PlanReport:
    framework = core_framework()
    sheet = sheets(framework, 1)[0]
    return PlanReport(
        language=get_language("ru"),
        framework=framework,
        sheet=sheet,
        profile=score_sheet(framework, sheet),
        quality=check_quality(framework, sheet, None),
        plan=make_plan(framework, sheet, PlanTerms(start=date(2026, 11, 23))),
        name="Анна",
        day=date(2026, 11, 21),
    )
