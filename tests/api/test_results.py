"""What a submitted assessment gives: result, wheel, plan, report, export."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from io import BytesIO

import pytest
from pypdf import PdfReader

from assessment.domain.framework import Level
from assessment.domain.scoring import score_sheet
from tests.factories.api_callers import TOTALS, Caller, start_by_api
from tests.factories.frameworks import core_framework
from tests.factories.sheets import sheet_of_totals

AFTER_SUBMISSION = ("/result", "/wheel.svg", "/wheel.png", "/plan", "/plan.pdf")
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def submitted(caller: Caller) -> Caller:
    caller.answer()
    caller.submit()
    return caller


@pytest.mark.parametrize("rest", AFTER_SUBMISSION)
def test_there_is_nothing_to_see_before_submission(caller: Caller, rest: str) -> None:
    caller.answer()
    answer = caller.get(rest)
    assert answer.status_code == 409
    assert answer.get_json()["type"] == "/api/v1/#not-submitted"


@pytest.mark.parametrize("rest", ["", "/answers", "/export", *AFTER_SUBMISSION])
def test_no_cache_keeps_anything_of_it(submitted: Caller, rest: str) -> None:
    assert submitted.get(rest).headers["Cache-Control"] == "no-store"


def test_the_result_says_every_number_in_full_precision(submitted: Caller) -> None:
    framework = core_framework()
    profile = score_sheet(framework, sheet_of_totals(framework, TOTALS))
    result = submitted.get("/result").get_json()
    assert list(result) == [
        *("framework", "version", "level", "locale", "submitted_at", "competencies", "roll", "mean", "balance"),
        *("weakest", "blockers"),
    ]
    assert (result["framework"], result["version"]) == ("cx_competencies", framework.version)
    assert (result["level"], result["locale"]) == ("individual", "ru")
    assert result["submitted_at"] == "2026-11-21T09:00:00Z"
    assert (result["roll"], result["mean"], result["balance"]) == (profile.roll, profile.mean, profile.balance)
    assert result["weakest"] == {
        "verdict": "named",
        "competencies": ["design"],
        "probabilities": dict(profile.weakest.probabilities),
    }
    assert result["blockers"] == [
        {
            "item": blocker.item,
            "competency": blocker.competency,
            "facet": blocker.facet,
            "value": blocker.value,
            "needed": blocker.needed,
        }
        for blocker in profile.blockers
    ]
    assert result["blockers"], "the weakest competency is below proficient"


def test_a_competency_of_the_result_has_exactly_its_fields(submitted: Caller) -> None:
    framework = core_framework()
    score = score_sheet(framework, sheet_of_totals(framework, TOTALS)).competencies[0]
    assert score.interval is not None
    assert submitted.get("/result").get_json()["competencies"][0] == {
        "id": "culture",
        "name": framework.competency("culture").name["ru"],
        "block": "big_picture",
        "score": 100 * 37 / 60,
        "interval": list(score.interval),
        "band": "developing",
        "items": 12,
        "applicable": 12,
        "rated": 12,
        "partial": False,
        "facets": {facet.facet: facet.score for facet in score.facets},
    }


def test_a_result_without_enough_answers_has_no_numbers_instead_of_zeros(caller: Caller) -> None:
    items = core_framework().items_of(Level.INDIVIDUAL, "culture")
    caller.patch({item.id: 3 for item in items[:7]} | {items[7].id: "not_applicable", items[8].id: "dont_know"})
    result = caller.submit({"accept_incomplete": True}).get_json()
    culture, strategy = result["competencies"][:2]
    assert (result["roll"], result["mean"], result["balance"]) == (None, None, None)
    assert result["weakest"] == {"verdict": "insufficient", "competencies": [], "probabilities": {}}
    assert result["blockers"] == []
    assert (culture["applicable"], culture["rated"], culture["partial"]) == (11, 7, True)
    assert culture["facets"] == {"knowledge": 60.0, "experience": 60.0, "skill": None}
    assert (strategy["score"], strategy["interval"], strategy["band"]) == (None, None, None)


@pytest.mark.parametrize("locale", ["en", "ru"])
def test_the_wheel_comes_as_svg_and_png(caller: Caller, locale: str) -> None:
    caller = start_by_api(caller.client, locale=locale)
    caller.answer()
    caller.submit()
    svg, png = caller.get("/wheel.svg"), caller.get("/wheel.png")
    assert svg.content_type.startswith("image/svg+xml")
    assert png.content_type == "image/png"
    assert ET.fromstring(svg.data).tag.endswith("svg")  # noqa: S314  drawn by ourselves
    assert png.data.startswith(PNG)
    assert svg.headers["Content-Disposition"] == "attachment; filename=wheel.svg"
    assert png.headers["Content-Disposition"] == "attachment; filename=wheel.png"
    assert core_framework().competency("design").short[locale] in svg.get_data(as_text=True)
    assert caller.get("/wheel.svg").data == svg.data


def test_the_plan_tells_each_step_with_its_dates_evidence_and_courses(submitted: Caller) -> None:
    framework = core_framework()
    plan = submitted.get("/plan").get_json()
    assert list(plan) == ["start", "weekly_hours", "weeks", "at_most", "next_bottleneck", "steps"]
    assert (plan["start"], plan["weekly_hours"], plan["weeks"]) == ("2026-11-23", 3.0, 12)
    step = plan["steps"][0]
    action = framework.action(step["action"])
    assert action.competency == "design"
    assert {key: value for key, value in step.items() if key not in {"start", "due", "weeks"}} == {
        "id": action.id,
        "competency": "design",
        "facet": action.facet,
        "action": action.id,
        "title": action.title["ru"],
        "how": action.how["ru"],
        "hours": action.hours,
        "evidence": action.evidence["ru"],
        "done_on": None,
        "note": "",
        "courses": [
            {
                "id": course.id,
                "kind": course.kind,
                "title": course.title["ru"],
                "provider": course.provider,
                "url": course.url,
            }
            for course in map(framework.course, action.courses)
        ],
        "resources": [
            {
                "id": resource.id,
                "kind": resource.kind,
                "title": resource.title["ru"],
                "authors": resource.authors,
                "year": resource.year,
            }
            for resource in map(framework.resource, action.resources)
        ],
    }
    assert plan["start"] <= step["start"] <= step["due"]


def test_the_report_comes_as_pdf(submitted: Caller) -> None:
    report = submitted.get("/plan.pdf")
    assert report.content_type == "application/pdf"
    assert report.headers["Content-Disposition"] == "attachment; filename=plan.pdf"
    assert len(PdfReader(BytesIO(report.data)).pages) >= 3


def test_an_open_assessment_can_be_exported(caller: Caller) -> None:
    caller.patch({"ind.culture.knowledge.elements": 3})
    export = caller.get("/export").get_json()
    assert (export["status"], export["channel"], export["result"], export["plan"]) == ("open", "api", None, None)
    assert [answer["item"] for answer in export["answers"]] == ["ind.culture.knowledge.elements"]


def test_the_export_holds_everything_but_the_token(submitted: Caller) -> None:
    result, plan = submitted.get("/result").get_json(), submitted.get("/plan").get_json()
    submitted.get("/wheel.png")
    answer = submitted.get("/export")
    export = answer.get_json()
    assert export["result"] == result
    assert [step["id"] for step in export["plan"]["steps"]] == [step["id"] for step in plan["steps"]]
    assert [(file["kind"], file["locale"]) for file in export["files"]] == [("png", "ru")]
    assert len(export["answers"]) == 60
    assert submitted.created["token"] not in answer.get_data(as_text=True)
