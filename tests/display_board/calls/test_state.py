from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.queue.answers import BoardCall
from contracts.words.hall import VisitState
from display_board.calls.state import RECENT_CALLS, BoardState, call_key, fold, from_snapshot, unheard
from display_board.calls.zone import Zone
from tests.display_board.helpers.example import TODAY, call, fact, snapshot


def tickets(calls: tuple[BoardCall, ...]) -> list[str]:
    return [one.ticket for one in calls]


def test_a_snapshot_is_shown_newest_first() -> None:
    state = from_snapshot(snapshot([call("A001", 1, at_s=5), call("A002", 2, at_s=9)], [call("B001", 3)], seq=7))
    assert tickets(state.calls) == ["A002", "A001"]
    assert tickets(state.recent) == ["B001"]
    assert (state.seq, state.service_day) == (7, TODAY)


def test_a_call_comes_on_top() -> None:
    state = from_snapshot(snapshot([call("A001", 1)]))
    state = fold(state, fact("visit_called", "A002", 4, at_s=10))
    assert tickets(state.calls) == ["A002", "A001"]
    assert state.calls[0] == call("A002", 4, at_s=10)


@pytest.mark.parametrize("kind", ["visit_begun", "visit_finished", "visit_parked"])
def test_an_answered_call_becomes_a_recent_one(kind: str) -> None:
    state = fold(from_snapshot(snapshot([call("A001", 1)])), fact(kind, "A001", 1, at_s=30, called_s=0))
    assert (tickets(state.calls), tickets(state.recent)) == ([], ["A001"])


@pytest.mark.parametrize("kind", ["visit_no_show", "visit_returned"])
def test_a_missed_call_is_gone(kind: str) -> None:
    state = fold(from_snapshot(snapshot([call("A001", 1)])), fact(kind, "A001", 1, at_s=30, called_s=0))
    assert (state.calls, state.recent) == ((), ())


def test_a_recall_keeps_its_place_and_counts() -> None:
    state = from_snapshot(snapshot([call("A001", 1), call("A002", 2, at_s=5)]))
    state = fold(state, fact("visit_recalled", "A001", 1, at_s=60, called_s=0))
    assert tickets(state.calls) == ["A002", "A001"]
    assert state.calls[1].recalls == 1


def test_an_undone_no_show_stands_again() -> None:
    state = from_snapshot(snapshot())
    state = fold(state, fact("visit_undone", "A001", 1, at_s=90, called_s=0))
    assert tickets(state.calls) == ["A001"]


def test_a_visit_transferred_before_its_next_call_is_on_no_list() -> None:
    state = from_snapshot(snapshot(recent=[call("A001", 1)]))
    state = fold(state, fact("visit_returned", "A001", None, at_s=90, called_s=0))
    assert state.recent == ()


def test_a_fact_folded_before_changes_nothing() -> None:
    state = from_snapshot(snapshot([call("A001", 1)], seq=5))
    assert fold(state, fact("visit_no_show", "A001", 1, seq=5)) == state


def test_a_new_service_day_begins_with_an_empty_board() -> None:
    state = from_snapshot(snapshot([call("A001", 1)], [call("B001", 2)]))
    state = fold(state, fact("visit_issued", "A001", None, day=date(2026, 11, 25)))
    assert (state.calls, state.recent) == ((), ())


def test_calls_of_a_snapshot_that_were_known_are_not_unheard() -> None:
    before = from_snapshot(snapshot([call("A001", 1), call("A002", 2, at_s=5)]))
    after = from_snapshot(
        snapshot([call("A001", 1, recalls=1), call("A002", 2, at_s=5), call("A003", 3, at_s=9)], stream="s2")
    )
    assert [(one.ticket, one.recalls) for one in unheard(before, after)] == [("A001", 1), ("A003", 0)]


def test_two_calls_of_one_visit_have_two_keys() -> None:
    assert call_key(call("A001", 1)) != call_key(call("A001", 1, at_s=600))


MOVES = st.lists(
    st.tuples(
        st.integers(1, 5),
        st.sampled_from(["visit_called", "visit_recalled", "visit_begun", "visit_finished", "visit_no_show"]),
    ),
    max_size=60,
)


