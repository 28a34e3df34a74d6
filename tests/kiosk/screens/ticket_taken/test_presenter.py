from __future__ import annotations

import pytest

from contracts.queue.answers import IssuedTicket, WaitRange
from contracts.words.hall import Lane, PrintState
from kiosk.offline.numbers import OwnTicket
from kiosk.screens.ticket_taken.presenter import MOST_PRINTS, PAPER, derive_ticket
from kiosk.state.conditions import Conditions, PrinterCondition
from kiosk.visitor.session import Session, Step
from tests.helpers.fake_hall import NINE, example_hall
from tests.helpers.replacing import replace

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


READY = replace(KNOWN, printer=PrinterCondition(None, "ok"))


@pytest.mark.parametrize(
    ("state", "paper"),
    [
        (PrintState.NOT_STARTED, "ready_again"),
        (PrintState.INTERRUPTED, "ready_again"),
        (PrintState.UNKNOWN, "unknown_ready"),
    ],
)
def test_a_ready_printer_offers_the_paper_that_did_not_surely_come_out(state: PrintState, paper: str) -> None:
    view = derive_ticket(replace(SHOWN, printing=state, prints=1), READY)
    assert (view.again, view.paper, view.number) == (True, paper, "T047")


@pytest.mark.parametrize("state", [PrintState.SENDING, PrintState.CONFIRMED, PrintState.UNVERIFIED])
def test_a_ticket_that_is_there_or_on_its_way_is_not_offered_again(state: PrintState) -> None:
    assert not derive_ticket(replace(SHOWN, printing=state), READY).again


@pytest.mark.parametrize(
    "conditions",
    [
        KNOWN,
        replace(READY, printer=PrinterCondition("paper_out")),
        replace(READY, wrong_roll=True),
    ],
)
def test_a_printer_that_cannot_print_offers_nothing(conditions: Conditions) -> None:
    view = derive_ticket(replace(SHOWN, printing=PrintState.INTERRUPTED), conditions)
    assert (view.again, view.paper) == (False, "interrupted")


def test_a_printer_that_spoils_each_one_is_left_to_staff() -> None:
    spoilt = replace(SHOWN, printing=PrintState.INTERRUPTED, prints=MOST_PRINTS)
    assert not derive_ticket(spoilt, READY).again


def test_a_ticket_that_lies_in_the_slot_is_spoken_of() -> None:
    lying = replace(SHOWN, printing=PrintState.CONFIRMED, slot="waits")
    assert derive_ticket(lying, READY).paper == "not_taken"
    assert derive_ticket(replace(lying, printing=PrintState.SENDING), READY).paper == "printing"


def test_a_ticket_given_without_the_hall_promises_no_place_and_no_wait() -> None:
    own = OwnTicket("v1", "T900", "T", Lane.STANDARD, NINE, 0, None, "http://hall/t#c")
    view = derive_ticket(replace(SHOWN, ticket=own), KNOWN)
    assert (view.number, view.by_staff, view.people_ahead, view.wait_min) == ("T900", True, None, None)
    assert not derive_ticket(SHOWN, KNOWN).by_staff


def test_a_ticket_says_whether_a_counter_is_open_for_its_service() -> None:
    ticket = replace(TICKET, people_ahead=0, wait=None, staffed=False, begins_at="08:00")
    view = derive_ticket(Session("en", Step.TICKET, ticket=ticket), Conditions(hall=example_hall()))
    assert (view.staffed, view.begins_at) == (False, "08:00")
    foreseen = replace(ticket, wait=WaitRange(60, 120, 180), begins_at="")
    assert derive_ticket(Session("en", Step.TICKET, ticket=foreseen), Conditions(hall=example_hall())).staffed


@pytest.mark.parametrize("state", list(PrintState))
def test_once_the_end_is_announced_a_number_that_is_on_paper_is_hidden(state: PrintState) -> None:
    session = Session("en", Step.TICKET, ticket=TICKET, printing=state)
    assert not derive_ticket(session, Conditions(hall=example_hall())).covered
    left_alone = replace(session, closes_in_s=19)
    covered = derive_ticket(left_alone, Conditions(hall=example_hall())).covered
    assert covered is (state in {PrintState.CONFIRMED, PrintState.UNVERIFIED})
