"""A line of who waits is the same set in rows, and each row in the order of the rule."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.hall_words import Lane
from hall.domain.calling_rule import Surroundings, choice_of, rank_of
from hall.domain.waiting import Waiting
from hall.domain.waiting_line import WaitingLine
from tests.hall.domain.test_calling_rule import AROUND, AT_ONE, NOW_S, moment, queues, waits
from tests.helpers.example_hall import ENQUIRIES, HOUSING, LANDS, SETTINGS

ALL = (LANDS, HOUSING, ENQUIRIES)


def names(waiting: object) -> list[str]:
    return sorted(who.visit for who in waiting)  # type: ignore[attr-defined]  # anything of Waiting


@given(queues(), queues(), st.randoms(use_true_random=False))
def test_a_line_that_grew_and_shrank_is_the_line_of_who_is_left(stay, go, chance) -> None:
    go = [replace(who, visit=f"gone-{who.visit}") for who in go]
    line, moves = WaitingLine(), [*stay, *go]
    chance.shuffle(moves)
    for who in moves:
        line.add(who)
    for who in go:
        line.drop(who)
    whole = WaitingLine(stay)
    assert names(line) == names(whole) == names(stay)
    assert len(line) == len(stay) == line.count(ALL)
    for service in ALL:
        assert names(line.of([service])) == names(who for who in stay if who.service == service)
        assert line.count([service]) == len(line.of([service]))
    assert sorted(map(names, line.rows(ALL, AROUND.now))) == sorted(map(names, whole.rows(ALL, AROUND.now)))
    assert names(line.apart) == names(whole.apart)


@given(queues(), st.sampled_from(["b1", "b2"]), st.integers(0, 8000))
def test_each_row_is_in_the_order_of_the_rule_and_begins_with_its_head(waiting, boot, later_s) -> None:
    now = replace(moment(NOW_S + later_s), boot=boot, monotonic_ns=moment(NOW_S + later_s).monotonic_ns // 3)
    if boot == "b1":
        now = moment(NOW_S + later_s)
    around, line = Surroundings(now), WaitingLine(waiting)
    rows = line.rows(ALL, now)
    for row in rows:
        ranks = [rank_of(choice_of(who, AT_ONE, around, SETTINGS), AT_ONE) for who in row]
        assert ranks == sorted(ranks)
        assert len({(who.service, who.lane) for who in row}) == 1
    assert line.heads(ALL, now) == [row[0] for row in rows]


@pytest.mark.parametrize(
    "more", [{"goes_first": True}, {"for_counter": 1}, {"for_agent": "said"}, {"held_until_calls": 2}]
)
def test_whom_time_alone_does_not_rank_stands_apart(more) -> None:
    line = WaitingLine([waits("apart", 900, **more), waits("in row", 60)])
    assert names(line.apart) == ["apart"]
    assert [names(row) for row in line.rows(ALL, AROUND.now)] == [["in row"]]
    assert line.count([LANDS]) == 2


def test_a_copy_stays_as_it_was() -> None:
    first, later, apart = waits("first", 60), waits("later", 30), waits("apart", 10, goes_first=True)
    line = WaitingLine([first, apart])
    copy = line.copy()
    line.drop(first)
    line.drop(apart)
    line.add(later)
    assert names(copy) == ["apart", "first"]
    copy.drop(first)
    assert names(line) == ["later"]


def test_a_clock_that_was_set_back_over_a_restart_keeps_the_order_of_issue() -> None:
    """Who came before the machine started again is ranked by the time since, the same for all: then by issue."""

    def at_noon(name: str, later_s: int) -> Waiting:
        return Waiting(name, name, LANDS, Lane.STANDARD, moment(NOW_S + later_s), moment(NOW_S + later_s))  # type: ignore[arg-type]

    now = replace(moment(NOW_S), boot="b2", monotonic_ns=60_000_000_000)
    line = WaitingLine([at_noon("b", 20), at_noon("a", 30), at_noon("c", 10)])
    assert [[who.visit for who in row] for row in line.rows(ALL, now)] == [["c", "b", "a"]]
    assert [who.visit for who in line.heads(ALL, now)] == ["c"]
