"""Limits on attempts: who is stopped, who is not, and what they are told."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_security.confirmable import generate_confirmation_token
from sqlalchemy import update
from werkzeug.test import TestResponse

from assessment.app import create_app
from assessment.bank.shelf import Shelf
from assessment.settings import Settings
from assessment.store.database import transaction
from assessment.store.tables import DbUser
from assessment.use_cases.accounts import Account
from assessment.use_cases.erase_account import erase_account
from assessment.web.limits import client_key
from tests.factories.accounts import PASSWORD, make_account, sign_in
from tests.factories.api_callers import start_by_api
from tests.factories.assessments import FixedClock, SeededTokens
from tests.factories.visitors import Visitor
from tests.factories.visits import words


def guess(client: FlaskClient, number: int, *, address: str = "192.0.2.1") -> TestResponse:
    return client.get(f"/link/guess{number}", environ_overrides={"REMOTE_ADDR": address})


class TestLinks:
    def test_after_sixty_wrong_links_the_next_waits_and_says_how_long(self, client: FlaskClient) -> None:
        assert {guess(client, number).status_code for number in range(60)} == {404}

        refused = guess(client, 60)
        assert refused.status_code == 429
        assert refused.headers["Retry-After"] == "3600"
        assert "Wait 60 minutes and try again." in words(refused)

    def test_pasted_links_count_together_with_opened_ones(self, visitor: Visitor) -> None:
        for number in range(60):
            visitor.client.get(f"/link/guess{number}")
        visitor.client.application.config["WTF_CSRF_ENABLED"] = False
        assert visitor.client.post("/continue", data={"link": "guess"}).status_code == 429

    def test_another_network_is_not_stopped(self, client: FlaskClient) -> None:
        for number in range(60):
            guess(client, number)
        assert guess(client, 61, address="192.0.2.2").status_code == 404

    def test_right_links_never_count(self, visitor: Visitor, russian: Visitor) -> None:
        visitor.start()
        token = visitor.token()
        assert {russian.see(f"/link/{token}").status_code for _ in range(70)} == {303}

    def test_the_limit_ends_with_its_time(self, client: FlaskClient, clock: FixedClock) -> None:
        for number in range(61):
            guess(client, number)
        clock.advance(3599)
        assert guess(client, 1).headers["Retry-After"] == "1"
        clock.advance(1)
        assert guess(client, 1).status_code == 404

    def test_it_is_said_in_russian_too(self, russian: Visitor) -> None:
        for number in range(60):
            guess(russian.client, number)
        said = words(guess(russian.client, 60))
        assert "Слишком много попыток" in said
        assert "Подождите 60 минут и попробуйте ещё раз." in said


class TestTokensOfTheInterface:
    def test_wrong_tokens_are_stopped_in_the_language_of_machines(self, client: FlaskClient) -> None:
        caller = start_by_api(client)
        address = f"/api/v1/assessments/{caller.created['id']}"
        for _ in range(120):
            assert client.get(address, headers={"Authorization": "Bearer guess"}).status_code == 404

        refused = client.get(f"{address}/answers", headers={"Authorization": "Bearer guess"})
        assert refused.status_code == 429
        assert refused.mimetype == "application/problem+json"
        assert refused.json is not None
        assert refused.json["detail"] == "Too many attempts. Try again in 3600 seconds."
        assert refused.headers["Retry-After"] == "3600"

    def test_right_tokens_never_count(self, client: FlaskClient) -> None:
        caller = start_by_api(client)
        assert {caller.get("").status_code for _ in range(130)} == {200}


class TestWhoCounts:
    @pytest.mark.parametrize(
        ("one", "other", "same"),
        [
            ("192.0.2.1", "192.0.2.2", False),
            ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
            ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
            ("::ffff:192.0.2.1", "::ffff:192.0.2.2", False),
            ("::ffff:192.0.2.1", "192.0.2.1", True),
        ],
    )
    def test_a_client_is_an_address_or_a_network(self, app: Flask, one: str, other: str, same: bool) -> None:
        def key(address: str) -> str:
            with app.test_request_context(environ_overrides={"REMOTE_ADDR": address}):
                return client_key()

        assert (key(one) == key(other)) is same
        assert one not in key(one)

    @pytest.mark.usefixtures("app")
    @pytest.mark.parametrize(("proxies", "stopped"), [(0, True), (1, False)])
    def test_what_stands_in_a_header_counts_behind_a_proxy_of_our_own_alone(
        self, settings: Settings, shelf: Shelf, proxies: int, stopped: bool
    ) -> None:
        """A header that anybody can send must not open a new allowance each time."""
        behind = create_app(
            replace(settings, trusted_proxies=proxies), clock=FixedClock(), token_source=SeededTokens(), shelf=shelf
        ).test_client()
        last = [
            behind.get("/link/guess", headers={"X-Forwarded-For": f"198.51.100.{number}"}).status_code
            for number in range(62)
        ]
        assert (429 in last) is stopped

    @pytest.mark.usefixtures("app")
    def test_of_a_chain_only_what_our_own_proxy_added_counts(self, settings: Settings, shelf: Shelf) -> None:
        behind = create_app(
            replace(settings, trusted_proxies=1), clock=FixedClock(), token_source=SeededTokens(), shelf=shelf
        ).test_client()
        statuses = [
            behind.get("/link/x", headers={"X-Forwarded-For": f"10.0.0.{number}, 192.0.2.1"}).status_code
            for number in range(61)
        ]
        assert statuses[-1] == 429


class TestPasswords:
    @pytest.fixture
    def anna(self, app: Flask) -> Account:
        app.config["WTF_CSRF_ENABLED"] = False
        return make_account(app, "anna@example.org")

    def test_ten_wrong_ones_from_one_place_stop_the_account_there_and_nowhere_else(
        self, app: Flask, client: FlaskClient, anna: Account
    ) -> None:
        for number in range(10):
            assert try_to_sign_in(client, anna.email, f"wrong {number}").status_code == 200
        assert try_to_sign_in(client, anna.email, PASSWORD).status_code == 429
        assert try_to_sign_in(client, " Anna@EXAMPLE.org", PASSWORD).status_code == 429, "the same address"

        other = make_account(app, "boris@example.org")
        assert try_to_sign_in(app.test_client(), other.email, PASSWORD).status_code in {302, 303}
        elsewhere = try_to_sign_in(app.test_client(), anna.email, PASSWORD, place="198.51.100.7")
        assert elsewhere.status_code in {302, 303}

    def test_from_many_places_fifty_an_hour_are_let_through(self, app: Flask, anna: Account) -> None:
        client = app.test_client()
        answers = [
            try_to_sign_in(client, anna.email, "wrong", place=f"198.51.100.{number}").status_code
            for number in range(51)
        ]
        assert answers == [200] * 50 + [429]

    @pytest.mark.usefixtures("anna")
    def test_addresses_without_an_account_are_limited_alike(self, client: FlaskClient) -> None:
        answers = [try_to_sign_in(client, "nobody@example.org", "wrong").status_code for _ in range(11)]
        assert answers == [200] * 10 + [429]

    def test_right_ones_never_count(self, app: Flask, anna: Account) -> None:
        for _ in range(15):
            assert try_to_sign_in(app.test_client(), anna.email, PASSWORD).status_code in {302, 303}

    def test_whoever_sits_at_somebody_elses_device_cannot_guess_either(
        self, client: FlaskClient, anna: Account
    ) -> None:
        sign_in(client, anna)
        answers = [
            client.post("/account/again", data={"password": f"wrong {number}"}).status_code for number in range(11)
        ]
        assert answers == [200] * 10 + [429]

    def test_whoever_got_hold_of_a_confirmation_link_cannot_guess_the_password_with_it(self, app: Flask) -> None:
        app.config["WTF_CSRF_ENABLED"] = False
        account = make_account(app, "waiting@example.org", confirmed=False)
        link = confirmation_link(app, account)
        answers = [
            app.test_client()
            .post(
                link,
                data={"password": f"wrong {number}"},
                environ_overrides={"REMOTE_ADDR": f"198.51.100.{number}"},
            )
            .status_code
            for number in range(11)
        ]
        assert answers == [422] * 10 + [429]

    def test_right_passwords_on_confirmation_links_never_count(self, app: Flask) -> None:
        app.config["WTF_CSRF_ENABLED"] = False
        link = confirmation_link(app, make_account(app, "waiting@example.org", confirmed=False))
        assert {app.test_client().post(link, data={"password": PASSWORD}).status_code for _ in range(12)} == {303}

    def test_first_codes_of_an_app_are_limited(self, client: FlaskClient, anna: Account) -> None:
        sign_in(client, anna)
        page = client.post("/account/two-factor", data={"setup": "authenticator"})
        action = re.search(r'action="(/account/two-factor/[^"]+)"', page.text)
        assert action is not None
        answers = [client.post(action[1], data={"code": "000000"}).status_code for _ in range(11)]
        assert answers == [422] * 10 + [429]

    @pytest.mark.parametrize("page", ["/account/reset/guess", "/account/address/guess", "/account/confirm/guess"])
    def test_mailed_links_cannot_be_guessed_by_the_hundred(self, client: FlaskClient, page: str) -> None:
        answers = [client.get(f"{page}{number}").status_code for number in range(301)]
        assert 429 not in answers[:300]
        assert answers[300] == 429

    def test_nobody_is_given_the_number_of_a_deleted_account_nor_its_attempts(self, app: Flask, anna: Account) -> None:
        first = app.test_client()
        sign_in(first, anna)
        for number in range(11):
            first.post("/account/again", data={"password": f"wrong {number}"})
        with app.app_context():
            erase_account(anna, now=app.extensions["cx_wheel"].clock())
        newcomer, second = make_account(app, "boris@example.org"), app.test_client()
        assert newcomer.id > anna.id
        sign_in(second, newcomer)
        assert second.post("/account/again", data={"password": "wrong"}).status_code == 200

    @pytest.mark.parametrize("step", ["code", "recovery"])
    def test_codes_of_the_second_step_are_limited_for_the_account_on_all_devices(
        self, app: Flask, anna: Account, step: str
    ) -> None:
        ask_for_codes(app, anna)
        answers = []
        for number in range(11):
            device = app.test_client()
            try_to_sign_in(device, anna.email, PASSWORD)
            place = {"REMOTE_ADDR": f"198.51.100.{number}"}
            answer = device.post(
                f"/account/two-factor/{step}",
                data={"code": "000000", "email": f"other{number}@example.org"},
                environ_overrides=place,
            )
            answers.append(answer.status_code)
        assert answers == [200] * 10 + [429]

    @pytest.mark.parametrize(
        ("page", "fields"),
        [
            ("/account/reset", {}),
            ("/account/confirm", {}),
            ("/account/register", {"password": PASSWORD, "name": "Anna"}),
        ],
    )
    def test_nobody_is_flooded_with_mails(
        self, client: FlaskClient, anna: Account, page: str, fields: dict[str, str]
    ) -> None:
        answers = [client.post(page, data={"email": anna.email, **fields}).status_code for _ in range(6)]
        assert answers[5] == 429
        assert 429 not in answers[:5]


def confirmation_link(app: Flask, account: Account) -> str:
    """What the mail leads to that asks to confirm the address."""
    with app.app_context():
        user = app.extensions["security"].datastore.find_user(id=account.id)
        return f"/account/confirm/{generate_confirmation_token(user)}"


def try_to_sign_in(client: FlaskClient, email: str, password: str, *, place: str = "192.0.2.1") -> TestResponse:
    return client.post(
        "/account/sign-in", data={"email": email, "password": password}, environ_overrides={"REMOTE_ADDR": place}
    )


def ask_for_codes(app: Flask, account: Account) -> None:
    """From now on the account is asked for the code of an app."""
    with app.app_context(), transaction() as connection:
        values = {
            "tf_primary_method": "authenticator",
            "tf_totp_secret": app.extensions["security"].totp_factory.generate_totp_secret(),
        }
        connection.execute(update(DbUser).where(DbUser.id == account.id).values(**values))
