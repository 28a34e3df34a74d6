"""Two keys count an enquiry; a question stays open until its answer is confirmed, with its age."""

from __future__ import annotations

import pytest

from contracts.words.enquiries import Channel, EnquiryState
from hall.enquiries.commands.call_back import find_enquiry
from hall.enquiries.commands.enquiries import (
    Answered,
    Confirm,
    HandOn,
    Receive,
    answer,
    confirm,
    enquiries_view,
    enquiry_view,
    hand_on,
    receive,
)
from hall.enquiries.model.facts import EnquiryAnswered, EnquiryConfirmed, EnquiryHandedOn, EnquiryReceived
from hall.enquiries.model.refusals import EnquiryUnknownError
from hall.kernel.refusals import TopicUnknownError
from tests.helpers.example_hall import staffed_hall


def test_an_enquiry_answered_at_once_is_only_counted() -> None:
    hall = staffed_hall()
    for channel in (Channel.HALL, Channel.HALL, Channel.SOCIAL):
        made = hall.run(receive, Receive("survey", channel, None, "said"))
        assert made.state is EnquiryState.CONFIRMED
    assert hall.facts[-1] == EnquiryReceived(3, "survey", "social", "said", left_open=False)
    view = enquiries_view(None, None, work=hall.work(), now=hall.clock.now())
    assert view.open == ()
    assert [(one.channel, one.many) for one in view.counts] == [(Channel.HALL, 2), (Channel.SOCIAL, 1)]
    assert view.counts[0].topic_names["en"] == "Survey and site plan"


def test_a_question_is_open_until_its_answer_is_confirmed() -> None:
    hall = staffed_hall()
    hall.run(receive, Receive("survey", Channel.CALL_CENTRE, " Where is my plan? ", "noor"))
    for _ in range(2):
        hall.run(hand_on, HandOn(1, "planning", "noor"))
    assert hall.facts[-1] == EnquiryHandedOn(1, "planning", "noor")
    hall.clock.advance(3600)
    (open_one,) = enquiries_view(None, None, work=hall.work(), now=hall.clock.now()).open
    assert (open_one.age_s, open_one.handed_to, open_one.question) == (3600, "planning", "Where is my plan?")
    for _ in range(2):
        hall.run(answer, Answered(1, "On Sunday", "salim"))
    assert hall.facts[-1] == EnquiryAnswered(1, "salim")
    for _ in range(2):
        closed = hall.run(confirm, Confirm(1, "noor"))
    assert hall.facts[-1] == EnquiryConfirmed(1, "noor", 3600)
    assert enquiry_view(closed, hall.settings, hall.clock.now(), phone=False).state is EnquiryState.CONFIRMED
    assert enquiries_view(None, None, work=hall.work(), now=hall.clock.now()).open == ()


def test_what_is_not_there_is_said_so() -> None:
    hall = staffed_hall()
    with pytest.raises(TopicUnknownError):
        hall.run(receive, Receive("weather", Channel.HALL, None, "said"))
    with pytest.raises(EnquiryUnknownError):
        find_enquiry(7, hall.work())
