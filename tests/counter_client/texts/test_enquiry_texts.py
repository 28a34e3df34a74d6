from __future__ import annotations

from contracts.words.enquiries import EnquiryState
from counter_client.state.actions import Action
from counter_client.texts.enquiry_texts import HINTS, SENDING, STATES, TITLES


def test_every_state_of_an_open_enquiry_and_everything_that_is_written_has_its_words() -> None:
    assert set(STATES) == set(EnquiryState) - {EnquiryState.CONFIRMED}
    assert (
        set(TITLES)
        == set(HINTS)
        == set(SENDING)
        == {Action.ENQUIRY, Action.ANSWER, Action.HAND_ON, Action.CALL_BACK, Action.COMPLAINT}
    )
