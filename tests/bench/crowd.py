"""A team of two hundred answers at once: everybody saves an answer a second, and in the end all press the button."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from threading import Barrier
from time import perf_counter, sleep

from assessment.app import create_app, prepare_site
from assessment.domain.framework import Level
from assessment.settings import Settings
from assessment.store.database import close_connections
from tests.factories.frameworks import core_framework
from tests.factories.live_people import Person, expect
from tests.factories.live_site import LiveSite
from tests.factories.team_campaigns import make_campaign, personal_link, respondents_of
from tests.factories.teams import make_person, make_team

_THINK_S = 1.0
_SAVES = 25


@dataclass
class Respondent:
    """What one person went through: seconds of each save, of the submit, and what went wrong."""

    saves: list[float] = field(default_factory=list)
    submits: list[float] = field(default_factory=list)
    trouble: list[str] = field(default_factory=list)
    lost: int = 0


def invite(folder: Path, *, people: int) -> list[str]:
    """Open a campaign for so many in the site that will run in the folder; paths of their personal links."""
    app = create_app(Settings.from_environment({"CX_WHEEL_INSTANCE": str(folder)}))
    prepare_site(app)
    lead = make_person(app, "lead@example.org")
    campaign = make_campaign(app, make_team(app, lead, people), framework_id=core_framework().id)
    links = [f"/invitation/{personal_link(app, respondent)}" for respondent in respondents_of(app, campaign)]
    with app.app_context():
        close_connections()
    return links


def measure(site: LiveSite, links: Sequence[str]) -> list[tuple[str, str]]:
    """Time of saves and submits, refused requests, and acknowledged answers that are not there in the end."""
    items = [item.id for item in core_framework().items_of(Level.INDIVIDUAL)]
    people = len(links)
    gate = Barrier(people)

    def visit(number: int) -> Respondent:
        return _answer(site, links[number], items, number / people, gate)

    with ThreadPoolExecutor(people) as pool:
        crowd = list(pool.map(visit, range(people)))
    return [
        (f"campaign of {people} at once, a save a second each: save", _times(crowd, "saves")),
        (f"campaign of {people} at once: submit, all within a second", _times(crowd, "submits")),
        ("  requests that were not answered as they should be", str(sum(len(one.trouble) for one in crowd))),
        ("  acknowledged answers and submits that were lost", str(sum(one.lost for one in crowd))),
    ]


def _answer(site: LiveSite, link: str, items: Sequence[str], lag: float, gate: Barrier) -> Respondent:
    """Come, save answer after answer, submit, and look at what is stored. ``lag`` spreads people over a second."""
    respondent, person = Respondent(), Person(site.port)
    acknowledged: dict[str, int] = {}
    try:
        sleep(lag * 10 * _THINK_S)
        person.begin(link)
        gate.wait()
        sleep(lag * _THINK_S)
        for number, item in enumerate(items[:_SAVES]):
            _save(respondent, person, {item: number % 6}, acknowledged)
            sleep(_THINK_S)
        _save(respondent, person, {item: number % 6 for number, item in enumerate(items[_SAVES:])}, acknowledged)
        sleep(_THINK_S)
        start = perf_counter()
        expect(person.submit(), 303)
        respondent.submits.append(perf_counter() - start)
        gate.wait()
        sleep(lag * 10 * _THINK_S)
        stored = person.stored()
        kept = {one["item"]: one["value"] for one in stored["answers"]}  # type: ignore[attr-defined]
        respondent.lost = sum(kept.get(item) != value for item, value in acknowledged.items())
        respondent.lost += stored["status"] != "submitted"
    except (OSError, RuntimeError) as trouble:
        respondent.trouble.append(str(trouble))
        gate.abort()
    finally:
        person.close()
    return respondent


def _save(respondent: Respondent, person: Person, answers: dict[str, int], acknowledged: dict[str, int]) -> None:
    start = perf_counter()
    expect(person.save(answers), 200)
    respondent.saves.append(perf_counter() - start)
    acknowledged |= answers


def _times(crowd: Sequence[Respondent], kind: str) -> str:
    times = sorted(1000 * seconds for one in crowd for seconds in getattr(one, kind))
    if not times:
        return "none"
    return f"{median(times):.0f} ms (p95 {times[int(0.95 * len(times))]:.0f}, max {times[-1]:.0f})"
