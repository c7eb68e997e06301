"""Every address of the site, with who gets what there. A new address is not done before it stands here.

Rows of addresses about people and their answers are judged by the access matrix itself (``Matrix``, ``own_answers``,
``own_with_account``, ``by_token``), so that the two cannot drift apart.
"""

from __future__ import annotations

from dataclasses import replace

from assessment.domain.permissions import Action
from tests.factories.world import Thing, Who
from tests.guards.access_inventory_accounts import ACCOUNTS
from tests.guards.access_inventory_teams import TEAMS
from tests.guards.access_rules import (
    Matrix,
    Row,
    accounts,
    by_token,
    everybody,
    nobody,
    only,
    own_answers,
    own_with_account,
    rows,
)

_STEP = {"start": "2026-12-01", "due": "2026-12-07", "hours": "2", "title": "Read", "competency": ""}
_TERMS = {"weekly_hours": "3", "weeks": "8", "start": "2026-11-23", "at_most": "4"}

SITE = (
    *rows(
        everybody,
        Thing.SITE,
        "GET start.show",
        "GET start.continue_",
        "GET site.favicon",
        "GET site.health",
        "GET site.robots",
        "GET pages.scores",
        "GET pages.your_data",
        "GET pages.glossary",
        "GET pages.accessibility",
        "GET own_data.farewell",
        "GET static",
        "GET stylesheet",
        "GET api_v1.show_page",
        "GET api_v1.show_document",
        "GET api_v1.list_frameworks",
    ),
    Row("POST start.begin", Thing.SITE, everybody, "questions.link", {"framework": "cx_competencies", "level": "team"}),
    Row("GET site.language", Thing.SITE, everybody, "start.show", args={"locale": "ru"}),
    Row("GET start.open_link", Thing.SITE, nobody, args={"token": "wrong"}),
    Row("POST start.open_pasted", Thing.SITE, everybody, form={"link": "wrong"}, status=422),
    Row("GET api_v1.show_framework", Thing.SITE, everybody, query={"level": "team", "locale": "en"}),
    Row("POST api_v1.create_assessment", Thing.SITE, everybody, status=201),
    # in development alone
    Row("GET site.style_guide", Thing.SITE, nobody),
    Row("GET development.mails", Thing.SITE, nobody),
    Row("GET development.mail", Thing.SITE, nobody, args={"mail_id": "1"}),
)

_BEFORE_SUBMISSION = (
    *rows(
        own_answers,
        Thing.OPEN_ANSWERS,
        "GET questions.show",
        ("POST questions.save", "questions.show"),
        "POST questions.autosave",
        "GET questions.review",
        "GET questions.link",
        ("GET result.show", "questions.review"),
        ("GET result.competency", "questions.review"),
        ("GET result.what_if", "questions.review"),
        ("GET result.wheel_svg", "questions.review"),
        ("GET result.wheel_png", "questions.review"),
        ("GET plan.show", "questions.review"),
        ("GET plan.pdf", "questions.review"),
        ("GET plan.ics", "questions.review"),
        ("POST plan.set_name", "questions.review"),
        ("POST plan.change_terms", "questions.review"),
        ("POST plan.add_step", "questions.review"),
        ("POST plan.set_dates", "questions.review"),
        ("POST plan.tick_done", "questions.review"),
        ("POST plan.write_evidence", "questions.review"),
        ("POST plan.swap_step", "questions.review"),
        ("POST plan.drop_step", "questions.review"),
        ("POST plan.bring_back_step", "questions.review"),
        "GET own_data.show",
        "GET own_data.as_csv",
        "GET own_data.as_json",
        ("GET sharing.manage", "questions.review"),
        ("POST sharing.preview", "questions.review"),
        ("POST sharing.share", "questions.review"),
        ("POST sharing.end", "questions.review"),
    ),
    Row(
        "POST questions.submit", Thing.OPEN_ANSWERS, own_answers, "result.show", {"accept_incomplete": "y", "keep": "y"}
    ),
    Row("POST own_data.erase_all", Thing.OPEN_ANSWERS, own_answers, "own_data.farewell", {"confirmed": "y"}),
)

ANSWERS = (
    *_BEFORE_SUBMISSION,
    *(replace(row, thing=Thing.CAMPAIGN_ANSWERS) for row in _BEFORE_SUBMISSION),
    *rows(
        own_with_account,
        Thing.OPEN_ANSWERS,
        ("POST home.withdraw", "questions.link"),
    ),
)