def hall_says(moves: list[tuple[int, str]]) -> tuple[list[BoardCall], list[BoardCall]]:
    """Return calls and recent ones as a hall computes them from the visits alone."""
    last: dict[int, tuple[str, float, int, float | None]] = {}
    for at, (who, kind) in enumerate(moves):
        _, called_s, recalls, recalled_s = last.get(who, ("", 0.0, 0, None))
        if kind == "visit_called":
            called_s, recalls, recalled_s = float(at), 0, None
        if kind == "visit_recalled":
            recalls, recalled_s = recalls + 1, float(at)
        last[who] = (kind, called_s, recalls, recalled_s)
    standing, recent = [], []
    for who, (kind, called_s, recalls, recalled_s) in last.items():
        one = call(f"A{who:03}", who, at_s=called_s, recalls=recalls, recalled_s=recalled_s)
        if kind in {"visit_called", "visit_recalled"}:
            standing.append(one)
        elif kind != "visit_no_show":
            recent.append(one)
    return (
        sorted(standing, key=lambda one: (one.called_at, one.visit), reverse=True),
        sorted(recent, key=lambda one: (one.called_at, one.visit), reverse=True)[:RECENT_CALLS],
    )


def legal(moves: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the moves that a visit can make, in order."""
    state: dict[int, str] = {}
    kept = []
    after = {"visit_called": "called", "visit_recalled": "called", "visit_begun": "serving"}
    allowed = {
        "visit_called": {"", "missed"},
        "visit_recalled": {"called"},
        "visit_begun": {"called"},
        "visit_finished": {"serving"},
        "visit_no_show": {"called"},
    }
    for who, kind in moves:
        if state.get(who, "") in allowed[kind]:
            state[who] = after.get(kind, "missed" if kind == "visit_no_show" else "finished")
            kept.append((who, kind))
    return kept


@given(MOVES)
def test_a_board_that_saw_every_fact_shows_the_same_as_one_that_has_just_come_up(moves: list[tuple[int, str]]) -> None:
    moves = legal(moves)
    state = from_snapshot(snapshot())
    called_s: dict[int, float] = {}
    for at, (who, kind) in enumerate(moves):
        if kind == "visit_called":
            called_s[who] = at
        state = fold(state, fact(kind, f"A{who:03}", who, at_s=at, called_s=called_s[who], seq=at + 1))
    calls, recent = hall_says(moves)
    twin = from_snapshot(snapshot(calls, recent, seq=len(moves)))
    assert (state.calls, state.recent) == (twin.calls, twin.recent)


def test_a_state_without_a_snapshot_knows_nobody() -> None:
    assert BoardState().known("v-A001") is None


def test_a_visit_without_a_call_in_this_stage_is_no_call() -> None:
    walk_up = fact("visit_begun", "A001", None, state=VisitState.SERVING)
    assert fold(from_snapshot(snapshot()), walk_up).recent == ()


FIRST_HALF = Zone(counters=frozenset({1, 2}))


def test_a_zone_takes_no_other_counters_call_from_snapshot_or_fact() -> None:
    given = snapshot([call("A003", 3, at_s=9), call("A001", 1)], [call("B007", 7), call("B002", 2)])
    state = from_snapshot(given, FIRST_HALF)
    assert (tickets(state.calls), tickets(state.recent)) == (["A001"], ["B002"])
    state = fold(state, fact("visit_called", "A005", 5, at_s=20, seq=1))
    state = fold(state, fact("visit_called", "A006", 2, at_s=21, seq=2))
    assert tickets(state.calls) == ["A006", "A001"]
    assert state.known("v-A005") is None


def test_a_visit_called_next_in_another_zone_leaves_this_one() -> None:
    state = from_snapshot(snapshot([call("A001", 1)]), FIRST_HALF)
    state = fold(state, fact("visit_called", "A001", 9, at_s=30, seq=1))
    assert (state.calls, state.recent) == ((), ())


@given(st.permutations(list(range(1, 9))), st.sets(st.integers(1, 8), min_size=1))
def test_two_zones_that_share_the_counters_show_every_call_once(order: list[int], near: set[int]) -> None:
    zones = (Zone(frozenset(near)), Zone(frozenset(range(1, 10)) - near))
    states = [from_snapshot(snapshot(), zone) for zone in zones]
    for seq, counter in enumerate(order, start=1):
        told = fact("visit_called", f"A00{counter}", counter, at_s=seq, seq=seq)
        states = [fold(state, told) for state in states]
    shown = [call.counter for state in states for call in state.calls]
    assert sorted(shown) == list(range(1, 9))
    assert {call.counter for call in states[0].calls} == near
