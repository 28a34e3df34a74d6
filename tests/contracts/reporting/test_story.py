"""A story goes over the wire and comes back the same."""

from __future__ import annotations

from datetime import UTC, date, datetime

from contracts.codec.reader import from_json, to_json
from contracts.reporting.story import FoundVisit, FoundVisits, StoryLine, StoryView
from contracts.words.hall import VisitState

NINE, DAY = datetime(2026, 11, 24, 5, 0, tzinfo=UTC), date(2026, 11, 24)


def test_they_come_back_as_they_went():
    line = StoryLine(NINE, "visit_called", "سالم", "نودي الرقم A047 إلى النافذة 3 من قِبل سالم.")
    story = StoryView(NINE, "v1", "A047", "A", DAY, VisitState.CALLED, "ar", (line,))
    assert from_json(StoryView, to_json(story)) == story
    found = FoundVisits(NINE, DAY, (FoundVisit("v1", "A047", "A", VisitState.CALLED, 3, NINE),))
    assert from_json(FoundVisits, to_json(found)) == found
