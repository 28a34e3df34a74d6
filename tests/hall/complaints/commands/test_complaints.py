"""A complaint is registered with its number, answered and closed; the centre receives each step."""

from __future__ import annotations

import pytest

from contracts.words.complaints import ComplaintState, ComplaintWay, Nature
from hall.complaints.commands.complaints import (
    Answer,
    Bring,
    Close,
    HandOn,
    TakeBack,
    answer,
    bring,
    close,
    complaint_record,
    find_complaint,
    hand_on,
    take_back,
)
from hall.complaints.model.facts import ComplaintClosed, ComplaintHandedOn, ComplaintReceived, ComplaintTakenBack
from hall.complaints.model.refusals import ComplaintsManyError, ComplaintUnknownError
from hall.kernel.ids import ServiceCode, VisitId
from hall.kernel.refusals import ServiceUnknownError
from tests.helpers.example_hall import LANDS, staffed_hall, take

SAID = Bring(Nature.COMPLAINT, " Too long ", ComplaintWay.RECEPTION, "noor", LANDS)
NUMBER = "MUSCAT-1-C26-000017"


def test_it_has_its_number_and_each_step_is_told_to_the_centre_without_a_word_of_it() -> None:
    hall = staffed_hall()
    made = hall.run(bring, SAID)
    assert (made.number, made.text) == (NUMBER, "Too long")
    assert hall.facts[-1] == ComplaintReceived(NUMBER, "complaint", "reception", "noor")
    for _ in range(2):
        hall.run(hand_on, HandOn(" muscat-1-c26-٠٠٠٠١٧ ", "planning", "head"))
    assert hall.facts[-1] == ComplaintHandedOn(NUMBER, "planning", "head")
    hall.clock.advance(3600)
    hall.run(answer, Answer(NUMBER, "Two more counters", "head"))
    for _ in range(2):
        closed = hall.run(close, Close(NUMBER, "head"))
    assert hall.facts[-1] == ComplaintClosed(NUMBER, "head", 3600)
    told = hall.stored.told_complaints
    assert [(one.rev, one.state) for one in told] == [
        (1, "received"), (2, "handed_on"), (3, "answered"), (4, "closed"),
    ]  # fmt: skip
    assert told[-1] == complaint_record(closed, "muscat-1")


def test_a_step_is_taken_back() -> None:
    hall = staffed_hall()
    hall.run(bring, SAID)
    hall.run(hand_on, HandOn(NUMBER, "planning", "head"))
    back = hall.run(take_back, TakeBack(NUMBER, "head"))
    assert (back.state, back.told) == (ComplaintState.RECEIVED, 3)
    assert hall.facts[-1] == ComplaintTakenBack(NUMBER, "head", "handed_on")


def test_complaints_and_suggestions_are_on_one_line_of_numbers() -> None:
    hall = staffed_hall()
    numbers = [hall.run(bring, Bring(nature, "x", ComplaintWay.COUNTER, "said")).number for nature in Nature]
    assert [one[9:18] for one in numbers] == ["C26-00001", "S26-00002"]


def test_what_is_not_there_is_said_so() -> None:
    hall = staffed_hall()
    with pytest.raises(ComplaintUnknownError):
        find_complaint("MUSCAT-1-C26-000028", hall.work())
    with pytest.raises(ServiceUnknownError):
        hall.run(bring, Bring(Nature.COMPLAINT, "x", ComplaintWay.OFFICE, "head", ServiceCode("Z")))


def test_one_visit_brings_three_forward_and_no_more() -> None:
    hall = staffed_hall()
    take(hall, "v1")
    mine = Bring(Nature.SUGGESTION, "Chairs", ComplaintWay.PHONE, "visitor", LANDS, VisitId("v1"))
    for _ in range(3):
        hall.run(bring, mine)
    with pytest.raises(ComplaintsManyError):
        hall.run(bring, mine)
