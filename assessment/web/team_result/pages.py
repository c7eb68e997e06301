"""The page of a team's result as one value: everything is said and rounded here, the template only lays it out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assessment.domain.framework import Framework
from assessment.domain.profile import Profile, Verdict
from assessment.domain.team_result import TeamResult
from assessment.domain.wheel.group import as_profile
from assessment.languages import Language
from assessment.web.hues import hue_of
from assessment.web.result.figures import Figures
from assessment.web.result.standings import Axis, build_axis, per_cent
from assessment.web.result.sure import Part, cut_bar
from assessment.web.team_result.agreement_part import AgreementPart, build_agreement
from assessment.web.team_result.change_part import ChangePart, build_change
from assessment.web.team_result.coverage_part import CoveragePart, build_coverage
from assessment.web.team_result.own_part import OwnPart, build_own_part
from assessment.web.team_result.rows import GroupRow, build_rows
from assessment.web.team_result.teaser import TeamTeaser, build_teaser
from assessment.web.wheel_page import WheelPage, make_group_wheel_page
from assessment.wording.footnotes import Footnote, Footnotes
from assessment.wording.probability import probability_shares
from assessment.wording.scores import balance_note, balance_text, bands_sentence
from assessment.wording.team_probability import team_probability_sentence
from assessment.wording.team_scores import (
    facets_sentence,
    standing_note,
    standing_sentence,
    table_note,
    team_blind_spots_sentence,
    team_mean_note,
    team_roll_note,
)
from assessment.wording.team_verdict import eyebrow, next_steps, team_headline, team_standfirst


@dataclass(frozen=True, slots=True)
class ShareLine:
    """A competency, or the rest together, with its share of 100. ``hue`` is None for the rest."""

    hue: int | None
    name: str
    share: str


@dataclass(frozen=True, slots=True)
class Weakest:
    """Which is the weakest link; ``parts`` and ``lines`` are empty where probabilities are not told."""

    heading: str
    parts: tuple[Part, ...]
    lines: tuple[ShareLine, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the team stands: the drawing of means and ranges, and the table with the same numbers."""

    sentence: str
    note: str
    rows: tuple[GroupRow, ...]
    axis: Axis
    roll_at: str
    facets: tuple[str, ...]
    facets_sentence: str
    spread: bool
    caption: str
    notes: tuple[Footnote, ...]


@dataclass(frozen=True, slots=True)
class FileLink:
    """One format of a file, and where it is."""

    ending: str
    url: str


@dataclass(frozen=True, slots=True)
class FileLinks:
    """What a file holds, and its formats."""

    name: str
    links: tuple[FileLink, ...]


