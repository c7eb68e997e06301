"""Texts that try to be more than text, as names of teams, people and campaigns and in plans of teams: in pages, mails,
tables and reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email import message_from_bytes
from email.headerregistry import Address
from email.policy import default
from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask
from icalendar import Calendar
from openpyxl import load_workbook
from pypdf import PdfReader
from sqlalchemy import text as sql
from werkzeug.test import TestResponse

from assessment.domain.mail import Letter
from assessment.mailing.message import build_envelope
from assessment.settings import Settings
from assessment.store.database import transaction
from tests.durability.test_hostile_texts import HOSTILE, TAGS
from tests.factories.accounts import read_mails
from tests.factories.assessments import START
from tests.factories.visits import outline
from tests.factories.watched_database import WatchedDatabase, watched_database
from tests.factories.world import Thing, Who, World, make_world

Markup = list[tuple[str, tuple[str, ...]]]

HEADERS = {
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "Auto-Submitted",
    "X-Auto-Response-Suppress",
    "MIME-Version",
    "Content-Type",
}
STEP = {"hours": "2", "start": "2026-12-01", "due": "2026-12-07", "progress": "5"}


@pytest.fixture
def world(app: Flask) -> World:
    world = make_world(app)
    app.config["WTF_CSRF_ENABLED"] = False
    return world


def send(world: World, who: Who, address: str, **fields: str | bytes) -> TestResponse:
    return world.browser(who).post(address, data=fields)


def write_everywhere(world: World, text: str) -> None:
    """The same text as every name that people give to teams and what belongs to them."""
    sent = text.encode("utf-8", "surrogatepass")
    team, campaign = world.places[Thing.TEAM], world.places[Thing.CLOSED_CAMPAIGN]["campaign_id"]
    home = f"/teams/{team['team_id']}"
    draft = world.browser(Who.LEAD).get(f"/campaigns/{world.places[Thing.DRAFT]['campaign_id']}/draft")
    assert draft.status_code == 200
    answers = [
        send(world, Who.LEAD, f"{home}/settings", name=b"T " + sent, locale="en"),
        send(world, Who.LEAD, f"{home}/members/{team['member_id']}", name=sent, locale="en"),
        send(world, Who.LEAD, "/account/settings", name=sent, locale="en", time_zone="UTC"),
        send(world, Who.OWNER, "/account/settings", name=sent, locale="en", time_zone="UTC"),
        send(
            world,
            Who.ADMIN,
            f"/organisations/{world.places[Thing.ORGANISATION]['organisation_id']}/name",
            name=b"O " + sent,
        ),
        send(
            world,
            Who.LEAD,
            f"/campaigns/{campaign}/plan/steps",
            title=b"S " + sent,
            owner=sent,
            how=sent,
            evidence=sent,
            **STEP,
        ),
        send(
            world,
            Who.LEAD,
            f"/campaigns/{world.places[Thing.DRAFT]['campaign_id']}/draft",
            title=b"C " + sent,
            kind="themselves",
            day="2026-12-05",
            time="18:00",
            zone="Europe/Berlin",
            k="5",
            linking="linked",
        ),
    ]
    assert {answer.status_code for answer in answers} == {303}
    with world.app.app_context(), transaction() as connection:  # those that are open or closed had it from the start
        connection.execute(
            sql("UPDATE campaigns SET title = (SELECT title FROM campaigns WHERE id = :draft)"),
            {"draft": world.places[Thing.DRAFT]["campaign_id"]},
        )
        # nobody is invited to what is closed, or told of what was taken back
        connection.execute(sql("DELETE FROM mails WHERE kind = 'invitation' AND campaign_id = :id"), {"id": campaign})
        ended = world.places[Thing.SHARE_TAKEN_BACK]["share_id"]
        connection.execute(sql("DELETE FROM mails WHERE key = :key"), {"key": f"result_shared/{ended}"})
        connection.execute(
            sql("UPDATE respondents SET name = (SELECT name FROM team_members WHERE id = :id)"),
            {"id": team["member_id"]},
        )


@dataclass(frozen=True)
class Look:
    who: Who
    address: str


def looks(world: World) -> tuple[Look, ...]:
    """Everywhere the texts come out again."""
    team, closed = world.places[Thing.TEAM], world.places[Thing.CLOSED_CAMPAIGN]["campaign_id"]
    campaigns = [
        world.places[thing]["campaign_id"] for thing in (Thing.DRAFT, Thing.OPEN_CAMPAIGN, Thing.CLOSED_CAMPAIGN)
    ]
    home = f"/teams/{team['team_id']}"
    lead = ["/teams", home, f"{home}/settings", f"{home}/deletion", f"{home}/members/{team['member_id']}"]
    lead += [f"/campaigns/{one}" for one in campaigns] + [f"/campaigns/{closed}/result", f"/campaigns/{closed}/plan"]
    lead += ["/account", "/account/settings", "/account/log", f"/campaigns/{campaigns[1]}/closing"]
    shared = world.places[Thing.SHARE]["share_id"]
    return (
        *(Look(Who.LEAD, address) for address in lead),
        *(
            Look(Who.MEMBER, address)
            for address in ("/teams", home, "/account", f"/campaigns/{campaigns[1]}/answering")
        ),
        Look(Who.ADMIN, f"/organisations/{world.places[Thing.ORGANISATION]['organisation_id']}"),
        Look(Who.SITE_ADMIN, "/admin/log"),
        Look(Who.NOBODY, f"/invitation/{world.places[Thing.OPEN_CAMPAIGN]['token']}"),
        Look(Who.SHARED_WITH, f"/shared/{shared}"),
        Look(Who.SHARED_WITH, "/shared"),
    )


def pages(world: World) -> dict[str, Markup]:
    found = {}
    for look in looks(world):
        page = world.browser(look.who).get(look.address)
        assert page.status_code == 200, look
        found[f"{look.who} {look.address}"] = outline(page, TAGS)
    return found


def mails(world: World) -> dict[str, Markup]:
    """The HTML of every mail in the outbox, after its message was found to be sound."""
    found = {}
    for number, mail in enumerate(read_mails(world.app)):
        assert_sound_message(mail.letter, mail.recipient)
        found[f"{number} {mail.kind}"] = outline(mail.letter.html, TAGS)
    return found


def assert_sound_message(letter: Letter, recipient: str) -> None:
    sender = Address("CX Wheel", "no-reply", "example.org")
    envelope = build_envelope(letter, mail_id="m", domain="example.org", sender=sender, recipient=recipient, now=START)
    message = message_from_bytes(envelope.content, policy=default)
    assert set(message.keys()) == HEADERS
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]  # type: ignore[attr-defined]
    assert envelope.recipient == recipient


def assert_files_are_sound(world: World) -> None:
    campaign = world.places[Thing.CLOSED_CAMPAIGN]["campaign_id"]
    get = world.browser(Who.LEAD).get
    table = get(f"/campaigns/{campaign}/result.csv").data.decode("utf-8-sig")
    cells = [cell.strip('"') for line in table.splitlines() for cell in line.replace(";", ",").split(",")]
    assert not [
        cell for cell in cells if cell.startswith(tuple("=+@\t")) or (cell.startswith("-") and not is_number(cell))
    ]
    workbook = load_workbook(BytesIO(get(f"/campaigns/{campaign}/result.xlsx").data))
    assert not [
        cell
        for sheet in workbook
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f" or cell.hyperlink
    ]
    report = get(f"/campaigns/{campaign}/plan.pdf")
    notes = [note.get_object() for page in PdfReader(BytesIO(report.data)).pages for note in page.get("/Annots") or ()]
    assert not [
        note for note in notes if "evil" in str(note) or (note.get("/A") or {}).get("/S") in {"/JavaScript", "/Launch"}
    ]
    calendar = Calendar.from_ical(get(f"/campaigns/{campaign}/plan.ics").data)
    assert {part.name for part in calendar.walk()} <= {"VCALENDAR", "VEVENT"}


def places_that_tell(world: World, text: str) -> int:
    """How many pages and mails the text stands in: one that stood nowhere would harm nobody."""
    said = [world.browser(look.who).get(look.address).text for look in looks(world)]
    return sum(text in one for one in [*said, *(mail.letter.html for mail in read_mails(world.app))])


def is_number(cell: str) -> bool:
    return cell.lstrip("-").replace(".", "").isdigit()


@pytest.fixture
def stored(world: World, settings: Settings) -> Iterator[WatchedDatabase]:
    with watched_database(Path(settings.database_url.removeprefix("sqlite:///"))) as found:
        yield found


def test_names_stay_names_everywhere(world: World, stored: WatchedDatabase, subtests: pytest.Subtests) -> None:
    plain: Mapping[str, Markup] = {}
    for kind, text in {"plain": "Plain words", **HOSTILE}.items():
        write_everywhere(world, text)
        seen = pages(world) | mails(world)
        if not plain:
            plain = seen
            assert places_that_tell(world, text) > 20
        with subtests.test(kind):
            assert {place for place in plain if seen.get(place) != plain[place]} == set()
            assert_files_are_sound(world)
        stored.restore()
