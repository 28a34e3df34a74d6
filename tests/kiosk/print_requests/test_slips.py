"""A receipt is printed at the kiosk that the hall has asked, while its visitor is there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from contracts.codec.reader import to_json
from contracts.live import FactMessage
from contracts.queue.answers import Problem, ReturnView
from contracts.requests.answers import ReceiptView
from contracts.words.hall import PrintState
from kiosk.print_requests.slips import AskedSlips
from printer.documents.receipt import Receipt
from printer.documents.return_paper import ReturnPaper
from printer.documents.slip_content import Slip
from tests.helpers.fake_hall_state import FakeHallState
from tests.helpers.replacing import replace

TEN = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
VIEW = ReceiptView(
    "MUSCAT-1-26-004278", {"ar": "قاعة", "en": "Hall"}, {"ar": "أرض", "en": "Land"}, {"en": "Lands"}, TEN,
    date(2026, 11, 30), False,
)  # fmt: skip


class Printer:
    def __init__(self, state: PrintState = PrintState.CONFIRMED) -> None:
        self.state, self.made = state, []  # type: PrintState, list[Slip]

    def print_slip(self, slip: Callable[[], Slip], _attempt: str, then: Callable[[PrintState, str], None]) -> None:
        self.made.append(slip())
        then(self.state, "paper_out")


class Calls:
    def __init__(self, answer: object, problem: Problem | None = None) -> None:
        self.answer, self.problem, self.paths = answer, problem, []  # type: object, Problem | None, list[str]

    def call(self, method: str, path: str, _body: None, on_done: Callable[..., None]) -> None:
        self.paths.append(f"{method} {path}")
        on_done(self.answer, self.problem)


def asked(calls: Calls, printer: Printer, *, at: str = "k1", late: timedelta = timedelta(0)) -> None:
    slip = AskedSlips(calls, printer, "k1", lambda: None, None, lambda: TEN + late)  # type: ignore[arg-type]  # the methods that are used
    detail = {"receipt": VIEW.shown, "at_device": at}
    slip.follow(FactMessage(1, "receipt_asked", TEN, TEN.date(), detail=detail))
    slip.follow(FactMessage(2, "visit_called", TEN, TEN.date()))


def test_what_was_asked_of_this_kiosk_is_printed() -> None:
    calls, printer = Calls(to_json(VIEW)), Printer()
    asked(calls, printer)
    assert calls.paths == ["GET /requests/MUSCAT-1-26-004278/receipt"]
    (made,) = printer.made
    assert isinstance(made, Receipt)
    assert (made.number, made.latest, made.directorate.ar) == (VIEW.shown, date(2026, 11, 30), "Lands")


@pytest.mark.parametrize(("at", "late"), [("k2", timedelta(0)), ("k1", timedelta(minutes=11))])
def test_what_is_anothers_or_over_is_not(at: str, late: timedelta) -> None:
    calls, printer = Calls(to_json(VIEW)), Printer()
    asked(calls, printer, at=at, late=late)
    assert (calls.paths, printer.made) == ([], [])


@pytest.mark.allow_logs
@pytest.mark.parametrize(
    ("calls", "words"),
    [
        (Calls(None, Problem("Gone", 404, "request_unknown", "no such request")), "gave no slip"),
        (Calls({"shown": 7}), "cannot be read"),
    ],
)
def test_what_cannot_be_printed_is_logged(calls: Calls, words: str, caplog: pytest.LogCaptureFixture) -> None:
    printer = Printer()
    asked(calls, printer)
    assert printer.made == []
    assert words in caplog.text


@pytest.mark.allow_logs
def test_one_that_did_not_surely_come_out_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    asked(Calls(to_json(VIEW)), Printer(PrintState.INTERRUPTED))
    assert "did not surely come out" in caplog.text


def test_a_return_paper_is_asked_for_by_its_visit_for_the_fact_tells_no_code() -> None:
    view = ReturnView("48213377", "A047", "A", TEN.date(), date(2026, 12, 2), ("title deed",), "good")
    calls, printer = Calls(to_json(view)), Printer()
    slip = AskedSlips(calls, printer, "k1", lambda: None, None, lambda: TEN)  # type: ignore[arg-type]  # as above
    state = FakeHallState()
    state.issue("A047", "A")
    fact = FactMessage(1, "return_slip_asked", TEN, TEN.date(), detail={"at_device": "k1"})
    slip.follow(fact)
    assert calls.paths == []
    slip.follow(replace(fact, visit=state.visits["visit-A047"]))
    assert calls.paths == ["GET /visits/visit-A047/return-slip"]
    (made,) = printer.made
    assert isinstance(made, ReturnPaper)
    assert (made.code, made.last_day, made.printed_at) == ("48213377", date(2026, 12, 2), TEN)
