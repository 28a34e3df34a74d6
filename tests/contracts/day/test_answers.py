"""Who is left goes over the wire and comes back the same."""

from __future__ import annotations

from datetime import UTC, date, datetime

from contracts.codec.reader import from_json, to_json
from contracts.day.answers import DayNote, LeftView, LeftVisit, LongestWait, NoteView, ServiceNote
from contracts.words.hall import VisitState

LEFT = LeftVisit("v1", "A001", "A", VisitState.PARKED, 3, datetime(2026, 11, 24, 6, tzinfo=UTC))


def test_it_comes_back_as_it_went():
    view = LeftView(date(2026, 11, 24), (LEFT,))
    assert from_json(LeftView, to_json(view)) == view


def test_a_note_comes_back_as_it_went():
    at = datetime(2026, 11, 24, 6, tzinfo=UTC)
    note = DayNote(
        date(2026, 11, 24), 4, 2, 1, 1, 0, 3, 900, 67, LongestWait("A", 1200, at), 9, 3, 2, 1, "noor",
        (ServiceNote("A", 3, 900, 67), ServiceNote("B", 0, None, None)),
    )  # fmt: skip
    for view in (NoteView(note), NoteView(None)):
        assert from_json(NoteView, to_json(view)) == view
