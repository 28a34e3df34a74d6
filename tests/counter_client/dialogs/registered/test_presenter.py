from __future__ import annotations

from datetime import date

from contracts.requests.answers import RegisteredRequest
from counter_client.dialogs.registered.presenter import derive_registered
from counter_client.state.state import Practice, Result, Sheet, SheetKind
from tests.counter_client.helpers.builders import at_work
from tests.helpers.replacing import replace

LATEST = date(2026, 11, 30)
MADE = tuple(RegisteredRequest(f"M-{n}", shown, LATEST, False) for n, shown in ((1, "M-1"), (2, "2026/88")))
SHEET = Sheet(SheetKind.REGISTERED, "v", "A047", "A", result=Result(registered=MADE, printed_at="Kiosk 1"))


def test_without_its_sheet_there_is_no_view() -> None:
    assert derive_registered(at_work()) is None
    assert derive_registered(at_work(sheet=Sheet(SheetKind.REGISTERED))) is None


def test_the_numbers_that_the_visitor_reads_are_told_with_the_day_and_where_the_receipt_comes_out() -> None:
    view = derive_registered(at_work(sheet=SHEET))
    assert view is not None
    assert (view.ticket, view.service, view.numbers) == ("A047", "Housing assistance", ("M-1", "2026/88"))
    assert (view.latest, view.expected, view.printed_at, view.own) == (LATEST, False, "Kiosk 1", False)


def test_a_day_that_may_move_and_a_printer_of_the_counters_own_are_told() -> None:
    maybe = replace(
        SHEET,
        result=replace(
            SHEET.result, registered=tuple(replace(one, latest_expected=True) for one in MADE), printed_at=None
        ),
    )
    view = derive_registered(at_work(sheet=maybe, own_printer=True, practice=Practice("123456")))
    assert view is not None
    assert (view.expected, view.printed_at, view.own, view.practising) == (True, "", True, True)
