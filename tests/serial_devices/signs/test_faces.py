from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.words.hall import VisitState
from serial_devices.signs.faces import NOTHING, Face, faces_of, fold
from tests.helpers.replacing import replace
from tests.serial_devices.signs.builders import DAY, call, called, fact, snapshot


def tickets(faces: object) -> dict[int, str]:
    return {counter: face.ticket for counter, face in faces.by_counter.items()}  # type: ignore[attr-defined]  # Faces


def test_a_call_stands_at_its_counter_until_the_visit_leaves_it() -> None:
    faces = fold(NOTHING, called(1, "A047", 3))
    assert tickets(faces) == {3: "A047"}
    faces = fold(faces, fact(2, "visit_begun", "A047", VisitState.SERVING, 3))
    assert faces.by_counter[3] == Face("A047", "A047", 1, called=False)
    faces = fold(faces, fact(3, "visit_finished", "A047", VisitState.FINISHED, 3))
    assert tickets(faces) == {}


@pytest.mark.parametrize(
    "state", [VisitState.NO_SHOW, VisitState.WAITING, VisitState.PARKED, VisitState.CLOSED_BY_DAY, VisitState.CANCELLED]
)
def test_whatever_ends_a_call_leaves_the_sign_dark(state: VisitState) -> None:
    faces = fold(fold(NOTHING, called(1, "A047", 3)), fact(2, "visit_x", "A047", state, 3))
    assert tickets(faces) == {}


def test_a_recall_is_another_call_of_the_same_number() -> None:
    first = fold(NOTHING, called(1, "A047", 3))
    again = fold(first, fact(2, "visit_recalled", "A047", VisitState.CALLED, 3))
    assert (first.by_counter[3].calls, again.by_counter[3].calls) == (1, 2)


def test_a_visit_that_moves_shows_at_its_new_counter_only() -> None:
    faces = fold(fold(NOTHING, called(1, "A047", 3)), called(2, "A047", 5))
    assert tickets(faces) == {5: "A047"}


def test_a_fact_heard_twice_changes_nothing() -> None:
    faces = fold(NOTHING, called(5, "A047", 3))
    assert fold(faces, called(5, "A099", 3)) is faces


def test_a_new_service_day_begins_dark() -> None:
    faces = fold(NOTHING, called(1, "A047", 3))
    opened = replace(called(2, "A001", 1), kind="day_opened", visit=None, service_day=DAY + timedelta(days=1))
    assert tickets(fold(faces, opened)) == {}


def test_a_snapshot_is_what_the_facts_would_have_told() -> None:
    faces = faces_of(snapshot(call("A048", 1, recalls=2), serving=(call("A047", 3),)))
    assert faces.by_counter == {3: Face("A047", "A047", 1, called=False), 1: Face("A048", "A048", 3, called=True)}
    assert (faces.seq, faces.day) == (10, DAY)


def test_a_token_that_may_see_no_board_leaves_the_signs_dark() -> None:
    assert faces_of(replace(snapshot(), board=None)).by_counter == {}


MOVES = st.lists(
    st.tuples(st.integers(1, 6), st.integers(1, 3), st.sampled_from(list(VisitState))), min_size=1, max_size=40
)


@given(MOVES)
def test_no_visit_is_ever_at_two_signs_and_none_stands_that_left(moves: list[tuple[int, int, VisitState]]) -> None:
    faces, last = NOTHING, {}
    for seq, (who, counter, state) in enumerate(moves, start=1):
        faces = fold(faces, fact(seq, "visit_called", f"A{who:03}", state, counter))
        last[f"A{who:03}"] = (state, counter)
    shown = [face.ticket for face in faces.by_counter.values()]
    assert len(shown) == len(set(shown))
    for counter, face in faces.by_counter.items():
        assert last[face.ticket][1] == counter
        assert last[face.ticket][0] in {VisitState.CALLED, VisitState.SERVING}
