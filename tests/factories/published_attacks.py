"""What can be told of people who must not be told apart, tried on one published result: True where it succeeds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations

from assessment.domain.agreement import find_agreement
from assessment.domain.coverage import Coverage, PartCoverage
from assessment.domain.left_open import ROOM
from assessment.domain.releasing import Closed, release_result
from assessment.domain.suppression.release import Form
from assessment.domain.team_result import ReleasedScore, TeamResult
from tests.factories.attacks import find_exposed
from tests.factories.released_attacks import (
    FRAMEWORK,
    LONGEST,
    K,
    Told,
    group_sum,
    list_told,
    rank,
    rated_by,
    room_of,
    sums_of_result,
)

SPREAD = 10
WORDS: dict[str | None, tuple[int, int]] = {
    Coverage.OPEN: (0, 0),
    Coverage.ONE_PERSON: (1, 1),
    Coverage.COVERED: (2, 99),
    PartCoverage.THIN: (0, 1),
    PartCoverage.COVERED: (2, 99),
}
"""How many people at 60 and above a word can mean."""


def publish(closed: Closed) -> TeamResult:
    return release_result(closed).result


def scores_of(closed: Closed, result: TeamResult) -> Iterator[Told]:
    for spoke in result.competencies:
        yield from list_told(spoke, closed.level)


def raters_of(told: Told, closed: Closed) -> int:
    """Raters of a statement; everybody, where everybody rated everything."""
    return len(rated_by(closed)[told.items[0]])


def is_complete(closed: Closed) -> bool:
    return all(len(people) == len(closed.sheets) for people in rated_by(closed).values())


def total_of(told: Told, closed: Closed) -> int:
    """Sum of all answers to the statements, as it follows from the mean, told or worked out."""
    return sum(
        int(sheet.values[item]) for sheet in closed.sheets.values() for item in told.items if item in rated(sheet)
    )


def rated(sheet: object) -> set[str]:
    return {item for item, value in sheet.values.items() if isinstance(value, int)}  # type: ignore[attr-defined]


def exposed_by_means(closed: Closed, result: TeamResult) -> bool:
    return any(find_exposed(sums, K) is not None for sums in sums_of_result(closed, result))


def pins_somebody_by_numbers(closed: Closed, result: TeamResult) -> bool:
    """Whether a mean leaves less than ten points open about anybody, or lets one set of answers alone fit it."""
    for told in scores_of(closed, result):
        if told.score.form is not Form.NUMBER or not (told.depth == 2 or is_complete(closed)):
            continue
        steps, people, total = LONGEST * len(told.items), raters_of(told, closed), total_of(told, closed)
        room = room_of(total, people, steps, range(people + 1))
        values = [*room.below, *room.above]
        if max(values) - min(values) < ROOM or min(total, people * steps - total) < 2:
            return True
    return False


def pins_somebody_by_words(closed: Closed, result: TeamResult) -> bool:
    """Whether beside what is known of the mean a word leaves less than ten points open about those it speaks of."""
    for told in scores_of(closed, result):
        known = told.score.form is Form.NUMBER or (told.depth == 2 and not is_near_an_end(told, closed))
        if told.word is None or not known or not (told.depth == 2 or is_complete(closed)):
            continue
        fewest, most = WORDS[told.word]
        room = room_of(
            total_of(told, closed), raters_of(told, closed), LONGEST * len(told.items), range(fewest, most + 1)
        )
        if room.smallest < ROOM:
            return True
    return False


def is_near_an_end(told: Told, closed: Closed) -> bool:
    people = raters_of(told, closed)
    total, most = total_of(told, closed), people * LONGEST * len(told.items)
    return min(total, most - total) <= 2


def tells_what_all_agree_on(closed: Closed, result: TeamResult) -> bool:
    """Whether a mean that is everybody's score, or lies next to an end, is told or follows from those around it.

    Where some skipped a statement it follows nearly, which is enough.
    """
    for spoke in result.competencies:
        everything = list_told(spoke, closed.level)
        known = [
            one
            for one in everything
            if one.score.form is Form.NUMBER
            or (one.depth == 2 and one.score.form is Form.BAND and not is_near_an_end(one, closed))
        ]
        secrets = [one for one in everything if is_secret(one, closed)]
        rows = [group_sum(one.items) for one in known]
        hidden = [group_sum(one.items) for one in secrets]
        base = [row for one, row in zip(known, rows, strict=True) if one.depth == 0]
        if rank(rows) - rank(base) != rank([*rows, *hidden]) - rank([*base, *hidden]):
            return True
        if any(one in known for one in secrets):
            return True
    return False


def is_secret(told: Told, closed: Closed) -> bool:
    """That all answer alike to one statement may be known by nobody, so its mean is no secret but near an end."""
    if told.depth == 2:
        return raters_of(told, closed) >= K and is_near_an_end(told, closed)
    if not is_complete(closed):
        return False
    scores = {sum(int(sheet.values[item]) for item in told.items) for sheet in closed.sheets.values()}
    return len(scores) == 1 or is_near_an_end(told, closed)


def tells_agreement_apart(closed: Closed, result: TeamResult) -> bool:
    """Whether the form of a statement on which all agree differs from that of one with the same mean."""
    told = {told.name: told for told in scores_of(closed, result) if told.depth == 2}
    for spoke in FRAMEWORK.competencies:
        for one, other in combinations(FRAMEWORK.items_of(closed.level, spoke.id), 2):
            if one.facet == other.facet and all_say(closed, one.id, 3):
                swapped = swap(closed, one.id, other.id)
                if swapped is not None:
                    again = {told.name: told for told in scores_of(swapped, publish(swapped)) if told.depth == 2}
                    if shape(again[one.id].score) != shape(told[one.id].score):
                        return True
    return False


def all_say(closed: Closed, item: str, value: int) -> bool:
    return is_complete(closed) and {sheet.values[item] for sheet in closed.sheets.values()} == {value}


def swap(closed: Closed, one: str, other: str) -> Closed | None:
    """The same means everywhere, but two people no longer agree with the rest; None where the scale has no room."""
    sheets = dict(closed.sheets)
    names = sorted(sheets)
    for first, second in combinations(names, 2):
        high, low = int(sheets[first].values[other]), int(sheets[second].values[other])
        if high > 0 and low < LONGEST:
            sheets[first] = sheets[first].with_changes({one: 4, other: high - 1})
            sheets[second] = sheets[second].with_changes({one: 2, other: low + 1})
            return replace(closed, sheets=sheets)
    return None


def shape(score: ReleasedScore) -> tuple[object, ...]:
    return score.form, score.reason, score.mean, score.band


def tells_spread_of_few(closed: Closed, result: TeamResult) -> bool:
    few = len(closed.sheets) < SPREAD
    for spoke in result.competencies:
        agreement = spoke.agreement
        if few and agreement is not None and (agreement.deviation is not None or agreement.r_wg is not None):
            return True
        for statement in spoke.statements:
            raters = len(rated_by(closed)[statement.item])
            if raters < SPREAD and (statement.answers is not None or statement.differ is not None):
                return True
    scores = [told.score for told in scores_of(closed, result)]
    probable = result.weakest is not None and bool(result.weakest.probabilities)
    return few and (probable or any(score.interval or score.middle_half for score in scores))


def tells_opinions_that_the_means_imply(closed: Closed, result: TeamResult) -> bool:
    """Whether it is told of few that opinions differ where no answers with the same means could be of one mind."""
    for spoke in result.competencies:
        agreement = find_agreement(FRAMEWORK, closed.level, spoke.competency, list(closed.sheets.values()))
        if spoke.agreement is None or spoke.agreement.deviation is not None or agreement is None:
            continue
        widest = []
        for item in agreement.items:
            total = sum(value * count for value, count in item.answers.items())
            ends, rest = divmod(total, LONGEST)
            mean = total / item.raters
            far = ends * (LONGEST - mean) + abs(rest - mean) + (item.raters - ends - 1) * mean
            widest.append(far / item.raters)
        if sum(widest) / len(widest) < 1.5 * (LONGEST + 1) / 6:
            return True
    return False


def tells_who_is_missing(closed: Closed, result: TeamResult) -> bool:
    """Whether any count points at one to four people."""
    silent = len(closed.members) - len(closed.sheets)
    if result.participation is not None and 0 < silent < K:
        return True
    for told in scores_of(closed, result):
        if told.score.people is not None and (0 < silent < K or 0 < len(closed.sheets) - told.score.people < K):
            return True
    return any(
        statement.answers is not None
        and (0 < silent < K or 0 < len(closed.sheets) - sum(statement.answers.values()) < K)
        for spoke in result.competencies
        for statement in spoke.statements
    )


def tells_blind_spots_of_few(closed: Closed, result: TeamResult) -> bool:
    for spoke in result.competencies:
        for statement in spoke.statements:
            unable = sum(sheet.values.get(statement.item) == "dont_know" for sheet in closed.sheets.values())
            if statement.blind_spot and not (unable >= K and len(closed.sheets) - unable >= K):
                return True
    return False


def says_more_than_the_means(closed: Closed, result: TeamResult) -> bool:
    """Whether the wheel's figures are anything but what everybody can work out from the means told."""
    means = [spoke.score.mean for spoke in result.competencies if spoke.score.mean is not None]
    if not result.competencies or len(means) < len(result.competencies):
        return any(figure is not None for figure in (result.roll, result.mean, result.balance, result.weakest))
    average = sum(means) / len(means)
    return (
        result.roll != min(means)
        or result.mean != round(average, 1)
        or abs((result.balance or 0.0) - min(means) / average) > 1e-9
        or any(told.score.mean not in (None, round(told.score.mean or 0, 1)) for told in scores_of(closed, result))
    )


Attack = Callable[[Closed, TeamResult], bool]

ATTACKS: list[Attack] = [
    exposed_by_means,
    pins_somebody_by_numbers,
    pins_somebody_by_words,
    tells_what_all_agree_on,
    tells_agreement_apart,
    tells_spread_of_few,
    tells_opinions_that_the_means_imply,
    tells_who_is_missing,
    tells_blind_spots_of_few,
    says_more_than_the_means,
]
