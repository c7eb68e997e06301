"""Two results held against each other, as one page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from assessment.domain.change import Change, CompetencyChange
from assessment.domain.framework import Framework
from assessment.languages import Language
from assessment.use_cases.accounts import Account
from assessment.use_cases.compare_results import Comparison
from assessment.web.hues import hue_of
from assessment.web.own_time import own_day, own_moment
from assessment.web.wheel_page import WheelPage, make_wheel_page
from assessment.wording.change import change_sentence, change_words, regression_note, too_soon_warning
from assessment.wording.names import short_name


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One competency then and now; ``errors`` is the change in standard errors of the difference, a dash without."""

    hue: int
    name: str
    earlier: str
    later: str
    difference: str
    errors: str
    said: str
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """Results to choose from, newest first: id and words of each, and which are held against each other."""

    options: tuple[tuple[str, str], ...]
    earlier: str
    later: str


@dataclass(frozen=True, slots=True)
class ChangePage:
    """Finding, warning, both wheels and the table with the same numbers."""

    heading: str
    sentence: str
    warning: str
    regression: str
    earlier_date: str
    later_date: str
    earlier_wheel: WheelPage
    later_wheel: WheelPage
    rows: tuple[ChangeRow, ...]
    roll: tuple[str, str]
    choice: Choice
    disclaimer: str


def build_change_page(
    language: Language, account: Account, comparison: Comparison, results: Sequence[tuple[str, datetime]]
) -> ChangePage:
    """The page in the framework's language; ``results`` are ids and moments of all of the history, newest first."""
    framework, earlier, later = comparison.later.framework, comparison.earlier, comparison.later
    dates = [
        language.date(own_day(account, result.record.submitted_at or result.record.started_at))
        for result in (earlier, later)
    ]
    return ChangePage(
        heading=language.gettext("From %(earlier)s to %(later)s", earlier=dates[0], later=dates[1]),
        sentence=change_sentence(language, framework, comparison.changes),
        warning=too_soon_warning(language) if comparison.too_soon else "",
        regression=regression_note(language, framework, comparison.changes),
        earlier_date=dates[0],
        later_date=dates[1],
        earlier_wheel=make_wheel_page(language, framework, earlier.profile, wheel_id="earlier"),
        later_wheel=make_wheel_page(language, framework, later.profile, wheel_id="later"),
        rows=tuple(_build_row(language, framework, change) for change in comparison.changes),
        roll=(_whole(language, earlier.profile.roll), _whole(language, later.profile.roll)),
        choice=build_choice(language, account, results, earlier=earlier.record.id, later=later.record.id),
        disclaimer=language.pick(framework.disclaimer),
    )


def build_choice(
    language: Language,
    account: Account,
    results: Sequence[tuple[str, datetime]],
    *,
    earlier: str,
    later: str,
) -> Choice:
    """Results to choose from; several of one day are told apart by the time."""
    days = [own_day(account, moment) for _, moment in results]
    of_day = Counter(days)
    options = tuple(
        (result, own_moment(language, account, moment) if of_day[day] > 1 else language.date(day))
        for (result, moment), day in zip(results, days, strict=True)
    )
    return Choice(options, earlier, later)


def _build_row(language: Language, framework: Framework, change: CompetencyChange) -> ChangeRow:
    before = None if change.baseline is None else change.baseline.score
    moved = None if before is None or change.later is None else _shown(change.later) - _shown(before)
    return ChangeRow(
        hue=hue_of(framework, change.competency),
        name=short_name(language, framework, change.competency),
        earlier=_whole(language, before),
        later=_whole(language, change.later),
        difference="–" if moved is None else _signed(str(abs(moved)), moved),
        errors="–"
        if change.reliable_change is None
        else _signed(language.decimal(abs(change.reliable_change), 1), change.reliable_change),
        said=change_words(language, change.change),
        is_sure=change.change not in {None, Change.NO_TELLING},
    )


def _shown(score: float) -> int:
    """The whole number people see: differences of the table agree with its numbers."""
    return int(score + 0.5)


def _whole(language: Language, score: float | None) -> str:
    return "–" if score is None else language.whole(score)


def _signed(text: str, number: float) -> str:
    """With a plus or a true minus sign; nothing before a nought."""
    if not text.strip("0.,"):
        return text
    return f"+{text}" if number > 0 else f"\u2212{text}"
