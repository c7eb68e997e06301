"""The fields of campaign forms: filled from what is stored, or from what was typed when a form was refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from assessment.domain.campaign import CampaignKind
from assessment.languages import Language
from assessment.use_cases.draft_campaign import HIGHEST_K, LONGEST_TITLE, CampaignDraft
from assessment.web.campaigns.forms import ANONYMOUS, DAY, LINKED, WEEK
from assessment.web.fields import FieldSheet, FieldView
from assessment.web.forms import RefusableForm
from assessment.web.time_zones import group_time_zones
from assessment.wording.campaigns import kind_explained, kind_name, linking_explained, linking_name


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several to choose from, with what it means."""

    value: str
    name: str
    hint: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """Something to tick."""

    name: str
    label: str
    is_ticked: bool


@dataclass(frozen=True, slots=True)
class DraftFields:
    """The whole form. ``first_refused`` is the id of the first field that needs a look, empty when all is well."""

    title: FieldView
    kinds: tuple[Choice, ...]
    deadline: tuple[FieldView, ...]
    reminders: tuple[Tick, ...]
    k: FieldView
    linkings: tuple[Choice, ...]
    first_refused: str


def draft_fields(language: Language, draft: CampaignDraft, again: RefusableForm | None) -> DraftFields:
    """The form of a draft; ``again`` is the form when it was refused, with what was typed."""
    title, k = _title(language, draft, again), _threshold(language, draft, again)
    days = deadline_fields(language, draft.closes_at, draft.time_zone, again)
    zone = FieldSheet(language, again).field(
        "zone",
        language.gettext("Time zone"),
        draft.time_zone,
        kind="select",
        groups=group_time_zones(language, draft.time_zone, now=draft.closes_at),
    )
    deadline = (*days, zone)
    refused = next((one.id for one in (title, *deadline, k) if one.error), "")
    return DraftFields(
        title,
        _kinds(language, draft, again),
        deadline,
        _reminders(language, draft, again),
        k,
        _linkings(language, draft, again),
        refused,
    )


def deadline_fields(
    language: Language, closes_at: datetime, time_zone: str, again: RefusableForm | None
) -> tuple[FieldView, FieldView]:
    """Last day and time, as the clocks of the zone show them."""
    local = closes_at.astimezone(ZoneInfo(time_zone))
    last_day, last_time = language.gettext("Last day"), language.gettext("Time on that day")
    return (
        FieldSheet(language, again).field("day", last_day, local.date().isoformat(), kind="date"),
        FieldSheet(language, again).field("time", last_time, f"{local:%H:%M}", kind="time"),
    )


def _title(language: Language, draft: CampaignDraft, again: RefusableForm | None) -> FieldView:
    return FieldSheet(language, again).field(
        "title",
        language.gettext("Name of the campaign"),
        draft.title,
        hint=language.gettext("People read it in the invitation, such as “Autumn 2026”."),
        limits={"maxlength": str(LONGEST_TITLE), "autocomplete": "off"},
    )


def _threshold(language: Language, draft: CampaignDraft, again: RefusableForm | None) -> FieldView:
    return FieldSheet(language, again).field(
        "k",
        language.gettext("How many people must answer before figures are shown"),
        str(draft.k),
        kind="number",
        hint=language.gettext(
            "Never fewer than 5. It cannot be changed once the campaign is open, because people have been told."
        ),
        limits={"min": "5", "max": str(HIGHEST_K)},
    )


def _kinds(language: Language, draft: CampaignDraft, again: RefusableForm | None) -> tuple[Choice, ...]:
    chosen = draft.kind.value if again is None else again.typed("kind")
    return tuple(
        Choice(kind.value, kind_name(language, kind), kind_explained(language, kind), kind.value == chosen)
        for kind in CampaignKind
    )


def _linkings(language: Language, draft: CampaignDraft, again: RefusableForm | None) -> tuple[Choice, ...]:
    stored = ANONYMOUS if draft.anonymous else LINKED
    chosen = stored if again is None else again.typed("linking")
    return tuple(
        Choice(
            value,
            linking_name(language, anonymous=anonymous),
            linking_explained(language, anonymous=anonymous),
            value == chosen,
        )
        for value, anonymous in ((LINKED, False), (ANONYMOUS, True))
    )


def _reminders(language: Language, draft: CampaignDraft, again: RefusableForm | None) -> tuple[Tick, ...]:
    def ticked(name: str, *, stored: bool) -> bool:
        return stored if again is None else bool(again.typed(name))

    return (
        Tick("week", language.gettext("7 days before the end"), ticked("week", stored=WEEK in draft.remind_before)),
        Tick(
            "last_day", language.gettext("1 day before the end"), ticked("last_day", stored=DAY in draft.remind_before)
        ),
    )
