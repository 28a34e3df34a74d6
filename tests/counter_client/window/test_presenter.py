from __future__ import annotations

from counter_client.state.state import OpenEnquiries, Result, Search, Sheet, SheetKind
from counter_client.state.transfer_sheet import TransferSheet
from counter_client.window.presenter import derive_window
from tests.counter_client.dialogs.registered.test_presenter import MADE
from tests.counter_client.helpers.builders import at_sign_in, at_work, serving, slip


def test_the_sign_in_screen_is_shown_until_somebody_is_signed_in() -> None:
    assert derive_window(at_sign_in()).sign_in is not None
    assert derive_window(at_work()).sign_in is None


def test_each_sheet_is_shown_by_its_own_part_and_by_no_other() -> None:
    parts = {
        SheetKind.OUTCOME: "choices",
        SheetKind.TRANSFER: "transfer",
        SheetKind.MISSING: "missing",
        SheetKind.RETURN_CODE: "return_code",
        SheetKind.SEARCH: "search",
        SheetKind.ENQUIRIES: "enquiries",
        SheetKind.ENQUIRY_TEXT: "enquiry_text",
        SheetKind.COMPLAINT_TAKEN: "complaint_taken",
        SheetKind.REQUEST_DETAILS: "request_details",
        SheetKind.REGISTERED: "registered",
        SheetKind.FOLLOW_UP: "follow_up",
    }
    for kind, part in parts.items():
        made = TransferSheet if kind is SheetKind.TRANSFER else Sheet
        sheet = made(
            kind, service="A", result=Result(slip=slip(), registered=MADE), search=Search(), enquiries=OpenEnquiries()
        )
        view = derive_window(at_work(serving(), sheet=sheet))
        assert [one for one in parts.values() if getattr(view, one) is not None] == [part]
