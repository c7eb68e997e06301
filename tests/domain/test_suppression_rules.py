"""The anonymity rules one by one, each against the attack it is made for."""

from __future__ import annotations

import pytest

from assessment.domain.suppression.cells import CellKey, Group, build_structure
from assessment.domain.suppression.decide import Survey, decide_release
from assessment.domain.suppression.policy import FLOOR, Policy, Reason
from assessment.domain.suppression.release import Form, Release
from assessment.domain.suppression.span import Span
from assessment.domain.suppression.waves import list_memberships, may_compare
from tests.factories.releases import ALL, decide, figure_at, people, single, spread_values, structure

A, B, C = CellKey("a"), CellKey("b"), CellKey("c")


def hidden(release: Release) -> dict[CellKey, Reason]:
    return {key: cell.hidden for key, cell in release.cells.items() if cell.hidden is not None}


def test_five_are_shown_and_four_are_not() -> None:
    assert decide(structure(people(5))).cells[ALL].hidden is None
    assert decide(structure(people(4))).cells[ALL].hidden is Reason.TOO_FEW
    assert decide(structure(people(9), answered=people(4))).cells[ALL].hidden is Reason.TOO_FEW


def test_a_campaign_may_ask_for_more_than_five_and_never_for_fewer() -> None:
    assert decide(structure(people(7)), policy=Policy(k=8)).cells[ALL].hidden is Reason.TOO_FEW
    with pytest.raises(ValueError, match="fewer than 5"):
        Policy(k=FLOOR - 1)


def test_nothing_is_shown_before_the_campaign_is_closed() -> None:
    whole = people(30)
    release = decide(structure(whole), single(spread_values(whole)), closed=False)
    cell = release.cells[ALL]
    assert cell.hidden is cell.comments_hidden is cell.coverage_hidden is Reason.NOT_CLOSED
    assert cell.participation is None
    assert figure_at(release, ALL).form is Form.HIDDEN
    assert figure_at(release, ALL).people is None


def test_a_group_is_hidden_beside_a_larger_one_when_the_rest_is_a_few_people() -> None:
    assert hidden(decide(structure(people(12), {"a": people(9)}))) == {A: Reason.REST_TOO_SMALL}
    assert hidden(decide(structure(people(14), {"a": people(9)}))) == {}
    assert hidden(decide(structure(people(9), {"a": people(9)}))) == {}


def test_the_next_smallest_sibling_is_hidden_with_one_that_is_too_small() -> None:
    groups = {"a": people(10), "b": people(8, 10), "c": people(3, 18)}
    release = decide(structure(people(21), groups))
    assert hidden(release) == {C: Reason.TOO_FEW, B: Reason.BESIDE_HIDDEN}


def test_the_hidden_siblings_are_at_least_two_and_together_enough() -> None:
    sizes = {"a": people(20), "b": people(12, 20), "c": people(1, 32), "d": people(2, 33), "e": people(1, 35)}
    release = decide(structure(people(36), sizes))
    assert set(hidden(release)) == {CellKey(name) for name in "bcde"}
    sizes = {"a": people(20), "b": people(12, 20), "c": people(3, 32), "d": people(3, 35)}
    assert set(hidden(decide(structure(people(38), sizes)))) == {CellKey("c"), CellKey("d")}


def test_an_empty_sibling_hides_nobody_else() -> None:
    groups = {"a": people(10), "b": people(8, 10), "c": people(3, 18)}
    release = decide(structure(people(21), groups, answered=people(18)))
    assert hidden(release) == {C: Reason.TOO_FEW}


def test_two_filters_that_leave_three_people_between_them_are_not_both_shown() -> None:
    whole = people(40)
    filters = {
        "years": {"few": people(20), "many": people(20, 20)},
        "place": {"here": people(23), "there": people(17, 23)},
    }
    release = decide(structure(whole, filters=filters))
    by_years = [CellKey("all", (("years", value),)) for value in ("few", "many")]
    by_place = [CellKey("all", (("place", value),)) for value in ("here", "there")]
    assert [release.cells[key].hidden is None for key in by_place] == [True, True]
    assert {release.cells[key].hidden for key in by_years} <= {Reason.DIFFERENCE, Reason.BESIDE_HIDDEN}
    assert release.cells[CellKey("all", (("place", "there"), ("years", "few")))].hidden is Reason.TOO_FEW


def test_more_than_two_filters_are_no_cell() -> None:
    with pytest.raises(ValueError, match="at most 2"):
        CellKey("all", (("a", "1"), ("b", "1"), ("c", "1")))


