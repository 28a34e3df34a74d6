from __future__ import annotations

from counter_client.dialogs.return_code.presenter import derive_return_code
from counter_client.state.state import Result, Sheet, SheetKind
from tests.counter_client.helpers.builders import NINE, at_work, slip, with_documents

SHEET = Sheet(SheetKind.RETURN_CODE, result=Result(slip=slip("سند الملكية", "site plan"), printed_at="Kiosk 1"))


def test_without_its_sheet_there_is_no_view() -> None:
    assert derive_return_code(at_work()) is None
    assert derive_return_code(at_work(sheet=Sheet(SheetKind.RETURN_CODE))) is None


def test_the_code_is_told_with_what_is_missing_and_where_its_paper_comes_out() -> None:
    view = derive_return_code(at_work(hall=with_documents(), sheet=SHEET))
    assert view is not None
    assert (view.code, view.ticket, view.service, view.printed_at) == (
        "48213377", "A047", "Housing assistance", "Kiosk 1",
    )  # fmt: skip
    assert view.missing == ("Title deed", "site plan")
    assert (view.last_day - NINE.date()).days == 7
    assert not view.own


def test_a_counter_prints_it_itself_where_it_can() -> None:
    view = derive_return_code(at_work(sheet=SHEET, own_printer=True))
    assert view is not None
    assert view.own
