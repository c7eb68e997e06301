"""Page value of one person of a team."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.people import TeamRole
from assessment.languages import Language
from assessment.use_cases.teams import MemberRecord, TeamRecord
from assessment.web.fields import FieldView
from assessment.web.teams.pages import role_words


@dataclass(frozen=True, slots=True)
class MemberPage:
    """Somebody in a team. ``name`` is the address where there is no other, and ``email`` then empty.

    ``other_role`` is what the button makes of them; ``own``: it is the reader.
    """

    team: TeamRecord
    id: str
    name: str
    email: str
    fields: tuple[FieldView, ...]
    role: str
    role_means: str
    other_role: str
    other_role_button: str
    own: bool
    refusal: str


def build_member_page(
    language: Language,
    team: TeamRecord,
    member: MemberRecord,
    fields: tuple[FieldView, ...],
    *,
    own: bool,
    refusal: str,
) -> MemberPage:
    """The page of one person."""
    leads = member.role is TeamRole.LEAD
    return MemberPage(
        team=team,
        id=member.id,
        name=member.name or member.email,
        email=member.email if member.name else "",
        fields=fields,
        role=role_words(language, member),
        role_means=_meaning(language, member),
        other_role=TeamRole.MEMBER if leads else TeamRole.LEAD,
        other_role_button=language.gettext("Make a member again") if leads else language.gettext("Make a lead"),
        own=own,
        refusal=refusal,
    )


def _meaning(language: Language, member: MemberRecord) -> str:
    if member.waits:
        return language.gettext(
            "Whoever leads a team needs an account with a confirmed address. Until this person signs in with theirs, "
            "they neither lead the team nor are asked."
        )
    if member.role is TeamRole.LEAD:
        return language.gettext(
            "Leads name members, run campaigns and see the published results. They are not asked in campaigns of the "
            "team: knowing their own answers, they could work out those of others."
        )
    if not member.confirmed:
        return language.gettext(
            "This person used the join link and has not opened the email that confirms the address. Until then they "
            "are not asked."
        )
    return language.gettext("Members are asked when a campaign opens, and see its result once it is published.")
