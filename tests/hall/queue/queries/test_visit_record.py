"""What the centre gets about a visit."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from contracts.centre.outbox_entry import decode_record, encode_record
from contracts.codec.reader import to_json
from contracts.words.hall import Lane, Outcome, VisitorKind
from hall.kernel.ids import AgentId, CounterId, ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.queue.model.new_visit import Arrival, Printed, new_visit, walked_up
from hall.queue.model.stage import NextStage
from hall.queue.model.visit import Visit
from hall.queue.queries.visit_record import visit_record
from tests.helpers.replacing import replace

NINE = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
ONE, TWO = CounterId(1), CounterId(2)
SAID, NOOR = AgentId("said"), AgentId("noor")


def at(seconds: float, boot: str = "b1") -> Moment:
    return Moment(NINE + timedelta(seconds=seconds), round(seconds * 1e9), boot)


ARRIVAL = Arrival(VisitId("v1"), ServiceCode("L"), Lane.PRIORITY, "kiosk-1", VisitorKind.CITIZEN)


def new() -> Visit:
    return new_visit(ARRIVAL, Printed("L", 1, "L001"), date(2026, 11, 24), at=at(0))


def transferred() -> Visit:
    """Waited 100 s for L, 20 s to begin, 60 s served; then waited 200 s for H, 10 s, 300 s."""
    visit = new()
    visit.call(ONE, SAID, at=at(100))
    visit.begin(at=at(120))
    visit.transfer(NextStage(ServiceCode("H")), at=at(180))
    visit.call(TWO, NOOR, at=at(380))
    visit.begin(at=at(390))
    visit.finish(Outcome.REFERRED, at=at(690))
    visit.told = 1
    return visit


def test_sums_run_over_the_stages_and_the_visit_came_for_the_first_service():
    record = visit_record(transferred(), "muscat-1")
    assert (record.hall, record.visit, record.rev, record.ticket) == ("muscat-1", "v1", 1, "L001")
    assert (record.service, record.counter, record.agent) == ("L", 2, "noor")
    assert (record.waiting_s, record.time_to_begin_s, record.serving_s) == (300, 30, 360)
    assert (record.issued_at, record.called_at, record.begun_at, record.ended_at) == (
        at(0).at, at(100).at, at(120).at, at(690).at,
    )  # fmt: skip
    assert (record.state, record.outcome, record.lane, record.visitor_kind) == (
        "finished", "referred", "priority", "citizen",
    )  # fmt: skip
    assert not record.suspect_clock


def test_each_stage_tells_its_own_part():
    first, second = visit_record(transferred(), "m").stages
    assert (first.service, first.counter, first.outcome, first.waiting_s, first.serving_s) == ("L", 1, None, 100, 60)
    assert (second.service, second.issued_at, second.waiting_s, second.serving_s) == ("H", at(180).at, 200, 300)


def test_who_was_never_called_has_no_times_of_it():
    visit = new()
    visit.cancel("kiosk-1", at=at(50))
    record = visit_record(visit, "m")
    times = (record.called_at, record.begun_at, record.waiting_s, record.time_to_begin_s, record.serving_s)
    assert times == (None,) * 5
    assert (record.counter, record.state, record.ended_at) == (None, "cancelled", at(50).at)


def test_who_missed_the_call_waited_but_was_not_served():
    visit = new()
    visit.call(ONE, SAID, at=at(100))
    visit.mark_no_show(at=at(160))
    record = visit_record(visit, "m")
    assert (record.state, record.counter, record.waiting_s, record.serving_s) == ("no_show", 1, 100, None)


def test_a_wall_clock_that_jumps_changes_no_duration():
    visit = new()
    visit.call(ONE, SAID, at=replace(at(100), at=NINE - timedelta(hours=3)))
    visit.begin(at=replace(at(120), at=NINE + timedelta(days=400)))
    visit.finish(Outcome.COMPLETED, at=at(180))
    record = visit_record(visit, "m")
    assert (record.waiting_s, record.time_to_begin_s, record.serving_s) == (100, 20, 60)


def test_a_restart_of_the_machine_makes_the_times_suspect():
    visit = new()
    visit.call(ONE, SAID, at=at(100, boot="b2"))
    visit.mark_no_show(at=at(160, boot="b2"))
    assert visit_record(visit, "m").suspect_clock


def test_a_walk_up_has_no_ticket_and_no_wait():
    visit = walked_up(ARRIVAL, date(2026, 11, 24), counter=ONE, agent=SAID, reason="other", at=at(0))
    visit.finish(Outcome.COMPLETED, at=at(60))
    record = visit_record(visit, "m")
    assert (record.ticket, record.waiting_s, record.serving_s) == (None, 0, 60)


def test_a_record_crosses_to_the_centre_and_back_unchanged():
    record = visit_record(transferred(), "m")
    back, extra = decode_record(encode_record(record))
    assert back == record
    assert extra == {}
    assert "language" not in to_json(record), "nothing personal leaves the hall"
