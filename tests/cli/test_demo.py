"""``cx-wheel demo``."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlalchemy import select

from assessment.app import create_app
from assessment.cli.main import main
from assessment.settings import Settings
from assessment.store.database import reading
from assessment.store.tables import DbCampaign
from assessment.use_cases.accounts import find_account_by_email
from assessment.use_cases.make_example_teams import LEAD
from tests.factories.accounts import sign_in

LINK = re.compile(r"https://wheel\.test(/link/\S+)")


def test_every_example_opens_by_its_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CX_WHEEL_INSTANCE", str(tmp_path))
    monkeypatch.setenv("CX_WHEEL_BASE_URL", "https://wheel.test")

    told = CliRunner().invoke(main, ["demo"])

    assert told.exit_code == 0, told.output
    links = LINK.findall(told.output)
    client = create_app(Settings.from_environment()).test_client()
    pages = [client.get(link, base_url="https://wheel.test", follow_redirects=True) for link in links]
    endings = [page.request.path.rsplit("/", 1)[1] for page in pages]
    assert [page.status_code for page in pages] == [200] * 6
    assert sorted(endings) == ["metrics", *["result"] * 5]


def test_the_examples_are_people_who_answered_with_care(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CX_WHEEL_INSTANCE", str(tmp_path))
    links = re.findall(r"/link/\S+", CliRunner().invoke(main, ["demo"]).output)
    client = create_app(Settings.from_environment()).test_client()

    exported = []
    for link in links:
        place = client.get(link).location
        exported.append(client.get("/".join([*place.split("/")[:3], "data", "export.json"])).get_json())

    submitted = [one for one in exported if one["status"] == "submitted"]
    assert {one["level"] for one in submitted} == {"individual", "team", "organisation"}
    assert not any(one["kept_despite_flags"] for one in submitted)
    assert any(one["plan"] and any(step["done_on"] for step in one["plan"]["steps"]) for one in submitted)


def test_the_lead_of_the_example_teams_signs_in_and_sees_what_can_be_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CX_WHEEL_INSTANCE", str(tmp_path))
    monkeypatch.setenv("CX_WHEEL_BASE_URL", "http://localhost")
    told = CliRunner().invoke(main, ["demo"]).output
    app = create_app(Settings.from_environment())
    client = app.test_client()
    with app.app_context():
        account = find_account_by_email(LEAD)
    assert account is not None

    sign_in(client, account, password=told.split()[-1])

    teams = re.findall(r'href="(/teams/[\w-]+)"', client.get("/teams").text)
    results = {place for team in teams for place in re.findall(r"/campaigns/[\w-]{12,}", client.get(team).text)}
    pages = [client.get(f"{place}/result").text for place in results]
    assert len(pages) == 5
    assert "printed when the teams were made" in CliRunner().invoke(main, ["demo"]).output


def test_the_worker_of_a_running_site_closes_none_of_the_examples_before_all_have_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CX_WHEEL_INSTANCE", str(tmp_path))
    began = datetime.now(UTC)

    assert CliRunner().invoke(main, ["demo"]).exit_code == 0

    with create_app(Settings.from_environment()).app_context(), reading() as connection:
        campaigns = connection.execute(select(DbCampaign.closes_at, DbCampaign.closed_at)).all()
    assert len(campaigns) == 5
    assert all(deadline > began > closed for deadline, closed in campaigns)
