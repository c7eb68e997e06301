"""What log lines hide, and what they still tell."""

from __future__ import annotations

import logging

import pytest

from assessment.logs import DiscreetRecord, hide_secrets

TOKEN = "k3-_" * 10 + "abc"
NAME = "Somebody Particular"


def record(message: str, *args: object, error: BaseException | None = None) -> logging.LogRecord:
    info = None if error is None else (type(error), error, error.__traceback__)
    return DiscreetRecord("somebody", logging.ERROR, "file.py", 1, message, args, info)


def format_record(one: logging.LogRecord) -> str:
    return logging.Formatter("%(levelname)s %(message)s").format(one)


@pytest.mark.parametrize(
    ("message", "said"),
    [
        (f"GET /link/{TOKEN} HTTP/1.1", "GET /link/(hidden) HTTP/1.1"),
        ("GET /link/short?x=1", "GET /link/(hidden)?x=1"),
        ("GET /account/confirm/WyJh.aR-x.Zm9v HTTP/1.1", "GET /account/confirm/(hidden) HTTP/1.1"),
        ("POST /account/reset/WyJh.aR-x.Zm9v?next=/", "POST /account/reset/(hidden)?next=/"),
        ("GET /account/address/WyJh.aR-x.Zm9v", "GET /account/address/(hidden)"),
        (
            "GET /account/oidc/return?code=abc&state=xyz HTTP/1.1",
            "GET /account/oidc/return?code=(hidden)&state=(hidden) HTTP/1.1",
        ),
        (f"/link//{TOKEN}", "/link//(hidden)"),
        (f"Cookie: {TOKEN};", "Cookie: (hidden);"),
        (f"https://wheel.test/link/{TOKEN}/", "https://wheel.test/link/(hidden)/"),
        ("Listening at: http://127.0.0.1:8000 (123)", "Listening at: http://127.0.0.1:8000 (123)"),
        ("/assessments/YnXQ88mwJYizibk_/plan", "/assessments/YnXQ88mwJYizibk_/plan"),
    ],
)
def test_tokens_are_hidden_and_the_rest_is_told(message: str, said: str) -> None:
    assert hide_secrets(message) == said


def test_a_line_cannot_be_forged() -> None:
    forged = format_record(record("Exception on %s", "/x\r\n[ERROR] all is lost\x1b[2J"))

    assert forged == "ERROR Exception on /x\\x0d\n    [ERROR] all is lost\\x1b[2J"


def test_an_exception_tells_its_places_and_kinds_and_keeps_its_words_to_itself() -> None:
    with pytest.raises(KeyError) as caught:
        fail_twice(NAME)

    said = format_record(record("It broke", error=caught.value))

    assert NAME not in said
    assert said.startswith("ERROR It broke\n")
    assert said.index("builtins.ValueError (message hidden)") < said.index("which led to:")
    assert said.endswith("builtins.KeyError (message hidden)")
    assert "in fail_twice" in said


def test_a_message_that_cannot_be_put_together_is_told_as_such() -> None:
    assert format_record(record("%d people", "many")) == "ERROR (a message of somebody that could not be put together)"


def test_a_record_without_arguments_or_exception_is_left_as_it_is() -> None:
    assert format_record(record("100 % done")) == "ERROR 100 % done"


def fail_twice(name: str) -> None:
    try:
        int(name)
    except ValueError as error:
        raise KeyError(name) from error
