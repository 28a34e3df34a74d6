from __future__ import annotations

from dataclasses import replace

import pytest

from contracts.hall_answers import IssuedTicket, WaitRange
from contracts.hall_words import Lane, PrintState
from kiosk.conditions import Conditions
from kiosk.presenters.ticket_taken import PAPER, derive_ticket
from kiosk.session import Session, Step
from tests.helpers.fake_hall import NINE, example_hall

TICKET = IssuedTicket("v1", "T047", "T", Lane.PRIORITY, NINE, 0, WaitRange(60, 90, 200), "http://hall/t#c")
SHOWN = Session("ar", Step.TICKET, service="T", visit="v1", ticket=TICKET, printing=PrintState.SENDING)
KNOWN = Conditions(True, example_hall())


def test_the_ticket_shows_number_service_wait_and_code() -> None:
    view = derive_ticket(SHOWN, KNOWN)
    assert (view.number, view.people_ahead, view.wait_min, view.status_url) == ("T047", 0, (1, 4), "http://hall/t#c")
    assert (view.service_names["en"], view.priority, view.paper) == ("Real-estate transactions", True, "printing")


def test_before_the_answer_there_is_no_number() -> None:
    view = derive_ticket(Session("ar", Step.ISSUING, service="T"), KNOWN)
    assert (view.number, view.people_ahead, view.paper) == ("", None, "issuing")


def test_a_wait_that_nobody_knows_is_not_shown() -> None:
    assert derive_ticket(replace(SHOWN, ticket=replace(TICKET, wait=None)), KNOWN).wait_min is None


@pytest.mark.parametrize("state", [*PrintState, None])
def test_every_state_of_the_paper_has_a_message(state: PrintState | None) -> None:
    assert derive_ticket(replace(SHOWN, printing=state), KNOWN).paper == PAPER[state]


def test_only_a_confirmed_or_one_way_ticket_is_there_to_take() -> None:
    assert {state for state, message in PAPER.items() if message == "take_it"} == {
        PrintState.CONFIRMED,
        PrintState.UNVERIFIED,
    }
