"""Keys to assessments in the session cookie."""

from __future__ import annotations

from flask import Flask

from assessment.web.access import find_token, grant_access, revoke_access
from tests.factories.visitors import Visitor


def test_pages_of_an_assessment_ask_for_its_link_on_a_device_that_has_no_key(
    visitor: Visitor, russian: Visitor
) -> None:
    assessment_id = visitor.start()
    for page in ("questions/culture", "review", "link", "result"):
        answer = russian.see(f"/assessments/{assessment_id}/{page}")
        assert answer.status_code == 404
        assert 'name="link"' in answer.text


def test_an_assessment_of_others_looks_like_one_that_does_not_exist(visitor: Visitor, russian: Visitor) -> None:
    theirs = russian.see(f"/assessments/{visitor.start()}/review")
    nobodys = russian.see("/assessments/AAAAAAAAAAAAAAAA/review")
    assert theirs.status_code == nobodys.status_code == 404
    address = f"/assessments/{visitor.assessment_id}/review"
    assert _stable(theirs.text).replace(address, "") == _stable(nobodys.text).replace(
        "/assessments/AAAAAAAAAAAAAAAA/review", ""
    )


def test_a_key_to_one_assessment_opens_no_other(visitor: Visitor, russian: Visitor) -> None:
    other = visitor.start()
    russian.start()
    assert russian.see(f"/assessments/{other}/review").status_code == 404


def test_a_changed_cookie_opens_nothing(visitor: Visitor) -> None:
    address = f"/assessments/{visitor.start()}/review"
    cookie = visitor.client.get_cookie("cx_wheel")
    assert cookie is not None
    visitor.client.set_cookie("cx_wheel", cookie.value[:-2] + ("aa" if cookie.value[-2:] != "aa" else "bb"))
    assert visitor.see(address).status_code == 404


def test_the_newest_keys_are_kept_when_there_are_too_many(app: Flask) -> None:
    with app.test_request_context():
        for number in range(25):
            grant_access(f"assessment-{number}", f"token-{number}")
        assert find_token("assessment-4") is None
        assert find_token("assessment-5") == "token-5"
        assert find_token("assessment-24") == "token-24"


def test_a_key_taken_again_counts_as_the_newest(app: Flask) -> None:
    with app.test_request_context():
        for number in range(20):
            grant_access(f"assessment-{number}", f"token-{number}")
        grant_access("assessment-0", "token-0")
        grant_access("assessment-20", "token-20")
        assert find_token("assessment-0") == "token-0"
        assert find_token("assessment-1") is None


def test_a_key_can_be_given_back(app: Flask) -> None:
    with app.test_request_context():
        grant_access("mine", "token")
        revoke_access("mine")
        assert find_token("mine") is None


def test_twenty_keys_fit_into_a_cookie(visitor: Visitor) -> None:
    for _ in range(21):
        visitor.start()
    cookie = visitor.client.get_cookie("cx_wheel")
    assert cookie is not None
    assert len(cookie.value) < 4000
    assert visitor.see(f"/assessments/{visitor.assessment_id}/review").status_code == 200


def _stable(page: str) -> str:
    """The page without its form token."""
    return "\n".join(line for line in page.splitlines() if "csrf_token" not in line)
