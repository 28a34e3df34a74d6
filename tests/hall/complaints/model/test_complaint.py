"""A complaint goes from received to closed, and each step can be taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.words.complaints import ComplaintState, ComplaintWay, Nature
from hall.complaints.model.complaint import Complaint, complaint_number
from hall.complaints.model.refusals import ComplaintStateError
from hall.kernel.request_number import hall_part, is_own_number
from tests.helpers.example_hall import NINE, TUESDAY

NUMBER = complaint_number("MUSCAT-1", Nature.COMPLAINT, 2026, 1)
ONE = Complaint(NUMBER, Nature.COMPLAINT, ComplaintWay.RECEPTION, "Too long", TUESDAY, NINE, "noor")
LATER = NINE + timedelta(hours=2)


def test_it_is_handed_on_answered_and_closed() -> None:
    handed = ONE.hand_on("planning", LATER)
    assert handed.hand_on("planning", LATER + timedelta(1)) is handed
    told = handed.answer_with("More counters", "head", LATER)
    assert told.answer_with("More counters", "head", LATER) is told
    better = told.answer_with("Two more counters", "head", LATER + timedelta(hours=1))
    assert (better.answer, better.answered) == ("Two more counters", LATER), "the first answer ends the wait"
    closed = better.close(LATER)
    assert closed.close(LATER + timedelta(1)) is closed
    assert closed.age_s(LATER + timedelta(days=9)) == 7200


def test_a_complaint_is_closed_after_its_answer_and_a_suggestion_also_without() -> None:
    with pytest.raises(ComplaintStateError, match="C26-00001"):
        ONE.close(LATER)
    thanked = Complaint("S", Nature.SUGGESTION, ComplaintWay.PHONE, "Chairs", TUESDAY, NINE, "visitor").close(LATER)
    assert thanked.state is ComplaintState.CLOSED
    with pytest.raises(ComplaintStateError):
        thanked.answer_with("x", "head", LATER)


def test_a_corrected_answer_taken_back_is_the_answer_before() -> None:
    first = ONE.answer_with("More counters", "head", LATER)
    second = first.answer_with("Two more counters", "noor", LATER + timedelta(hours=1))
    assert second.take_back() == first
    assert second.take_back().take_back() == ONE


def test_one_handed_on_to_somebody_else_comes_back_to_whom_it_was_with() -> None:
    first = ONE.hand_on("planning", LATER)
    assert first.hand_on("lands", LATER + timedelta(hours=1)).take_back() == first


MOVES = {
    "hand_on": lambda one: one.hand_on("planning", LATER),
    "hand_on_again": lambda one: one.hand_on("lands", LATER + timedelta(hours=1)),
    "answer": lambda one: one.answer_with("Yes", "head", LATER),
    "answer_again": lambda one: one.answer_with("No", "noor", LATER + timedelta(hours=1)),
    "close": lambda one: one.close(LATER),
}


@given(st.lists(st.sampled_from(sorted(MOVES)), min_size=1, max_size=6))
def test_whatever_was_done_each_step_can_be_taken_back_to_the_beginning(moves: list[str]) -> None:
    one = ONE
    for move in moves:
        try:
            after = MOVES[move](one)
        except ComplaintStateError:
            continue
        if after != one:
            assert after.take_back() == one
        one = after
    while one.state is not ComplaintState.RECEIVED:
        one = one.take_back()
    assert one == ONE
    with pytest.raises(ComplaintStateError, match="no step"):
        one.take_back()


def test_its_number_is_no_requests_number() -> None:
    assert NUMBER == "MUSCAT-1-C26-000017"
    assert not is_own_number(NUMBER)
    assert hall_part(NUMBER) is None
