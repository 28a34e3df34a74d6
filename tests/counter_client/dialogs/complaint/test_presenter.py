from __future__ import annotations

import pytest

from contracts.words.complaints import Nature
from counter_client.dialogs.complaint.presenter import ComplaintTakenView, derive_complaint_taken
from counter_client.state.state import Notice, Result, Sheet, SheetKind, Tone
from tests.counter_client.helpers.builders import at_work
from tests.helpers.replacing import replace

TAKEN = Sheet(SheetKind.COMPLAINT_TAKEN, ticket="A047", reason="suggestion", result=Result(number="H-S26-000015"))


def test_without_its_sheet_there_is_no_view() -> None:
    assert derive_complaint_taken(at_work()) is None
    assert derive_complaint_taken(at_work(sheet=Sheet(SheetKind.COMPLAINT_NATURE))) is None


def test_the_number_is_told_with_the_visit_it_is_kept_with() -> None:
    view = derive_complaint_taken(at_work(sheet=TAKEN))
    assert view == ComplaintTakenView(Nature.SUGGESTION, "H-S26-000015", "A047", "")


@pytest.mark.parametrize(
    ("notice", "printed"),
    [
        (None, True),
        (Notice(Tone.DONE, "paper_printed"), True),
        (Notice(Tone.WARNING, "paper_in_doubt"), True),
        (Notice(Tone.WARNING, "paper_failed"), False),
    ],
)
def test_on_a_counter_with_a_printer_the_paper_is_told_unless_none_came_out(
    notice: Notice | None, printed: bool
) -> None:
    view = derive_complaint_taken(at_work(sheet=replace(TAKEN, notice=notice), own_printer=True))
    assert view is not None
    assert (view.printed, view.notice) == (printed, notice)