@dataclass(frozen=True, slots=True)
class BlindSpot:
    """A statement that many could not judge."""

    hue: int
    competency: str
    statement: str


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses that the page leads to. ``may_plan`` is whether whoever looks may change the plan."""

    competency: Callable[[str], str]
    plan: str
    may_plan: bool
    files: tuple[FileLinks, ...]


@dataclass(frozen=True, slots=True)
class TeamResultPage:
    """A result that is shown. Sections that have nothing to say are None or empty."""

    disclaimer: str
    eyebrow: str
    headline: str
    standfirst: str
    wheel: WheelPage
    figures: Figures
    weakest: Weakest | None
    coverage: CoveragePart | None
    agreement: AgreementPart | None
    standing: Standing
    blind_spots_sentence: str
    blind_spots: tuple[BlindSpot, ...]
    change: ChangePart | None
    own: OwnPart | None
    teaser: TeamTeaser
    plan_url: str
    may_plan: bool
    files: tuple[FileLinks, ...]


@dataclass(frozen=True, slots=True)
class HiddenPage:
    """A result of which nothing is shown: why, and what to do next."""

    disclaimer: str
    eyebrow: str
    headline: str
    reason: str
    steps: tuple[str, ...]
    back: str
    back_url: str


def build_team_result_page(
    language: Language,
    framework: Framework,
    result: TeamResult,
    *,
    team: str,
    links: Links,
    own: Profile | None = None,
) -> TeamResultPage:
    """The whole page of a result that is not hidden; ``own`` is the view of whoever looks, if they gave one."""
    address, spots = links.competency, list_blind_spots(language, framework, result)
    return TeamResultPage(
        disclaimer=language.pick(framework.disclaimer),
        eyebrow=eyebrow(language, team, result),
        headline=team_headline(language, framework, result),
        standfirst=team_standfirst(language, framework, result),
        wheel=make_group_wheel_page(language, framework, result, link=address),
        figures=build_figures(language, framework, result),
        weakest=build_weakest(language, framework, result),
        coverage=build_coverage(language, framework, result, address),
        agreement=build_agreement(language, framework, result, address),
        standing=build_standing(language, framework, result, address),
        blind_spots_sentence=team_blind_spots_sentence(language, len(spots)),
        blind_spots=spots,
        change=build_change(language, framework, result, address),
        own=build_own_part(language, framework, result, own, address),
        teaser=build_teaser(language, framework, result),
        plan_url=links.plan,
        may_plan=links.may_plan,
        files=links.files,
    )


def build_hidden_page(
    language: Language, framework: Framework, result: TeamResult, *, team: str, back: str, back_url: str
) -> HiddenPage:
    """The page of a result of which nothing is shown; ``back`` says where its button leads."""
    return HiddenPage(
        disclaimer=language.pick(framework.disclaimer),
        eyebrow=eyebrow(language, team, result),
        headline=team_headline(language, framework, result),
        reason=team_standfirst(language, framework, result),
        steps=next_steps(language, result),
        back=back,
        back_url=back_url,
    )


def build_figures(language: Language, framework: Framework, result: TeamResult) -> Figures:
    """The roll first, mean and balance beside it; nothing but the reason where there is no roll."""
    profile = as_profile(result)
    return Figures(
        roll="" if result.roll is None else language.whole(result.roll),
        roll_note=team_roll_note(language, framework, result),
        mean="" if result.mean is None else language.whole(result.mean),
        mean_note=team_mean_note(language, result),
        balance=balance_text(language, profile),
        balance_note=balance_note(language),
        formulas=(),
    )


def build_weakest(language: Language, framework: Framework, result: TeamResult) -> Weakest | None:
    """None where no weakest link can be looked for."""
    if result.weakest is None:
        return None
    shares = probability_shares(language, framework, result.weakest)
    named = result.weakest.verdict is Verdict.NAMED
    return Weakest(
        heading=language.gettext("How sure is this?") if named else language.gettext("Which is the weakest link?"),
        parts=cut_bar(framework, shares),
        lines=tuple(
            ShareLine(
                hue_of(framework, share.competencies[0]) if len(share.competencies) == 1 else None,
                share.name,
                share.text,
            )
            for share in shares
        ),
        sentence=team_probability_sentence(language, framework, result),
    )


def build_standing(
    language: Language, framework: Framework, result: TeamResult, address: Callable[[str], str]
) -> Standing:
    notes = Footnotes(language, result.k)
    rows = build_rows(language, framework, result, notes, address=address)
    return Standing(
        sentence=standing_sentence(language, framework, result),
        note=standing_note(language, result),
        rows=rows,
        axis=build_axis(language, framework),
        roll_at=per_cent(result.roll),
        facets=tuple(language.pick(facet.name) for facet in framework.facets),
        facets_sentence=facets_sentence(language, framework, result),
        spread=any(spoke.score.interval is not None for spoke in result.competencies),
        caption=f"{table_note(language, result)} {bands_sentence(language, framework)}",
        notes=notes.list_notes(),
    )


def list_blind_spots(language: Language, framework: Framework, result: TeamResult) -> tuple[BlindSpot, ...]:
    """Statements of which it is told that many could not judge them, in the order of the wheel."""
    return tuple(
        BlindSpot(
            hue=hue_of(framework, spoke.competency),
            competency=language.pick(framework.competency(spoke.competency).short),
            statement=language.pick(framework.item(statement.item).text),
        )
        for spoke in result.competencies
        for statement in spoke.statements
        if statement.blind_spot
    )
