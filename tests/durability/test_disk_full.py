"""A disk without room, seen by the running site as files that must not grow."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.factories.live_people import Person, expect, hidden_fields
from tests.factories.live_site import LiveSite
from tests.factories.wire import Reply, Wire


def test_a_full_disk_is_said_plainly_keeps_what_was_saved_and_heals_without_a_restart(
    live_site: LiveSite, newcomer: Callable[[], Person], items: Sequence[str]
) -> None:
    ready, answering = newcomer(), newcomer()
    expect(ready.save(dict.fromkeys(items, 3)), 200)
    fill_the_disk(live_site)

    refused = [answering.save(dict.fromkeys(items, 4)), ready.submit(), start_one(live_site)]

    assert [reply.status for reply in refused] == [503, 503, 503]
    assert refused[0].body == b'{"problem":"busy"}\n'
    assert all("retry-after" in reply.headers for reply in refused[1:])
    assert answering.stored()["answers"] == []
    assert ready.stored()["status"] == "open"
    assert "cannot be used just now" in live_site.read_log()
    assert "Traceback" not in live_site.read_log()

    live_site.limit_files(-1)
    expect(answering.save(dict.fromkeys(items, 4)), 200)
    expect(ready.submit(), 303)

    assert {answer["value"] for answer in answering.stored()["answers"]} == {4}  # type: ignore[attr-defined]
    assert ready.stored()["status"] == "submitted"


def fill_the_disk(site: LiveSite) -> None:
    """No file of the site grows any more."""
    site.limit_files(max(path.stat().st_size for path in site.folder.glob("*-wal")))


def start_one(site: LiveSite) -> Reply:
    """An attempt to start an assessment."""
    with Wire(site.port) as wire:
        first = expect(wire.get("/"), 200)
        return wire.post("/assessments", {**hidden_fields(first), "level": "individual"})


def test_a_wrong_link_is_answered_as_ever_though_it_cannot_be_counted(
    live_site: LiveSite, newcomer: Callable[[], Person]
) -> None:
    newcomer()
    fill_the_disk(live_site)

    with Wire(live_site.port) as wire:
        assert wire.get("/link/guess").status == 404
    assert "Traceback" not in live_site.read_log()
