"""A history as pages show it: wheels side by side, and what really changed between the last two."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flask import url_for

from assessment.domain.framework import Level
from assessment.languages import Language
from assessment.use_cases.accounts import Account
from assessment.use_cases.compare_results import Comparison, compare, is_comparable
from assessment.use_cases.own_assessments import History, OwnResult
from assessment.web.locale import language_for
from assessment.web.own_time import own_day
from assessment.web.small_wheel import SmallWheel, find_standing_out, make_small_wheel
from assessment.wording.change import change_sentence, too_soon_warning
from assessment.wording.levels import about_whom
from assessment.wording.names import join_with_and, short_name


@dataclass(frozen=True, slots=True)
class PastResult:
    """One wheel in a row of wheels. ``note`` names its lowest spokes, or says why there are none."""

    url: str
    date: str
    wheel: SmallWheel
    note: str


@dataclass(frozen=True, slots=True)
class ChangePart:
    """What the last two results say together; ``warning`` and ``url`` are empty where there is nothing behind."""

    sentence: str
    warning: str
    url: str


@dataclass(frozen=True, slots=True)
class HistoryPart:
    """Wheels of one questionnaire and level, newest first; ``more`` tells how many stand on a page of their own."""

    heading: str
    results: tuple[PastResult, ...]
    change: ChangePart | None
    url: str
    more: str


def build_history(language: Language, account: Account, history: History) -> HistoryPart:
    """The newest results of a history and the change between the last two."""
    newest = history.results[0]
    return HistoryPart(
        heading=history_heading(language, newest, history.level),
        results=build_past(account, history.results, history.framework_id),
        change=_build_change(language, history.results),
        url=url_for("home.history", framework_id=history.framework_id, level=history.level.value),
        more=language.ngettext("All %(n)s result", "All %(n)s results", history.count)
        if history.count > len(history.results)
        else "",
    )


def history_heading(language: Language, newest: OwnResult, level: Level) -> str:
    """In a line: "CX competencies · About me"."""
    spoken = language_for(newest.framework)
    return f"{spoken.pick(newest.framework.title)} · {about_whom(language, level)}"


def build_past(account: Account, results: Iterable[OwnResult], name: str) -> tuple[PastResult, ...]:
    """Wheels of results; ``name`` makes them unique on the page."""
    return tuple(_build_past(account, result, f"{name}-{place}") for place, result in enumerate(results))


def _build_past(account: Account, result: OwnResult, wheel_id: str) -> PastResult:
    language = language_for(result.framework)
    return PastResult(
        url=url_for("result.show", assessment_id=result.record.id),
        date=language.date(own_day(account, result.record.submitted_at or result.record.started_at)),
        wheel=make_small_wheel(language, result.framework, result.profile, wheel_id),
        note=_note(language, result),
    )


def _note(language: Language, result: OwnResult) -> str:
    """What the wheel says, in a line below it."""
    names = [short_name(language, result.framework, spoke) for spoke in find_standing_out(result.profile)]
    if names:
        return language.gettext("Lowest: %(names)s", names=join_with_and(language, names))
    if result.profile.roll is None:
        return language.gettext("Too few answers for a whole wheel")
    return language.gettext("All spokes are equal")


def _build_change(language: Language, results: tuple[OwnResult, ...]) -> ChangePart | None:
    if len(results) < 2:
        return None
    if not is_comparable(results[0], results[1]):
        changed = language.gettext(
            "The questionnaire has changed since the result before, so the two are not compared."
        )
        return ChangePart(changed, "", "")
    return build_change(compare(results[0], results[1]))


def build_change(comparison: Comparison) -> ChangePart:
    """What two results say together."""
    framework = comparison.later.framework
    language = language_for(framework)
    return ChangePart(
        sentence=change_sentence(language, framework, comparison.changes),
        warning=too_soon_warning(language) if comparison.too_soon else "",
        url=url_for("home.change", earlier=comparison.earlier.record.id, later=comparison.later.record.id),
    )
