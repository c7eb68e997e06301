"""Addresses that the pages of a team's result lead to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from flask import url_for

from assessment.languages import Language
from assessment.use_cases.draw_team_files import TeamChart, has_answers, list_team_charts
from assessment.web.locale import current_language
from assessment.web.team_result.access import Visit, Waiting


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
class Links:
    """Addresses that the page leads to. ``may_plan`` is whether whoever looks may change the plan."""

    competency: Callable[[str], str]
    plan: str
    may_plan: bool
    files: tuple[FileLinks, ...]


@dataclass(frozen=True, slots=True)
class WayBack:
    """A button away from the page: what it says, and where it leads."""

    text: str
    url: str


def page_links(visit: Visit, language: Language) -> Links:
    """Everything that the page of a shown result leads to."""
    pattern = url_for("team_result.competency", campaign_id=visit.campaign_id, competency="-")[:-1]
    return Links(
        competency=lambda competency: f"{pattern}{quote(competency, safe='')}",
        plan=url_for("team_plan.show", campaign_id=visit.campaign_id),
        may_plan=visit.runs_it,
        files=_list_files(visit, language),
    )


def answers_files(visit: Visit, language: Language, competency: str) -> tuple[FileLinks, ...]:
    """Pictures of the answers to one competency's statements; none where no answers are told."""
    if not has_answers(visit.view, competency):
        return ()
    links = tuple(
        FileLink(
            ending.upper(),
            url_for("team_result.answers", campaign_id=visit.campaign_id, competency=competency, ending=ending),
        )
        for ending in ("svg", "png")
    )
    return (FileLinks(language.gettext("Columns of answers"), links),)


def way_back(visit: Visit | Waiting) -> WayBack:
    """To the campaign for those who run it, to their own page for everybody else."""
    language = current_language()
    if visit.runs_it:
        campaign_id = visit.campaign_id if isinstance(visit, Visit) else visit.record.id
        return WayBack(language.gettext("To the campaign"), url_for("campaigns.show", campaign_id=campaign_id))
    return WayBack(language.gettext("To your page"), url_for("home.show"))


def chart_name(language: Language, chart: TeamChart) -> str:
    """What a chart shows, in a list and in the name of its file."""
    return {
        TeamChart.WHEEL: language.gettext("Team wheel"),
        TeamChart.RANGES: language.gettext("Means and ranges"),
        TeamChart.COVERAGE: language.gettext("What the team covers"),
        TeamChart.AGREEMENT: language.gettext("How closely you agree"),
    }[chart]


def _list_files(visit: Visit, language: Language) -> tuple[FileLinks, ...]:
    """Pictures, tables, and the report."""
    charts = tuple(
        FileLinks(
            chart_name(language, chart),
            tuple(
                FileLink(
                    ending.upper(),
                    url_for("team_result.chart", campaign_id=visit.campaign_id, chart=chart.value, ending=ending),
                )
                for ending in ("svg", "png")
            ),
        )
        for chart in list_team_charts(visit.view)
    )
    tables = (
        FileLink("CSV", url_for("team_result.csv", campaign_id=visit.campaign_id)),
        FileLink("XLSX", url_for("team_result.xlsx", campaign_id=visit.campaign_id)),
    )
    report = FileLink("PDF", url_for("team_plan.pdf", campaign_id=visit.campaign_id))
    return (
        *charts,
        FileLinks(language.gettext("All numbers"), tables),
        FileLinks(language.gettext("Result and plan"), (report,)),
    )
