"""The one door to everything that is shown of a campaign."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from assessment.domain.suppression.agreement import withhold_agreement
from assessment.domain.suppression.cells import CellKey, Family, Structure
from assessment.domain.suppression.differences import hide_differences, priority
from assessment.domain.suppression.linked import Figure, Rated, hide_linked, list_bundles
from assessment.domain.suppression.participation import list_counted, without_a_sheet
from assessment.domain.suppression.policy import Policy, Reason
from assessment.domain.suppression.release import CellRelease, FigureRelease, Form, Participation, Release
from assessment.domain.suppression.siblings import Hidden, hide_siblings
from assessment.domain.suppression.waves import withhold_changed

People = Mapping[CellKey, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Survey:
    """What came in. ``rated``: by statement the sheets that rate it. ``authors``: sheets with a comment.
    ``asked_again``: figures of which only levels are told, because the same was asked not long ago.

    ``earlier``: frozen memberships of all cells whose numbers were released in earlier waves. ``before``: what was
    released of this campaign already; it stays, and all else is held against it.
    """

    structure: Structure
    figures: Sequence[Figure]
    rated: Rated
    authors: frozenset[str] = frozenset()
    earlier: tuple[frozenset[str], ...] = ()
    asked_again: frozenset[str] = frozenset()
    before: Release | None = None


def decide_release(survey: Survey, policy: Policy, *, closed: bool) -> Release:
    """What of a campaign may be shown, decided for all its cells at once, so that no order of asking matters.

    Nothing at all unless it is ``closed``. Raises ValueError when a value, a rating or a comment belongs to no sheet.
    Source: privacy specification, anonymity rules.
    """
    cells = survey.structure.cells
    if not closed:
        return _hide_all(survey)
    _check_sheets(survey)
    people = {key: cell.sheets for key, cell in cells.items()}
    before = survey.before.cells if survey.before else {}
    fixed = [key for key, cell in before.items() if key in cells and cell.hidden is None]
    families = survey.structure.families
    hidden = hide_cells(families, people, {}, policy.k, fixed=fixed)
    counted_before = [key for key in fixed if before[key].participation is not None]
    counted = list_counted(families, without_a_sheet(cells), cells.keys() - hidden.keys(), policy.k, counted_before)
    told_before = [key for key in fixed if before[key].comments_hidden is None]
    authors = {key: own & survey.authors for key, own in people.items()}
    comments = hide_cells(families, authors, hidden, policy.comments_from, fixed=told_before)
    figures = _decide_figures(survey, hidden, counted, policy)
    return Release(
        {
            key: CellRelease(
                hidden=hidden.get(key),
                participation=Participation(len(cell.sheets), len(cell.members)) if key in counted else None,
                figures=figures[key],
                comments_hidden=comments.get(key),
                coverage_hidden=hidden.get(key, None if key == survey.structure.whole else Reason.SUBGROUP),
            )
            for key, cell in cells.items()
        }
    )


def hide_cells(
    families: Collection[Family],
    people: People,
    hidden: Mapping[CellKey, Reason],
    k: int,
    *,
    fixed: Collection[CellKey] = (),
    few: Reason = Reason.TOO_FEW,
) -> Hidden:
    """``hidden`` and every cell that rules 2, 3 and 4 hide, with the first reason found."""
    result = {**{key: few for key, own in people.items() if len(own) < k}, **hidden}
    settled = False
    while not settled:
        before = len(result)
        result = hide_siblings(families, people, result, k, fixed)
        result = hide_differences(people, result, k, fixed)
        settled = len(result) == before
    return result


def _hide_all(survey: Survey) -> Release:
    hidden, reason = Form.HIDDEN, Reason.NOT_CLOSED
    figures = {figure.id: FigureRelease(hidden, reason) for figure in survey.figures}
    return Release({key: CellRelease(reason, None, figures, reason, reason) for key in survey.structure.cells})


def _check_sheets(survey: Survey) -> None:
    everybody = survey.structure.cells[survey.structure.whole].sheets
    sets = [survey.authors, *survey.rated.values(), *(figure.values.keys() for figure in survey.figures)]
    if any(not some <= everybody for some in sets):
        raise ValueError("an answer belongs to no sheet of this campaign")
    parts = [part for figure in survey.figures for part in figure.parts]
    if any(part not in survey.rated for part in parts) or len({f.id for f in survey.figures}) < len(survey.figures):
        raise ValueError("a figure stands twice, or on a statement nobody asked")


def _decide_figures(
    survey: Survey, hidden: Mapping[CellKey, Reason], counted: Collection[CellKey], policy: Policy
) -> dict[CellKey, dict[str, FigureRelease]]:
    cells, families = survey.structure.cells, survey.structure.families
    shown_before = [key for key, cell in (survey.before.cells if survey.before else {}).items() if cell.hidden is None]
    changed = withhold_changed(survey.structure, survey.earlier, hidden, policy.k, shown_before)
    result: dict[CellKey, dict[str, FigureRelease]] = {key: {} for key in cells}
    for bundle in list_bundles(survey.figures):
        people = {f.id: {key: cell.sheets.intersection(f.values) for key, cell in cells.items()} for f in bundle}
        fixed = {f.id: survey.before.list_numbers(f.id) if survey.before else () for f in bundle}
        absent = _hide_in_bundle(bundle, people, fixed, survey, hidden=hidden, k=policy.k)
        for figure in bundle:
            own, gone, kept = people[figure.id], absent[figure.id], fixed[figure.id]
            again = dict.fromkeys(cells if figure.id in survey.asked_again else (), Reason.ASKED_AGAIN)
            withheld = {**again, **changed, **gone}
            withheld = withhold_agreement(families, own, figure.values, withheld, k=policy.k, fixed=kept)
            outside = {key: cells[key].sheets - own[key] for key in cells}
            counted_before = survey.before.list_counted(figure.id) if survey.before else ()
            told = list_counted(families, outside, set(counted) - gone.keys(), policy.k, counted_before)
            for key in cells:
                reason = gone.get(key, withheld.get(key))
                form = Form.HIDDEN if key in gone else Form.BAND if key in withheld else Form.NUMBER
                result[key][figure.id] = FigureRelease(
                    form,
                    reason,
                    spread=form is Form.NUMBER and len(own[key]) >= policy.spread_from,
                    people=len(own[key]) if key in told else None,
                )
    return result


def _hide_in_bundle(
    bundle: Sequence[Figure],
    people: Mapping[str, People],
    fixed: Mapping[str, Collection[CellKey]],
    survey: Survey,
    *,
    hidden: Mapping[CellKey, Reason],
    k: int,
) -> dict[str, Hidden]:
    """By figure the cells in which it is hidden: for itself, and then beside the figures it shares statements with."""
    families = survey.structure.families
    absent = {
        f.id: hide_cells(families, people[f.id], hidden, k, fixed=fixed[f.id], few=Reason.TOO_FEW_RATED) for f in bundle
    }
    shown = {
        f.id: [
            (key, people[f.id][key])
            for key in sorted(people[f.id], key=lambda key: priority(key, people[f.id], fixed[f.id]))
            if key not in absent[f.id]
        ]
        for f in bundle
    }
    linked = hide_linked(bundle, shown, survey.rated, k, fixed)
    for figure in bundle:
        more = dict.fromkeys(linked[figure.id], Reason.SKIPPED_STATEMENTS)
        absent[figure.id] = hide_siblings(
            families, people[figure.id], {**absent[figure.id], **more}, k, fixed[figure.id]
        )
    return absent
