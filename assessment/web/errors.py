"""Error pages: what happened, what was kept, what to do next."""

from __future__ import annotations

from dataclasses import dataclass, replace

from flask import Flask, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.exceptions import HTTPException, TooManyRequests

from assessment.domain.refusals import AssessmentNotFound, Refusal
from assessment.use_cases.availability import DatabaseUnavailable
from assessment.web.refusals import status_of, words_of
from assessment.web.security import is_api_request


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """One error in three sentences. ``asks_for_link`` shows the field for a private link.

    ``way_on`` is the text and the address of a button to where the person can go on; the first page without it.
    """

    status: int
    title: str
    happened: str
    kept: str = ""
    advice: str = ""
    asks_for_link: bool = False
    way_on: tuple[str, str] | None = None


def register(app: Flask) -> None:
    """Answer every refusal, HTTP error and crash with a page in the person's language."""
    app.register_error_handler(AssessmentNotFound, assessment_not_found)
    app.register_error_handler(Refusal, refused)
    app.register_error_handler(HTTPException, http_error)
    app.register_error_handler(DatabaseUnavailable, unavailable)
    app.register_error_handler(500, _crashed)


def error_response(page: ErrorPage) -> ResponseReturnValue:
    """The page with its status."""
    return render_template("site/error.html", page=page), page.status


def assessment_not_found(_refusal: AssessmentNotFound) -> ResponseReturnValue:
    """The page that offers to paste the private link."""
    return error_response(
        ErrorPage(
            status=404,
            title=_("We cannot open this assessment here"),
            happened=_("There is no such assessment, or this device does not hold its private link."),
            kept=_("If the assessment exists, everything that was saved in it is still there."),
            advice=_("Paste your private link below, or open it in the browser."),
            asks_for_link=True,
        )
    )


def refused(refusal: Refusal) -> ResponseReturnValue:
    """The page of any other refusal."""
    return error_response(
        ErrorPage(
            status=status_of(refusal),
            title=_("This did not work"),
            happened=words_of(refusal),
        )
    )


def http_error(error: HTTPException) -> ResponseReturnValue:
    """The page of an HTTP error; a redirect passes, the API speaks for itself."""
    if error.code is None or error.code < 400 or is_api_request():
        return error.get_response(request.environ)
    page = too_many_page(error) if isinstance(error, TooManyRequests) else _page_of(error.code)
    body = error_response(page)
    headers = [pair for pair in error.get_headers(request.environ) if pair[0] in {"Allow", "Retry-After"}]
    return (*body, headers)  # type: ignore[misc]


def too_many_page(error: TooManyRequests) -> ErrorPage:
    """The page of a limit; it says how long to wait where that is known."""
    page = _page_of(429)
    if not isinstance(error.retry_after, int):
        return page
    minutes = -(-error.retry_after // 60)
    hours = -(-minutes // 60)
    wait = (
        ngettext("Wait %(num)s minute and try again.", "Wait %(num)s minutes and try again.", minutes)
        if minutes <= 90
        else ngettext("Wait %(num)s hour and try again.", "Wait %(num)s hours and try again.", hours)
    )
    return replace(page, advice=wait)


def unavailable(_outage: DatabaseUnavailable) -> ResponseReturnValue:
    """The page for a database that is away."""
    return (*error_response(_page_of(503)), {"Retry-After": "30"})  # type: ignore[misc]


def _crashed(_error: Exception) -> ResponseReturnValue:
    return error_response(_page_of(500))


def _page_of(status: int) -> ErrorPage:
    usual = (
        _("Something broke on our side"),
        _("The server met an error that nobody expected. It has been written down."),
        _("Try again in a minute."),
    )
    title, happened, advice = (_mistakes() | _limits()).get(status, usual)
    return ErrorPage(status, title, happened, kept=_("What was saved before is still there."), advice=advice)


def _mistakes() -> dict[int, tuple[str, str, str]]:
    """Title, what happened and what to do, by status: something was asked wrongly."""
    return {
        400: (
            _("The page could not be read"),
            _("The browser sent something we do not understand, or the page was open for too long."),
            _("Go back, reload the page and try again."),
        ),
        403: (_("This page is not for you"), _("You may not open this page."), _("Start from the first page.")),
        404: (
            _("There is no such page"),
            _("The address leads nowhere, or the page has moved."),
            _("Check the address, or start from the first page."),
        ),
        405: (
            _("This page cannot be opened like that"),
            _("The address works only from a button on another page."),
            _("Go back and use the button again."),
        ),
    }


def _limits() -> dict[int, tuple[str, str, str]]:
    """The same for what is more than the service can take just now."""
    return {
        413: (
            _("That was too much at once"),
            _("What was sent is larger than we accept."),
            _("Make it shorter and try again."),
        ),
        429: (
            _("Too many attempts"),
            _("This was tried too often in a short time, from your network or for one account, so we ask for a pause."),
            _("Wait a minute and try again."),
        ),
        503: (
            _("We cannot save anything just now"),
            _("The database is busy or away."),
            _("Try again in a minute. The page you came from keeps your answers until then."),
        ),
    }
