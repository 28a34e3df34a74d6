"""The record of an enquiry says how far its answer is, and each change of it is reported once."""

from __future__ import annotations

from contracts.words.enquiries import Channel, EnquiryState
from hall.enquiries.commands.enquiries import Answered, Confirm, HandOn, Receive, answer, confirm, hand_on, receive
from hall.enquiries.commands.enquiry_record import enquiry_record
from tests.helpers.example_hall import staffed_hall


def test_each_change_is_told_once_under_its_own_revision_and_no_text_leaves() -> None:
    hall = staffed_hall()
    hall.run(receive, Receive("survey", Channel.EMAIL, "Where is plot 7?", "noor"))
    for command, move in (
        (HandOn(1, "planning", "noor"), hand_on),
        (Answered(1, "On Sunday", "salim"), answer),
        (Confirm(1, "noor"), confirm),
    ):
        for _ in range(2):
            hall.run(move, command)
    told = hall.stored.told_enquiries
    assert [one.rev for one in told] == [1, 2, 3, 4]
    assert [one.state.value for one in told] == ["received", "handed_on", "answered", "confirmed"]
    assert all(one.left_open and one.topic_names["en"] == "Survey and site plan" for one in told)
    assert "plot 7" not in str(told)


def test_one_that_is_only_counted_is_told_as_answered_at_once() -> None:
    hall = staffed_hall()
    made = hall.run(receive, Receive("survey", Channel.HALL, None, "noor"))
    record = enquiry_record(made, hall.settings)
    assert (record.left_open, record.state, record.rev) == (False, EnquiryState.CONFIRMED, 1)
    assert record.confirmed_at == record.received_at