def test_a_combination_of_several_sets_is_seen_that_no_pair_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    """All but a and b are six people, all but x and y are these six and one more; no two of the sets are close."""
    whole = sorted(people(39))
    form = structure(whole, {"a": whole[6:21], "b": whole[21:]}, {"side": {"x": whole[7::2], "y": whole[8::2]}})
    release = decide(form)
    assert hidden(release)[CellKey("all", (("side", "y"),))] is Reason.DIFFERENCE
    monkeypatch.setattr(Span, "isolates_fewer_than", lambda *_: False)
    assert not {key for key in hidden(decide(form)) if key.group == "all"}


def test_the_order_in_which_groups_are_named_plays_no_part() -> None:
    groups = {"a": people(9), "b": people(8, 9), "c": people(3, 17), "d": people(7, 20)}
    filters = {"years": {"few": people(12), "many": people(15, 12)}, "place": {"x": people(6, 3), "y": people(18, 9)}}
    there = decide(structure(people(27), groups, filters))
    turned = {name: dict(reversed(values.items())) for name, values in reversed(filters.items())}
    back = decide(structure(people(27), dict(reversed(groups.items())), turned))
    assert hidden(there) == hidden(back)


def test_a_later_release_is_held_against_what_was_shown_before() -> None:
    whole = people(24)
    figure = single(spread_values(whole))
    first = decide(structure(whole, {"a": people(6), "b": people(18, 6)}), figure)
    groups = {"a": people(6), "b": people(18, 6)}
    filters = {"years": {"few": people(8), "many": people(16, 8)}}
    later = decide_release(Survey(structure(whole, groups, filters), [figure], {}, before=first), Policy(), closed=True)
    assert first.cells[A].hidden is later.cells[A].hidden is None
    assert figure_at(later, A).form is Form.NUMBER
    assert later.cells[CellKey("all", (("years", "few"),))].hidden is Reason.DIFFERENCE


def test_a_statement_rated_by_fewer_than_five_is_hidden_in_a_group_that_is_shown() -> None:
    release = decide(structure(people(9)), single(spread_values(people(4))), single(spread_values(people(5)), "mean"))
    assert figure_at(release, ALL).reason is Reason.TOO_FEW_RATED
    assert figure_at(release, ALL, "mean").form is Form.NUMBER


def test_a_figure_is_hidden_in_a_group_where_those_of_the_rest_who_have_it_are_few() -> None:
    """Both groups are shown; of b only three have the figure, so the others' mean would give theirs away."""
    whole = people(16)
    form = structure(whole, {"a": people(8), "b": people(8, 8)})
    release = decide(form, single(spread_values(people(11))))
    assert hidden(release) == {}
    assert figure_at(release, ALL).form is Form.NUMBER
    assert figure_at(release, A).reason is Reason.BESIDE_HIDDEN
    assert figure_at(release, B).reason is Reason.TOO_FEW_RATED


def test_where_all_agree_only_a_band_is_told() -> None:
    whole = people(9)
    release = decide(structure(whole), single(dict.fromkeys(whole, 60.0)))
    assert (figure_at(release, ALL).form, figure_at(release, ALL).reason) == (Form.BAND, Reason.ALL_AGREE)
    almost = {**dict.fromkeys(whole, 60.0), "p000": 61.0}
    assert figure_at(decide(structure(whole), single(almost)), ALL).form is Form.NUMBER


@pytest.mark.parametrize("end", [0.0, 100.0])
def test_a_mean_that_rounds_to_the_end_of_the_scale_is_told_as_a_band(end: float) -> None:
    whole = people(40)
    values = {**dict.fromkeys(whole, end), "p000": abs(end - 1)}
    assert figure_at(decide(structure(whole), single(values)), ALL).form is Form.BAND


def test_a_group_that_agrees_cannot_be_had_as_the_rest_of_a_larger_one() -> None:
    whole = people(20)
    values = {**spread_values(whole), **dict.fromkeys(people(8, 12), 80.0)}
    release = decide(structure(whole, {"a": people(12)}), single(values))
    assert figure_at(release, ALL).form is Form.NUMBER
    assert figure_at(release, A).form is Form.BAND
    release = decide(structure(whole, {"a": people(12), "b": people(8, 12)}), single(values))
    assert [figure_at(release, key).form for key in (ALL, A, B)] == [Form.NUMBER, Form.BAND, Form.BAND]


