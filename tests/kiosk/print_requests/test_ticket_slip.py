"""A ticket that reception issues or reprints comes out of the kiosk that it chose."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from contracts.codec.reader import to_json
from contracts.live import FactMessage
from contracts.queue.answers import IssuedTicket, Problem, VisitView
from contracts.queue.reception import TicketShown
from contracts.settings.hall_view import HallView
from contracts.words.hall import Lane, VisitState
from kiosk.print_requests.ticket_slip import TicketSlip
from tests.helpers.fake_hall import example_hall

TEN = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
TICKET = IssuedTicket("v1", "A047", "A", Lane.STANDARD, TEN, 3, None, "http://hall/t#new")
VISIT = VisitView("v1", "A047", "A", Lane.STANDARD, VisitState.WAITING, None, TEN, ())


class Printing:
    def __init__(self) -> None:
        self.made: list[tuple[str, str, bool]] = []

    def first(self, _hall: HallView, ticket: IssuedTicket, language: str, *, copy: bool) -> None:
        self.made.append((ticket.status_url, language, copy))


class Calls:
    def __init__(self, answer: object, problem: Problem | None = None) -> None:
        self.answer, self.problem, self.paths = answer, problem, []  # type: object, Problem | None, list[str]

    def call(self, method: str, path: str, _body: None, on_done: Callable[..., None]) -> None:
        self.paths.append(f"{method} {path}")
        on_done(self.answer, self.problem)


def asked(calls: Calls, printing: Printing, *, at: str = "k1", late: float = 0, hall: HallView | None = None) -> None:
    slip = TicketSlip(
        calls, printing, "k1", lambda: hall, "ar", None, lambda: TEN + timedelta(minutes=late)  # type: ignore[arg-type]  # the methods that are used
    )  # fmt: skip
    slip.follow(FactMessage(1, "ticket_asked", TEN, TEN.date(), visit=VISIT, detail={"at_device": at}))
    slip.follow(FactMessage(2, "visit_called", TEN, TEN.date(), visit=VISIT))


@pytest.mark.parametrize(
    ("shown", "printed"),
    [
        (TicketShown(TICKET, 0, "en"), ("http://hall/t#new", "en", False)),
        (TicketShown(TICKET, 2, None), ("http://hall/t#new", "ar", True)),
    ],
)
def test_the_ticket_is_printed_as_a_copy_where_there_was_one_before(shown, printed) -> None:
    calls, printing = Calls(to_json(shown)), Printing()
    asked(calls, printing, hall=example_hall())
    assert (calls.paths, printing.made) == (["GET /visits/v1/ticket"], [printed])


@pytest.mark.parametrize(("at", "late"), [("k2", 0), ("k1", 11)])
def test_what_is_anothers_or_over_is_not(at: str, late: float) -> None:
    calls, printing = Calls(to_json(TicketShown(TICKET, 0, "en"))), Printing()
    asked(calls, printing, at=at, late=late, hall=example_hall())
    assert (calls.paths, printing.made) == ([], [])


@pytest.mark.allow_logs
@pytest.mark.parametrize(
    ("calls", "hall", "words"),
    [
        (Calls(None, Problem("Over", 409, "visit_over", "it is over")), example_hall(), "it is over"),
        (Calls(to_json(TicketShown(TICKET, 0, "en"))), None, "not heard yet"),
        (Calls({"reprints": "x"}), example_hall(), "cannot be read"),
    ],
)
def test_what_cannot_be_printed_is_logged(calls, hall, words, caplog) -> None:
    printing = Printing()
    asked(calls, printing, hall=hall)
    assert printing.made == []
    assert words in caplog.text
