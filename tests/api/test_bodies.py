"""Bodies that are not what they should be: never an error of the server."""

from __future__ import annotations

import io

import pytest
from flask.testing import FlaskClient

from tests.factories.api_callers import API, Caller

BROKEN = {
    "nothing": b"",
    "blank": b" \n",
    "half": b'{"answers": {',
    "trailing comma": b'{"answers": {},}',
    "two documents": b"{} {}",
    "single quotes": b"{'answers': {}}",
    "comment": b'{"answers": {}} // none',
    "not UTF-8": '{"answers": {"имя": 1}}'.encode("cp1251"),
    "UTF-16": '{"answers": {}}'.encode("utf-16"),
    "byte order mark": b'\xef\xbb\xbf{"answers": {}}',
    "NaN": b'{"answers": {"ind.culture.knowledge.elements": NaN}}',
    "Infinity": b'{"answers": {"ind.culture.knowledge.elements": Infinity}}',
    "minus Infinity": b'{"answers": {"ind.culture.knowledge.elements": -Infinity}}',
    "number beyond all floats": b'{"answers": {"ind.culture.knowledge.elements": 1e400}}',
    "number of a hundred thousand digits": b'{"answers": {"x": ' + b"9" * 100_000 + b"}}",
    "key twice": b'{"answers": {}, "answers": {}}',
    "item twice": b'{"answers": {"ind.culture.knowledge.elements": 1, "ind.culture.knowledge.elements": 2}}',
    "deep lists": b"[" * 100_000 + b"]" * 100_000,
    "deep objects": b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
    "control character": b'{"answers": {"a\x01": 1}}',
}


@pytest.mark.parametrize("body", BROKEN.values(), ids=BROKEN.keys())
def test_a_body_that_is_not_strict_json_cannot_be_read(caller: Caller, body: bytes) -> None:
    answer = caller.send("PATCH", "/answers", body)
    assert answer.status_code == 400
    assert answer.content_type == "application/problem+json"
    assert answer.get_json()["type"] == "/api/v1/#unreadable-body"
    assert len(answer.data) < 400
    assert caller.get("/answers").get_json() == {"answers": {}, "revision": 0}


@pytest.mark.parametrize("depth", [100, 500, 900, 950, 980, 1000])
def test_a_value_nested_to_any_depth_is_refused_like_any_other(caller: Caller, depth: int) -> None:
    body = b'{"answers": {"ind.culture.knowledge.elements": ' + b"[" * depth + b"]" * depth + b"}}"
    assert caller.send("PATCH", "/answers", body).status_code in {400, 422}


@pytest.mark.parametrize(
    "media_type", [None, "text/plain", "application/x-www-form-urlencoded", "application/jsonx", "multipart/form-data"]
)
def test_only_json_is_taken(client: FlaskClient, media_type: str | None) -> None:
    answer = client.post(f"{API}/assessments", data=b"{}", content_type=media_type)
    assert answer.status_code == 415
    assert answer.get_json()["title"] == "Unsupported Media Type"


def test_json_may_say_its_letters(caller: Caller) -> None:
    answer = caller.send("PATCH", "/answers", b'{"answers": {}}', content_type="Application/JSON; charset=utf-8")
    assert answer.status_code == 200


def test_a_body_that_is_too_large_is_refused(caller: Caller) -> None:
    body = b'{"answers": {}}' + b" " * 1_000_000
    answer = caller.send("PATCH", "/answers", body)
    assert answer.status_code == 413
    assert answer.content_type == "application/problem+json"


def test_a_stream_that_is_too_large_is_refused(caller: Caller) -> None:
    endless = io.BytesIO(b'{"answers": {}}' + b" " * 1_100_000)
    environ = {"wsgi.input_terminated": True, "HTTP_TRANSFER_ENCODING": "chunked"}
    answer = caller.send("PATCH", "/answers", b"", input_stream=endless, environ_overrides=environ, data=None)
    assert answer.status_code == 413


def test_a_list_of_wrong_answers_is_not_much_longer_than_what_was_sent(caller: Caller) -> None:
    answers = {f"no.such.item.{n}": 1 for n in range(1000)}
    answer = caller.patch(answers)
    assert answer.status_code == 422
    assert len(answer.get_json()["errors"]) == 1000
    assert len(answer.data) < 150_000