RESULT = (
    *rows(
        own_answers,
        Thing.RESULT,
        ("GET questions.show", "result.show"),
        ("POST questions.save", "result.show"),
        ("GET questions.review", "result.show"),
        ("POST questions.submit", "result.show"),
        "GET questions.link",
        "GET result.show",
        "GET result.competency",
        "GET result.what_if",
        "GET result.wheel_svg",
        "GET result.wheel_png",
        "GET plan.show",
        "GET plan.pdf",
        "GET plan.ics",
        "GET own_data.show",
        "GET own_data.as_csv",
        "GET own_data.as_json",
    ),
    Row("POST questions.autosave", Thing.RESULT, own_answers, status=409),
    Row("POST plan.set_name", Thing.RESULT, own_answers, "plan.show", {"name": "Anna"}),
    Row("POST plan.change_terms", Thing.RESULT, own_answers, "plan.show", _TERMS),
    Row("POST plan.add_step", Thing.RESULT, own_answers, "plan.show", _STEP),
    Row("POST plan.set_dates", Thing.RESULT, own_answers, "plan.show", _STEP),
    Row("POST plan.tick_done", Thing.RESULT, own_answers, "plan.show", {"done": "yes"}),
    Row("POST plan.write_evidence", Thing.RESULT, own_answers, "plan.show", {"note": "Done"}),
    Row("POST plan.swap_step", Thing.RESULT, own_answers, "plan.show", {"action": "act.design.ind.foundation.1"}),
    Row("POST plan.drop_step", Thing.RESULT, own_answers, "plan.show"),
    Row("POST plan.bring_back_step", Thing.RESULT, own_answers, "plan.show"),
    Row("POST own_data.erase_all", Thing.RESULT, own_answers, "own_data.farewell", {"confirmed": "y"}),
    Row("GET sharing.manage", Thing.RESULT, own_with_account),
    Row("POST sharing.preview", Thing.RESULT, own_with_account, form={"recipient": "new@example.org"}),
    Row("POST sharing.share", Thing.RESULT, own_with_account, "sharing.manage", {"recipient": "new@example.org"}),
    Row("POST sharing.end", Thing.RESULT, own_with_account, "sharing.manage"),
    Row("POST home.withdraw", Thing.RESULT, own_with_account, "questions.link"),
    Row("GET sharing.show", Thing.SHARE, Matrix(Action.SEE_RESULT_OF_ANOTHER)),
    Row("GET sharing.show", Thing.SHARE_WITHOUT_CAPACITY, Matrix(Action.SEE_RESULT_OF_ANOTHER)),
    Row("GET sharing.show", Thing.SHARE_TAKEN_BACK, Matrix(Action.SEE_RESULT_OF_ANOTHER)),
)

MACHINES = (
    *rows(
        by_token,
        Thing.RESULT,
        "GET api_v1.show_assessment",
        "GET api_v1.show_answers",
        "GET api_v1.export_assessment",
        "GET api_v1.show_result",
        "GET api_v1.show_plan",
        "GET api_v1.show_plan_pdf",
        "GET api_v1.show_wheel_svg",
        "GET api_v1.show_wheel_png",
        "POST api_v1.submit_assessment",
    ),
    Row("PATCH api_v1.change_answers", Thing.RESULT, by_token, status=409),
    Row("DELETE api_v1.erase_assessment", Thing.RESULT, by_token, status=204),
    Row("GET api_v1.show_answers", Thing.OPEN_ANSWERS, by_token),
    Row("PATCH api_v1.change_answers", Thing.OPEN_ANSWERS, by_token),
    Row("DELETE api_v1.erase_assessment", Thing.OPEN_ANSWERS, by_token, status=204),
)

HOME = (
    *rows(
        accounts,
        Thing.SITE,
        "GET home.show",
        "GET home.waiting",
        "GET home.log",
        ("POST home.take", "home.show"),
        "GET sharing.list_shared",
    ),
    Row("GET home.history", Thing.SITE, only(Who.OWNER)),
    Row("GET home.change", Thing.SITE, only()),  # of two own results, which are named in the query
    *rows(
        Matrix(Action.USE_ACCOUNTS),
        Thing.SITE,
        "GET administration.accounts",
        ("POST administration.close", "administration.accounts"),
        ("POST administration.reopen", "administration.accounts"),
    ),
    Row("GET administration.log", Thing.SITE, Matrix(Action.READ_AUDIT_LOG)),
)

INVENTORY = (*SITE, *ANSWERS, *RESULT, *MACHINES, *HOME, *ACCOUNTS, *TEAMS)
