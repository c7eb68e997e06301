"""A development plan and its steps in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from assessment.domain.development_plan import DevelopmentPlan, PlanStep, PlanTerms, StepKind
from assessment.domain.framework import Framework, Level
from assessment.languages import Language
from assessment.wording import plan as plan_words
from assessment.wording import steps as step_words
from assessment.wording.amounts import about_hours_a_week, dates_text, hours_short, hours_text, weeks_text
from tests.factories.frameworks import make_action, make_course, make_resource
from tests.factories.profiles import make_profile

MONDAY = date(2026, 11, 23)
PROFILE = make_profile(61.67, 48.33, 70, 66.67, 35)


def step(
    step_id: str, competency: str | None = "design", *, hours: float = 6, weeks: int = 3, after: int = 0
) -> PlanStep:
    start = MONDAY + timedelta(weeks=after)
    return PlanStep(
        id=step_id,
        kind=StepKind.ACTION,
        competency=competency,
        facet="experience" if competency else None,
        title={"en": "Go through your service", "ru": "Пройдите свой сервис"},
        how={"en": "As a customer.", "ru": "Как клиент."},
        evidence={"en": "Diary of the journey", "ru": "Дневник пути"},
        hours=hours,
        weeks=weeks,
        start=start,
        due=start + timedelta(weeks=weeks, days=-1),
    )


def make_plan(steps: Sequence[PlanStep] = (), bottleneck: str | None = "strategy") -> DevelopmentPlan:
    return DevelopmentPlan(PlanTerms(MONDAY), tuple(steps), bottleneck)


PLAN = make_plan(
    [step("a"), step("b", hours=8, after=3), step("c", "strategy", hours=8, weeks=4, after=6)], bottleneck="strategy"
)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_the_heading_counts_actions_and_hours(english: Language, russian: Language) -> None:
    assert plan_words.plan_heading(english, PLAN) == "Three actions, 22 hours"
    assert plain(plan_words.plan_heading(russian, PLAN)) == "Три действия, 22 часа"
    assert plan_words.plan_heading(english, make_plan()) == "No actions yet"


def test_the_teaser_says_hours_and_weeks(english: Language, russian: Language) -> None:
    assert plan_words.teaser_heading(english, PLAN) == "A first plan: 22 hours in 10 weeks"
    assert plain(plan_words.teaser_heading(russian, PLAN)) == "Первый план: 22 часа за 10 недель"
    assert plan_words.teaser_heading(english, make_plan()) == "A first plan"


@pytest.mark.parametrize(
    ("level", "ru"),
    [
        (Level.INDIVIDUAL, "Личный план развития на 12 недель"),
        (Level.TEAM, "План развития команды на 12 недель"),
        (Level.ORGANISATION, "План развития компании на 12 недель"),
    ],
)
def test_the_title_says_whose_plan_it_is(russian: Language, level: Level, ru: str) -> None:
    assert plain(plan_words.plan_title(russian, level, PLAN)) == ru


def test_the_sentence_says_the_weekly_load_and_what_is_lifted(
    framework: Framework, english: Language, russian: Language
) -> None:
    assert plan_words.plan_sentence(english, framework, PROFILE, PLAN) == (
        "About 2 hours a week. Two actions raise the lowest spoke. Also in the plan: strategy."
    )
    assert plain(plan_words.plan_sentence(russian, framework, PROFILE, PLAN)) == (
        "Около 2 часов в неделю. Два действия поднимают самую низкую спицу. Ещё в плане: стратегия."
    )


def test_a_plan_for_one_spoke_says_so(framework: Framework, english: Language) -> None:
    only = make_plan([step("a")])
    assert plan_words.plan_sentence(english, framework, PROFILE, only).endswith("All of it raises the lowest spoke.")


def test_own_steps_without_a_competency_lift_nothing_by_name(framework: Framework, english: Language) -> None:
    own = make_plan([step("own-1", None)])
    assert plan_words.plan_sentence(english, framework, PROFILE, own) == "About 2 hours a week."


def test_an_incomplete_wheel_is_said_in_the_plan(framework: Framework, english: Language) -> None:
    profile = make_profile(62, None, 70, 67, 35)
    text = plan_words.plan_sentence(english, framework, profile, PLAN)
    assert text.endswith("Made from the competencies that have a score; still without one: strategy.")


def test_an_empty_plan_says_why(framework: Framework, english: Language) -> None:
    empty = make_plan()
    with_actions = replace(framework, actions=(make_action("a", competency="design"),))
    assert "brings no actions" in plan_words.plan_sentence(english, framework, PROFILE, empty)
    assert "hours a week: 3, weeks: 12" in plan_words.plan_sentence(english, with_actions, PROFILE, empty)
    nothing = make_profile(None, None, None, None, None)
    assert "not enough answers" in plan_words.plan_sentence(english, with_actions, nothing, empty)


def test_the_next_bottleneck_is_another_spoke_or_still_the_same(framework: Framework, english: Language) -> None:
    def said(plan: DevelopmentPlan) -> str:
        return plan_words.next_bottleneck_sentence(english, framework, PROFILE, plan)

    assert said(PLAN).endswith("the next one to hold the wheel back: strategy.")
    assert said(replace(PLAN, next_bottleneck="design")).endswith("still the same: design and change.")
    assert said(replace(PLAN, next_bottleneck=None)) == ""
    assert said(make_plan()) == ""


def test_how_to_know_that_it_worked_names_the_week_and_the_threshold(
    framework: Framework, english: Language, russian: Language
) -> None:
    assert plan_words.how_you_will_know(english, framework, PROFILE, PLAN) == (
        "Repeat the assessment in the week of 8 February 2027. From 58 points on, the growth is real; below that it "
        "cannot yet be told from chance (design and change). The lowest score moves back a little by itself, and this "
        "threshold allows for it."
    )
    assert "на неделе с 8 февраля 2027 года. Начиная с 58 баллов" in plain(
        plan_words.how_you_will_know(russian, framework, PROFILE, PLAN)
    )


def test_without_a_roll_there_is_no_threshold(framework: Framework, english: Language) -> None:
    profile = make_profile(62, None, 70, 67, 35)
    text = plan_words.how_you_will_know(english, framework, profile, PLAN)
    assert text == "Repeat the assessment in the week of 8 February 2027."


def test_a_wheel_near_the_top_has_no_room_for_real_growth(framework: Framework, english: Language) -> None:
    profile = make_profile(96, 96, 96, 96, 95)
    assert "could no longer be told from chance" in plan_words.how_you_will_know(english, framework, profile, PLAN)


def test_what_is_needed_from_others_is_time_and_a_look_together(english: Language, russian: Language) -> None:
    assert plan_words.what_you_need(english, PLAN) == (
        "About 2 hours a week for 10 weeks, and half an hour in the week of 28 December 2026 to look together at what "
        "has been found."
    )
    assert plain(plan_words.what_you_need(russian, PLAN)).startswith("Около 2 часов в неделю в течение 10 недель")
    assert plan_words.what_you_need(english, make_plan()) == ""
    assert plain(plan_words.what_you_need_heading(russian, Level.ORGANISATION)) == "Что нужно от руководства компании"


def test_the_assumption_of_the_simulator_is_said_with_its_constants(framework: Framework, english: Language) -> None:
    assert "lifts the two lowest answers of its facet by one point of the scale" in plan_words.assumption_note(
        english, framework
    )


def test_a_step_says_its_place_dates_and_evidence(framework: Framework, english: Language, russian: Language) -> None:
    first = PLAN.steps[0]
    assert step_words.step_place(english, framework, first) == "Design and change · experience"
    assert step_words.step_place(english, framework, replace(first, facet=None)) == "Design and change"
    assert step_words.step_place(english, framework, step("own-1", None)) == "Own step"
    assert step_words.step_dates(english, first) == "23 Nov – 13 Dec 2026"
    assert step_words.effort_text(english, first) == "6 hours · 3 weeks"
    assert step_words.done_when(english, first) == "Done when there is: diary of the journey."
    assert plain(step_words.done_when(russian, first)) == "Готово, когда есть: дневник пути."
    assert step_words.done_when(english, replace(first, evidence={"": " "})) == ""


def test_what_helps_lists_courses_before_books_with_their_authors(framework: Framework, english: Language) -> None:
    shelf = replace(framework, courses=(make_course("x"),), resources=(make_resource("y"),))
    helped = replace(PLAN.steps[0], courses=("x",), resources=("y",))
    assert step_words.what_helps(english, shelf, helped) == ("Course x", "A. Author. Book y")


def test_whose_name_begins_a_title_is_not_named_again(framework: Framework, english: Language) -> None:
    standard = replace(make_resource("y"), authors="ISO", title={"en": "ISO 10001:2018 Codes of conduct"})
    helped = replace(PLAN.steps[0], courses=(), resources=("y",))
    assert step_words.what_helps(english, replace(framework, resources=(standard,)), helped) == (
        "ISO 10001:2018 Codes of conduct",
    )


@pytest.mark.parametrize(
    ("hours", "en", "ru"),
    [
        (1, "1 hour", "1 час"),
        (2, "2 hours", "2 часа"),
        (2.5, "2.5 hours", "2,5 часа"),
        (21, "21 hours", "21 час"),
        (30.0, "30 hours", "30 часов"),
    ],
)
def test_hours_take_the_right_plural(english: Language, russian: Language, hours: float, en: str, ru: str) -> None:
    assert (hours_text(english, hours), plain(hours_text(russian, hours))) == (en, ru)


def test_short_hours_and_weeks_fit_a_table(english: Language, russian: Language) -> None:
    assert (hours_short(english, 6), plain(hours_short(russian, 2.5))) == ("6 h", "2,5 ч")
    assert [plain(weeks_text(russian, n)) for n in (1, 3, 11)] == ["1 неделя", "3 недели", "11 недель"]


def test_a_light_week_is_less_than_an_hour(english: Language, russian: Language) -> None:
    assert about_hours_a_week(english, 2, 10) == "less than an hour a week"
    assert about_hours_a_week(english, 0, 0) == "less than an hour a week"
    assert plain(about_hours_a_week(russian, 10, 10)) == "около 1 часа в неделю"


@pytest.mark.parametrize(
    ("start", "due", "text"),
    [
        (date(2026, 11, 23), date(2026, 12, 13), "23 Nov – 13 Dec 2026"),
        (date(2027, 1, 4), date(2027, 1, 24), "4–24 Jan 2027"),
        (date(2026, 12, 14), date(2027, 1, 3), "14 Dec 2026 – 3 Jan 2027"),
        (date(2026, 12, 14), date(2026, 12, 14), "14 Dec 2026"),
    ],
)
def test_dates_say_month_and_year_only_where_they_differ(english: Language, start: date, due: date, text: str) -> None:
    assert dates_text(english, start, due) == text
