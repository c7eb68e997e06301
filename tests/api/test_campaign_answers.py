"""Answers to a campaign through the interface for machines: with the token of a personal link, while it is open."""

from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient

from tests.factories.accounts import make_account
from tests.factories.team_campaigns import answer, close, make_campaign, personal_link, respondents_of
from tests.factories.teams import make_team


def test_answers_are_taken_until_the_campaign_closes_and_stay_readable(app: Flask, client: FlaskClient) -> None:
    campaign = make_campaign(app, make_team(app, make_account(app)), framework_id="cx_competencies")
    one = respondents_of(app, campaign)[0]
    assessment_id = answer(app, campaign, one, {}, finish=False)
    headers = {"Authorization": f"Bearer {personal_link(app, one)}"}
    base = f"/api/v1/assessments/{assessment_id}"
    item = next(iter(app.extensions["cx_wheel"].shelf.get("cx_competencies").framework.items)).id
    assert client.patch(f"{base}/answers", json={"answers": {item: 3}}, headers=headers).status_code == 200

    close(app, campaign)

    refused = client.patch(f"{base}/answers", json={"answers": {item: 4}}, headers=headers)
    submitted = client.post(f"{base}/submission", json={"accept_incomplete": True}, headers=headers)
    for problem in (refused, submitted):
        assert problem.status_code == 410
        assert problem.json is not None
        assert problem.json["type"] == "/api/v1/#answering-ended"
    kept = client.get(f"{base}/answers", headers=headers)
    assert kept.json is not None
    assert kept.json["answers"] == {item: 3}
