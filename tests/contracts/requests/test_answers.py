"""A program that knows no requests still reads the visit that a finish answers."""

from datetime import UTC, date, datetime

from contracts.codec.reader import from_json, to_json
from contracts.queue.answers import FinishedVisit, VisitView
from contracts.requests.answers import RegisteredRequest
from contracts.words.hall import Lane, VisitState


def test_an_older_program_reads_the_visit_in_the_answer() -> None:
    at = datetime(2026, 11, 24, 6, tzinfo=UTC)
    made = RegisteredRequest("MUSCAT-1-26-000019", "MUSCAT-1-26-000019", date(2026, 11, 30), False)
    answer = FinishedVisit("v", "A001", "A", Lane.STANDARD, VisitState.FINISHED, 1, at, (), requests=(made,))
    sent = to_json(answer)
    assert from_json(FinishedVisit, sent) == answer
    assert from_json(VisitView, sent).ticket == "A001"
