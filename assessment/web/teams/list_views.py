"""Views of adding many people: a list is sent, looked at, and then added.

What was read has an address of its own until it is added, so that going back and loading again send nothing twice.
"""

from __future__ import annotations

from collections.abc import Callable

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import ngettext
from werkzeug.exceptions import RequestEntityTooLarge

from assessment.domain.permissions import Action
from assessment.domain.team_refusals import BadListFile, DraftGone, TeamFull
from assessment.use_cases.accounts import Account
from assessment.use_cases.member_lists import ListPreview, add_previewed, get_preview, preview_file, preview_pasted
from assessment.use_cases.teams import TeamRecord, TeamStanding
from assessment.web.errors import http_error
from assessment.web.forms import RefusableForm
from assessment.web.locale import current_language
from assessment.web.parts import parts
from assessment.web.refusals import words_of
from assessment.web.team_access import needs_team
from assessment.web.teams.adding import render_adding
from assessment.web.teams.forms import FileForm, PasteForm
from assessment.web.teams.member_views import blueprint
from assessment.web.teams.preview_page import build_preview_page

__all__ = ["blueprint"]

_LISTS = {"teams.look_at_pasted", "teams.look_at_file"}
_LARGEST_FORM_BYTES = 4_000_000
"""What is larger than a list may be but not by much is read, so that the page can say so."""


@blueprint.url_value_preprocessor
def allow_long_lists(endpoint: str | None, _values: dict[str, object] | None) -> None:
    """Lists may be longer than other forms."""
    if endpoint in _LISTS:
        request.max_content_length = request.max_form_memory_size = _LARGEST_FORM_BYTES


@blueprint.errorhandler(RequestEntityTooLarge)
def list_is_too_large(error: RequestEntityTooLarge) -> ResponseReturnValue:
    """The sentence for a list far above the limit, which was not read at all."""
    if request.endpoint not in _LISTS:
        return http_error(error)
    team_id = (request.view_args or {})["team_id"]
    return render_template("teams/too_large.html", sentence=words_of(BadListFile("size")), team_id=team_id), 413


@blueprint.post("/teams/<team_id>/members/pasted")
@needs_team(Action.MANAGE_MEMBERS)
def look_at_pasted(account: Account, standing: TeamStanding) -> ResponseReturnValue:
    """Read a pasted list and show what would be added."""
    form = PasteForm(request.form)
    return _look(
        standing.team,
        form,
        "people",
        lambda: preview_pasted(
            standing.team.id,
            form.typed("people"),
            user_id=account.id,
            now=parts().clock(),
            token_source=parts().token_source,
        ),
    )


@blueprint.post("/teams/<team_id>/members/file")
@needs_team(Action.MANAGE_MEMBERS)
def look_at_file(account: Account, standing: TeamStanding) -> ResponseReturnValue:
    """Read an uploaded list and show what would be added."""
    sent = request.files.get("file")
    content = sent.read() if sent is not None else b""
    return _look(
        standing.team,
        FileForm(request.form),
        "file",
        lambda: preview_file(
            standing.team.id,
            content,
            user_id=account.id,
            now=parts().clock(),
            token_source=parts().token_source,
        ),
    )


@blueprint.get("/teams/<team_id>/members/lists/<list_id>")
@needs_team(Action.MANAGE_MEMBERS)
def show_list(account: Account, standing: TeamStanding, list_id: str) -> ResponseReturnValue:
    """Who would be added, and which lines are left out."""
    try:
        seen = get_preview(standing.team.id, list_id, user_id=account.id)
    except DraftGone as refusal:
        return _to_the_people(standing.team.id, words_of(refusal))
    return render_template("teams/preview.html", page=build_preview_page(current_language(), standing.team, seen))


@blueprint.post("/teams/<team_id>/members/lists/<list_id>")
@needs_team(Action.MANAGE_MEMBERS)
def add_list(account: Account, standing: TeamStanding, list_id: str) -> ResponseReturnValue:
    """Add exactly the people that were looked at."""
    team_id, now, tokens = standing.team.id, parts().clock(), parts().token_source
    try:
        done = add_previewed(team_id, list_id, user_id=account.id, now=now, token_source=tokens)
    except (DraftGone, TeamFull) as refusal:
        return _to_the_people(team_id, words_of(refusal))
    if done.known:
        flash(ngettext("%(num)s was in the team by then.", "%(num)s were in the team by then.", done.known))
    return _to_the_people(team_id, ngettext("%(num)s person was added.", "%(num)s people were added.", done.added))


def _to_the_people(team_id: str, sentence: str) -> ResponseReturnValue:
    flash(sentence)
    return redirect(url_for("teams.show", team_id=team_id, _anchor="people"), 303)


def _look(team: TeamRecord, form: RefusableForm, field: str, read: Callable[[], ListPreview]) -> ResponseReturnValue:
    try:
        seen = read()
    except (BadListFile, TeamFull) as refusal:
        form.refuse(field, words_of(refusal))
        return render_adding(team, form), 422
    return redirect(url_for("teams.show_list", team_id=team.id, list_id=seen.id), 303)
