from __future__ import annotations

from contracts.requests.bodies import NewRequest
from counter_client.dialogs.request.presenter import derive_request_details
from counter_client.dialogs.request.update import MOST
from counter_client.state.state import RequestDraft, Sheet, SheetKind
from tests.counter_client.dialogs.request.test_update import SERVING
from tests.counter_client.helpers.builders import at_work, serving
from tests.helpers.replacing import replace

SHEET = Sheet(
    SheetKind.REQUEST_DETAILS,
    ticket="A047",
    topic="land_grant",
    request=RequestDraft(directorate="lands", external="2026/88", phone="9123", more=True),
    note="Plot",
)


def test_no_other_sheet_is_one() -> None:
    assert derive_request_details(at_work()) is None
    assert derive_request_details(at_work(serving(), sheet=Sheet(SheetKind.OUTCOME))) is None


def test_topic_and_directorate_are_named_and_what_was_typed_stands() -> None:
    view = derive_request_details(replace(SERVING, sheet=SHEET))
    assert view is not None
    assert (view.ticket, view.topic, view.directorate) == ("A047", "Land grant", "Directorate of Lands")
    assert (view.external, view.words, view.phone, view.urgent) == ("2026/88", "Plot", "9123", False)
    assert (view.before, view.room) == ((), True)


def test_what_is_filled_in_already_is_listed_and_the_halls_limit_kept() -> None:
    before = NewRequest("Plot", "lands", "land_grant", "2026/87")
    view = derive_request_details(
        replace(SERVING, sheet=replace(SHEET, request=replace(SHEET.request, before=(before,) * (MOST - 1))))
    )
    assert view is not None
    assert view.before[0] == ("Land grant", "Directorate of Lands", "2026/87")
    assert not view.room
    unknown = derive_request_details(replace(at_work(serving()), sheet=SHEET))
    assert unknown is not None
    assert (unknown.topic, unknown.directorate) == ("land_grant", "lands")
