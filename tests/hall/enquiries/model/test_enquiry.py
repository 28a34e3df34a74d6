"""An enquiry goes from received to confirmed and never back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from contracts.words.enquiries import Channel, EnquiryState
from hall.enquiries.model.enquiry import Enquiry
from hall.enquiries.model.refusals import EnquiryStateError
from tests.helpers.example_hall import NINE, TUESDAY

OPEN = Enquiry(1, "survey", Channel.HALL, TUESDAY, NINE, "said", EnquiryState.RECEIVED, "Where is my plan?")
LATER = NINE + timedelta(hours=2)


def test_it_is_handed_on_answered_and_confirmed() -> None:
    handed = OPEN.hand_on("planning")
    assert (handed.state, handed.handed_to) == (EnquiryState.HANDED_ON, "planning")
    told = handed.answer_with("On Sunday", "salim", LATER)
    assert told.answer_with("On Monday", "salim", LATER).answer == "On Monday"
    closed = told.confirm(LATER)
    assert (closed.state, closed.age_s(LATER + timedelta(days=9))) == (EnquiryState.CONFIRMED, 7200)
    assert closed.confirm(LATER + timedelta(days=1)) is closed


def test_what_does_not_go_is_refused_by_its_number() -> None:
    with pytest.raises(EnquiryStateError, match="enquiry 1"):
        OPEN.confirm(LATER)
    closed = OPEN.answer_with("x", "y", LATER).confirm(LATER)
    with pytest.raises(EnquiryStateError):
        closed.hand_on("planning")
    with pytest.raises(EnquiryStateError):
        closed.answer_with("z", "y", LATER)
