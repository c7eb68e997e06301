"""Page value of the style guide: every component with invented content, in every state it has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from assessment.domain.campaign import CampaignKind
from assessment.domain.development_plan import PlanTerms
from assessment.domain.framework import Framework, Level
from assessment.domain.planning import make_plan
from assessment.domain.quality import check_quality
from assessment.domain.scoring import score_sheet
from assessment.languages import Language
from assessment.use_cases.make_plan import PlanView
from assessment.use_cases.records import AssessmentRecord, Status
from assessment.use_cases.show_result import AssessmentResult
from assessment.web.fields import FieldView
from assessment.web.plan.pages import PlanPage, build_plan_page
from assessment.web.questions.pages import Step
from assessment.web.questions.sections import Point, Row, Section, build_sections, special_points
from assessment.web.result.competency_page import CompetencyPage, build_competency_page
from assessment.web.result.pages import ResultPage, build_result_page
from assessment.web.site.team_example import example_team_page
from assessment.web.start.example import example_sheet
from assessment.web.team_result.pages import TeamResultPage

_ID = "example"


@dataclass(frozen=True, slots=True)
class StyleGuide:
    """Values for every component. ``sections`` are scales of different lengths, ``chosen`` some answers on them.

    ``themselves`` and ``together`` are results of a team whose members rated themselves, and their team.
    """

    result: ResultPage
    plan: PlanPage
    competency: CompetencyPage
    sections: tuple[Section, ...]
    chosen: Mapping[str, str]
    steps: tuple[Step, ...]
    fields: tuple[FieldView, ...]
    themselves: TeamResultPage
    together: TeamResultPage


def build_style_guide(framework: Framework, language: Language, now: datetime) -> StyleGuide:
    """Everything is scored and planned from the example of the first page."""
    view = _example_plan(framework, language, now)
    competency = view.result.profile.weakest.lowest[0]
    sections = (build_sections(framework, framework.levels[0], competency, language)[0], *_other_scales(language))
    return StyleGuide(
        result=build_result_page(language, view.result, view.plan, lambda other: f"#{other}"),
        plan=build_plan_page(language, view, today=now.date()),
        competency=build_competency_page(language, view.result, competency),
        sections=sections,
        chosen={section.rows[0].id: section.points[1].value for section in sections}
        | {sections[0].rows[1].id: "dont_know"},
        steps=(
            Step("a", "All answered", 12, 12, "100.0%", is_current=False),
            Step("b", "Here", 7, 12, "58.3%", is_current=True),
            Step("c", "A competency with a longer name", 0, 12, "0.0%", is_current=False),
        ),
        themselves=example_team_page(framework, language, CampaignKind.THEMSELVES, now.date()),
        together=example_team_page(framework, language, CampaignKind.TEAM, now.date()),
        fields=(
            FieldView("f1", "f1", "A field", "with text", hint="A hint in one sentence."),
            FieldView("f2", "f2", "A refused field", "40", kind="number", error="A week has at most 20 hours to give."),
            FieldView("f3", "f3", "A longer text", "", kind="textarea"),
            FieldView("f4", "f4", "A choice", "b", kind="select", options=(("a", "First"), ("b", "Second"))),
        ),
    )


def _example_plan(framework: Framework, language: Language, now: datetime) -> PlanView:
    sheet = example_sheet(framework)
    record = AssessmentRecord(
        id=_ID,
        framework_id=framework.id,
        version=framework.version,
        level=Level(sheet.level),
        locale=language.locale,
        channel="web",
        status=Status.SUBMITTED,
        revision=1,
        items=len(framework.items_of(sheet.level)),
        answered=len(sheet.values),
        started_at=now,
        submitted_at=now,
        name="",
    )
    profile = score_sheet(framework, sheet)
    result = AssessmentResult(record, framework, sheet, profile, check_quality(framework, sheet, None))
    plan = make_plan(framework, sheet, PlanTerms(start=date(now.year, now.month, now.day)))
    return PlanView(result=result, plan=plan)


def _other_scales(language: Language) -> tuple[Section, ...]:
    """Scales that the core framework does not have: seven points with words at the ends, ten with words in between."""
    seven = _points("Never", "", "", "Now and then", "", "", "Always")
    ten = _points("No idea", *[""] * 8, "Could teach it")
    return tuple(
        Section(
            id=f"scale-{len(points)}",
            name=name,
            prompt="How often does it happen?",
            points=points,
            ends=(points[0], points[-1]),
            specials=special_points(language),
            rows=(Row(f"{name}.1", "A statement that has been rated."), Row(f"{name}.2", "A statement that is open.")),
        )
        for name, points in (("Seven points", seven), ("Ten points", ten))
    )


def _points(*words: str) -> tuple[Point, ...]:
    return tuple(Point(str(value), text, text or None) for value, text in enumerate(words, start=1))
