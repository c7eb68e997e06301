"""Views of drafts and of the campaign's page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from zoneinfo import ZoneInfo

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from assessment.domain.campaign import CampaignKind, CampaignState
from assessment.domain.campaign_refusals import CampaignNotIn, DeadlinePassed
from assessment.domain.local_moment import TimeDoesNotExist
from assessment.domain.permissions import Action
from assessment.domain.refusals import OutOfRange, TextMissing, TextTooLong
from assessment.use_cases.accounts import Account
from assessment.use_cases.draft_campaign import CampaignDraft, change_draft, delete_draft, draft_campaign
from assessment.use_cases.invitations import list_invited
from assessment.use_cases.run_campaign import look_ahead
from assessment.use_cases.teams import TeamRecord, TeamStanding
from assessment.web.campaigns.access import Running, needs_campaign
from assessment.web.campaigns.check_page import build_check_page
from assessment.web.campaigns.fields import draft_fields
from assessment.web.campaigns.forms import DraftForm
from assessment.web.campaigns.show_page import build_campaign_page
from assessment.web.forms import RefusableForm
from assessment.web.locale import current_language
from assessment.web.parts import core_framework, parts
from assessment.web.refusals import words_of
from assessment.web.team_access import needs_team
from assessment.web.time_zones import is_time_zone

blueprint = Blueprint("campaigns", __name__)

_USUAL_LENGTH = timedelta(days=14)


@blueprint.get("/teams/<team_id>/campaigns/new")
@needs_team(Action.RUN_CAMPAIGN)
def new(account: Account, standing: TeamStanding) -> ResponseReturnValue:
    """What to decide about a campaign, with usual answers."""
    return _render_form(standing.team, _usual(account))


@blueprint.post("/teams/<team_id>/campaigns/new")
@needs_team(Action.RUN_CAMPAIGN)
def create(account: Account, standing: TeamStanding) -> ResponseReturnValue:
    """Keep a draft and show what opening it will do."""
    form = DraftForm(request.form)
    now, tokens = parts().clock(), parts().token_source

    def keep(draft: CampaignDraft) -> str:
        framework_id = core_framework().id
        return draft_campaign(
            parts().shelf,
            framework_id=framework_id,
            team_id=standing.team.id,
            draft=draft,
            now=now,
            token_source=tokens,
            by=account.id,
        ).id

    kept = _keep(form, keep)
    if kept is None:
        return _render_form(standing.team, _usual(account), form), 422
    return redirect(url_for("campaigns.show", campaign_id=kept), 303)


@blueprint.get("/campaigns/<campaign_id>")
@needs_campaign
def show(running: Running) -> ResponseReturnValue:
    """A draft to check, or how an open or closed campaign stands."""
    return render_campaign(running)


@blueprint.get("/campaigns/<campaign_id>/draft")
@needs_campaign
def edit(running: Running) -> ResponseReturnValue:
    """Change a draft."""
    _require_draft(running)
    return _render_form(running.team, _stored(running), campaign_id=running.record.id)


@blueprint.post("/campaigns/<campaign_id>/draft")
@needs_campaign
def change(running: Running) -> ResponseReturnValue:
    """Keep a changed draft and show it."""
    _require_draft(running)
    form, campaign_id, by = DraftForm(request.form), running.record.id, running.account.id
    kept = _keep(form, lambda draft: change_draft(campaign_id, draft, now=parts().clock(), by=by).id)
    if kept is None:
        return _render_form(running.team, _stored(running), form, campaign_id), 422
    return redirect(url_for("campaigns.show", campaign_id=campaign_id), 303)


@blueprint.post("/campaigns/<campaign_id>/deletion")
@needs_campaign
def delete(running: Running) -> ResponseReturnValue:
    """Throw a draft away."""
    delete_draft(running.record.id, now=parts().clock(), by=running.account.id)
    flash(_("The draft is gone."))
    return redirect(url_for("teams.show", team_id=running.team.id), 303)


def render_campaign(running: Running, again: RefusableForm | None = None) -> str:
    """The page of the campaign; with ``again`` the form for more time is shown as it was refused."""
    language, record, now = current_language(), running.record, parts().clock()
    if record.campaign.state is CampaignState.DRAFT:
        opening = look_ahead(record, opened_by=running.account.id, now=now)
        page = build_check_page(language, record, running.team, opening, now=now)
        return render_template("campaigns/check.html", page=page)
    invited = list_invited(record.id)
    open_page = build_campaign_page(language, record, running.team, invited, now=now, again=again)
    return render_template("campaigns/show.html", page=open_page)


def _keep(form: DraftForm, keep: Callable[[CampaignDraft], str]) -> str | None:
    """The id of what was kept; None when the form has to be shown again, with what is wrong with it."""
    if not form.validate():
        return None
    try:
        return keep(form.draft())
    except TimeDoesNotExist as refusal:
        form.refuse("time", words_of(refusal))
    except DeadlinePassed as refusal:
        form.refuse("day", words_of(refusal))
    except (OutOfRange, TextMissing, TextTooLong) as refusal:
        form.refuse(refusal.field, words_of(refusal))
    return None


def _render_form(
    team: TeamRecord, draft: CampaignDraft, again: DraftForm | None = None, campaign_id: str | None = None
) -> str:
    fields = draft_fields(current_language(), draft, again)
    return render_template("campaigns/draft.html", fields=fields, team=team, campaign_id=campaign_id)


def _usual(account: Account) -> CampaignDraft:
    """What most organisers take: a fortnight, until six in the evening."""
    zone = account.time_zone if is_time_zone(account.time_zone) else "UTC"
    last = (parts().clock().astimezone(ZoneInfo(zone)) + _USUAL_LENGTH).replace(hour=18, minute=0, second=0)
    return CampaignDraft("", CampaignKind.THEMSELVES, last.replace(microsecond=0), zone)


def _stored(running: Running) -> CampaignDraft:
    campaign, record = running.record.campaign, running.record
    return CampaignDraft(
        title=record.title,
        kind=campaign.kind,
        closes_at=campaign.closes_at or parts().clock() + _USUAL_LENGTH,
        time_zone=record.time_zone,
        k=campaign.k,
        anonymous=campaign.anonymous,
        remind_before=campaign.remind_before,
    )


def _require_draft(running: Running) -> None:
    state = running.record.campaign.state
    if state is not CampaignState.DRAFT:
        raise CampaignNotIn(state, (CampaignState.DRAFT,))
