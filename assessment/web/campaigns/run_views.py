"""Views that do something with a campaign: open, give more time, close, put away, clone, and see to its mails."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from assessment.domain.campaign import CampaignKind, CampaignState
from assessment.domain.campaign_refusals import CampaignNotIn, DeadlineNotLater, DeadlinePassed, GroupTooSmall
from assessment.domain.local_moment import TimeDoesNotExist
from assessment.domain.refusals import OutOfRange
from assessment.use_cases import draft_campaign, invitations, run_campaign
from assessment.web.campaigns.access import Running, needs_campaign
from assessment.web.campaigns.forms import ConfirmationForm, DeadlineForm
from assessment.web.campaigns.views import blueprint, render_campaign
from assessment.web.locale import current_language
from assessment.web.parts import parts
from assessment.web.refusals import words_of
from assessment.wording.campaigns import until_words

__all__ = ["blueprint"]


@blueprint.post("/campaigns/<campaign_id>/opening")
@needs_campaign
def open_(running: Running) -> ResponseReturnValue:
    """Open the draft that was checked, and send every invitation."""
    now, tokens = parts().clock(), parts().token_source
    try:
        record = run_campaign.open_campaign(
            parts().shelf, running.record.id, opened_by=running.account.id, now=now, token_source=tokens
        )
    except (GroupTooSmall, DeadlinePassed):
        return render_campaign(running), 422
    if record.campaign.kind is CampaignKind.LEAD_ALONE:
        return redirect(url_for("invitations.show_member", campaign_id=record.id), 303)
    flash(_("The campaign is open, and the invitations are on their way."))
    return _back(running)


@blueprint.post("/campaigns/<campaign_id>/extension")
@needs_campaign
def extend(running: Running) -> ResponseReturnValue:
    """Give more time."""
    form, record = DeadlineForm(request.form), running.record
    if form.validate():
        try:
            closes_at = form.closes_at(record.time_zone)
            longer = run_campaign.extend(record.id, closes_at, now=parts().clock(), by=running.account.id)
        except TimeDoesNotExist as refusal:
            form.refuse("time", words_of(refusal))
        except (DeadlinePassed, DeadlineNotLater, OutOfRange) as refusal:
            form.refuse("day", words_of(refusal))
        else:
            until = until_words(current_language(), longer.campaign.closes_at or parts().clock(), record.time_zone)
            flash(_("Answers are now taken until %(moment)s.", moment=until))
            return _back(running)
    return render_campaign(running, form), 422


@blueprint.get("/campaigns/<campaign_id>/closing")
@needs_campaign
def ask_to_close(running: Running) -> ResponseReturnValue:
    """What closing means, before it is done."""
    if running.record.campaign.state is not CampaignState.OPEN:
        return _back(running)
    return _render_closing(running)


@blueprint.post("/campaigns/<campaign_id>/closing")
@needs_campaign
def close(running: Running) -> ResponseReturnValue:
    """Close the campaign and publish its result."""
    if not ConfirmationForm(request.form).validate():
        return _render_closing(running, refusal=_("Tick the box to close the campaign.")), 422
    run_campaign.close_now(running.record.id, now=parts().clock(), by=running.account.id)
    flash(_("The campaign is closed."))
    return _back(running)


@blueprint.post("/campaigns/<campaign_id>/archive")
@needs_campaign
def archive(running: Running) -> ResponseReturnValue:
    """Put a closed campaign away."""
    run_campaign.archive(running.record.id, now=parts().clock(), by=running.account.id)
    flash(_("The campaign is archived. Its result stays."))
    return _back(running)


@blueprint.post("/campaigns/<campaign_id>/clone")
@needs_campaign
def clone(running: Running) -> ResponseReturnValue:
    """A draft of the next wave."""
    now, tokens = parts().clock(), parts().token_source
    wave = draft_campaign.clone(running.record.id, now=now, token_source=tokens, by=running.account.id)
    flash(_("This is the next campaign, asked the same way. Check it, change what should be different, and open it."))
    return redirect(url_for("campaigns.show", campaign_id=wave.id), 303)


@blueprint.post("/campaigns/<campaign_id>/people/<respondent_id>/invitation")
@needs_campaign
def resend(running: Running, respondent_id: str) -> ResponseReturnValue:
    """Send somebody one more invitation."""
    if invitations.resend(running.record.id, respondent_id, now=parts().clock(), by=running.account.id):
        flash(_("One more invitation is on its way. Links of earlier emails stay valid unless you revoke them."))
    else:
        flash(_("The invitation is still waiting to be sent; no second one was added. It is tried again at once."))
    return _back(running, f"person-{respondent_id}")


@blueprint.post("/campaigns/<campaign_id>/people/<respondent_id>/revocation")
@needs_campaign
def revoke(running: Running, respondent_id: str) -> ResponseReturnValue:
    """Let no link of somebody open anything any more."""
    now, tokens = parts().clock(), parts().token_source
    invitations.revoke(running.record.id, respondent_id, now=now, token_source=tokens, by=running.account.id)
    flash(_("The personal links of this person are revoked. Send a new invitation when the address is right."))
    return _back(running, f"person-{respondent_id}")


@blueprint.errorhandler(CampaignNotIn)
def is_in_another_state(refusal: CampaignNotIn) -> ResponseReturnValue:
    """A button pressed twice, or on a page that is older than the campaign: show how it stands now."""
    flash(words_of(refusal))
    return redirect(url_for("campaigns.show", campaign_id=(request.view_args or {})["campaign_id"]), 303)


def _render_closing(running: Running, refusal: str = "") -> str:
    return render_template("campaigns/close.html", record=running.record, team=running.team, refusal=refusal)


def _back(running: Running, place: str | None = None) -> ResponseReturnValue:
    return redirect(url_for("campaigns.show", campaign_id=running.record.id, _anchor=place), 303)