def test_a_spread_is_told_from_ten_people() -> None:
    for count, told in ((9, False), (10, True)):
        assert figure_at(decide(structure(people(count)), single(spread_values(people(count)))), ALL).spread is told


def test_participation_is_told_when_those_who_did_not_answer_are_none_or_many() -> None:
    for count, told in ((12, True), (11, False), (8, False), (7, True)):
        participation = decide(structure(people(12), answered=people(count))).cells[ALL].participation
        assert (participation is not None) is told, count
    assert decide(structure(people(12), answered=people(4))).cells[ALL].participation is None


def test_participation_of_a_group_cannot_be_had_by_taking_the_others_away() -> None:
    """One of a did not answer and ten of b: telling whole and b would tell a."""
    groups = {"a": people(10), "b": people(20, 10)}
    release = decide(structure(people(30), groups, answered=people(9) | people(10, 20)))
    assert hidden(release) == {}
    told = {key for key, cell in release.cells.items() if cell.participation is not None}
    assert told == {ALL}


def test_how_many_left_a_statement_out_is_told_only_of_many() -> None:
    whole = people(15)
    release = decide(structure(whole), single(spread_values(people(14))), single(spread_values(people(10)), "mean"))
    assert figure_at(release, ALL).form is Form.NUMBER
    assert figure_at(release, ALL).people is None
    assert figure_at(release, ALL, "mean").people == 10


def test_comments_are_shown_from_ten_authors() -> None:
    for count, reason in ((10, None), (9, Reason.TOO_FEW)):
        survey = Survey(structure(people(20)), [], {}, authors=people(count))
        assert decide_release(survey, Policy(), closed=True).cells[ALL].comments_hidden is reason


def test_comments_of_a_group_cannot_be_had_by_taking_the_others_away() -> None:
    """Of 30 authors 21 are in a: the nine of b would be known by their comments missing in a."""
    form = structure(people(40), {"a": people(21), "b": people(19, 21)})
    release = decide_release(Survey(form, [], {}, authors=people(30)), Policy(), closed=True)
    assert release.cells[ALL].comments_hidden is None
    assert release.cells[A].comments_hidden is Reason.BESIDE_HIDDEN
    assert release.cells[B].comments_hidden is Reason.TOO_FEW


def test_coverage_is_told_of_the_whole_campaign_alone() -> None:
    release = decide(structure(people(20), {"a": people(10)}))
    assert release.cells[ALL].coverage_hidden is None
    assert release.cells[A].coverage_hidden is Reason.SUBGROUP
    assert decide(structure(people(4))).cells[ALL].coverage_hidden is Reason.TOO_FEW


def test_only_a_band_is_told_when_one_person_joined_since_the_last_wave() -> None:
    first, same, joined = people(8), people(8), people(9)
    before = decide(structure(first), single(spread_values(first)))
    told = list_memberships(structure(first), before)
    assert told == (first,)
    for members, form in (
        (same, Form.NUMBER),
        (joined, Form.BAND),
        (people(8, 3), Form.BAND),
        (people(8, 8), Form.NUMBER),
    ):
        survey = Survey(structure(members), [single(spread_values(members))], {}, earlier=told)
        assert figure_at(decide_release(survey, Policy(), closed=True), ALL).form is form


def test_a_wave_that_told_no_number_binds_no_later_one() -> None:
    assert list_memberships(structure(people(4)), decide(structure(people(4)), single({}))) == ()


def test_waves_are_compared_when_nobody_or_many_came_and_went() -> None:
    assert may_compare(people(8), people(8), Policy())
    assert may_compare(people(8), people(13), Policy())
    assert not may_compare(people(8), people(9), Policy())
    assert not may_compare(people(12), people(12, 2), Policy())


def test_a_structure_that_contradicts_itself_is_refused() -> None:
    with pytest.raises(ValueError, match="do not overlap"):
        structure(people(9), {"a": people(5), "b": people(5, 4)})
    with pytest.raises(ValueError, match="exactly one group"):
        build_structure({}, {})
    cell = structure(people(5)).cells[ALL]
    with pytest.raises(ValueError, match="no way up"):
        build_structure({"all": Group(cell), "x": Group(cell, "y"), "y": Group(cell, "x")}, {})


def test_answers_of_nobody_in_the_campaign_are_refused() -> None:
    with pytest.raises(ValueError, match="belongs to no sheet"):
        decide(structure(people(8)), single(spread_values(people(9))))
