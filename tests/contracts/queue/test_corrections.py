"""Corrections go over the wire and come back the same."""

from __future__ import annotations

from datetime import UTC, date, datetime

from contracts.codec.reader import from_json, to_json
from contracts.queue.corrections import CorrectionsView, CorrectionView, CorrectRequest, DoubtfulStage, ValuesView
from contracts.words.hall import CorrectionReason, Outcome

NINE, DAY = datetime(2026, 11, 24, 5, 0, tzinfo=UTC), date(2026, 11, 24)
VALUES = ValuesView("A", "finished", "completed", NINE, NINE, 12)


def test_they_come_back_as_they_went():
    asked = CorrectRequest(CorrectionReason.OTHER, 0, NINE, NINE, Outcome.REFERRED, "B", "told by the agent")
    assert from_json(CorrectRequest, to_json(asked)) == asked
    one = CorrectionView(
        "v1", 1, DAY, "A047", 0, CorrectionReason.OTHER, None, "noor", NINE, VALUES, VALUES, None, None
    )
    odd = DoubtfulStage("v1", "A047", 0, "A", 3, "salim", NINE, NINE, NINE, 12, "too_short")
    view = CorrectionsView(NINE, DAY, DAY, (one,), (odd,), 0)
    assert from_json(CorrectionsView, to_json(view)) == view
