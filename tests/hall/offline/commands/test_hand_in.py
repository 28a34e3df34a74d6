"""The hall stores the tickets that a kiosk issued while the hall was away; the printed numbers stay."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from contracts.words.hall import Lane, VisitState
from hall.calendar import refusals as calendar_refusals
from hall.kernel import refusals
from hall.kernel.facts import VisitHandedIn
from hall.kernel.ids import CounterId, ServiceCode, VisitId
from hall.offline.commands.hand_in import HandIn, hand_in
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.reception.cancel import Cancel, cancel
from tests.helpers.example_hall import ENQUIRIES, LANDS, NINE, TUESDAY, new_hall, staffed_hall, take
from tests.helpers.memory_work import MemoryHall


def paper(visit: str = "p1", ticket: str = "L005", **more: object) -> HandIn:
    fields = {"service": LANDS, "service_day": TUESDAY, "issued_at": NINE - timedelta(minutes=10)} | more
    return HandIn(VisitId(visit), ticket, by="kiosk-2", **fields)  # type: ignore[arg-type]  # test shorthand


def give(hall: MemoryHall, command: HandIn):
    return hall.run(hand_in, command)


def test_it_waits_from_when_its_paper_says():
    hall = staffed_hall()
    take(hall, "v1")
    visit = give(hall, paper(code_hash="c0de", priority=True))
    assert (visit.state, visit.ticket, visit.number) == (VisitState.WAITING, "L005", 5)
    assert (visit.code_hash, visit.lane, visit.issued_by) == ("c0de", Lane.PRIORITY, "kiosk-2")
    assert hall.clock.now().seconds_since(visit.issued) == 601
    called = hall.run(call_next, CallNext(CounterId(1)))
    assert called is not None
    assert called.id == "p1"


def test_the_hall_s_own_line_goes_on_after_it():
    hall = staffed_hall()
    give(hall, paper(ticket="L005"))
    assert take(hall, "v1") == "L006"


def test_a_kiosk_s_own_block_far_away_does_not_move_the_line():
    hall = staffed_hall()
    take(hall, "v1")
    give(hall, paper(ticket="L901"))
    assert take(hall, "v2") == "L002"


def test_the_same_paper_again_changes_nothing():
    hall = staffed_hall()
    give(hall, paper())
    before = hall.stored.copy()
    assert give(hall, paper()).id == "p1"
    assert hall.stored == before


def test_a_known_visit_takes_the_number_on_its_paper():
    hall = staffed_hall()
    take(hall, "v1")
    visit = give(hall, paper("v1", "L007"))
    assert (visit.ticket, visit.number) == ("L007", 7)
    assert hall.facts[-1] == VisitHandedIn(VisitId("v1"), "L007", LANDS, "kiosk-2", "L001")
    assert take(hall, "v2") == "L002", "the number it left is free"


def test_the_centre_is_told_anew_of_an_ended_visit_that_takes_another_number():
    hall = staffed_hall()
    take(hall, "v1")
    hall.run(cancel, Cancel(VisitId("v1"), "kiosk-1"))
    give(hall, paper("v1", "L007"))
    assert [(record.rev, record.ticket) for record in hall.told] == [(1, "L001"), (2, "L007")]


def test_a_number_of_another_visit_in_the_hall_is_taken():
    hall = staffed_hall()
    take(hall, "v1")
    with pytest.raises(refusals.TicketTakenError):
        give(hall, paper("p1", "L001"))
    take(hall, "v2")
    with pytest.raises(refusals.TicketTakenError):
        give(hall, paper("v2", "L001"))


def test_a_number_whose_visit_has_left_the_hall_is_free():
    hall = staffed_hall()
    take(hall, "v1")
    hall.run(cancel, Cancel(VisitId("v1"), "kiosk-1"))
    assert give(hall, paper("p1", "L001")).ticket == "L001"


@pytest.mark.parametrize(
    ("command", "refusal"),
    [
        (paper(ticket="H005"), refusals.TicketForeignError),
        (paper(ticket="L1000"), refusals.TicketForeignError),
        (paper(service=ServiceCode("Z")), refusals.ServiceUnknownError),
    ],
)
def test_a_foreign_paper_is_refused(command, refusal):
    hall = staffed_hall()
    before = hall.stored.copy()
    with pytest.raises(refusal):
        give(hall, command)
    assert hall.stored == before


def test_a_visit_of_another_service_is_another_visit():
    hall = staffed_hall()
    take(hall, "v1", ENQUIRIES)
    with pytest.raises(refusals.VisitIdTakenError):
        give(hall, paper("v1"))


def test_a_paper_of_a_day_that_is_over_is_kept_and_told_as_closed_by_the_day():
    hall = staffed_hall()
    visit = give(hall, paper(service_day=TUESDAY - timedelta(days=1), issued_at=NINE - timedelta(days=1)))
    assert (visit.state, visit.service_day) == (VisitState.CLOSED_BY_DAY, date(2026, 11, 23))
    assert [record.state for record in hall.told] == ["closed_by_day"]


def test_a_kiosk_whose_clock_is_ahead_issued_now_and_today():
    hall = staffed_hall()
    visit = give(hall, paper(service_day=date(2030, 1, 1), issued_at=datetime(2030, 1, 1, tzinfo=UTC)))
    assert (visit.service_day, visit.issued, visit.state) == (TUESDAY, hall.clock.now(), VisitState.WAITING)


def test_after_the_last_ticket_the_paper_still_counts():
    hall = staffed_hall()
    hall.clock.advance(5 * 3600)
    assert give(hall, paper()).state is VisitState.WAITING


def test_on_a_friday_it_is_kept_as_closed():
    hall = new_hall(at=NINE + timedelta(days=3))
    assert give(hall, paper()).state is VisitState.CLOSED_BY_DAY


def test_while_the_date_is_doubtful_the_kiosk_keeps_it():
    hall = staffed_hall()
    hall.clock.set_wall(datetime(2099, 1, 5, 5, tzinfo=UTC))
    with pytest.raises(calendar_refusals.DayDoubtfulError, match="confirmed"):
        give(hall, paper())


def test_a_day_on_which_the_service_was_away_is_filled_in_and_todays_stays():
    hall = staffed_hall()
    take(hall, "v1")
    today = hall.work().days.latest()
    monday = TUESDAY - timedelta(days=1)
    give(hall, paper(service_day=monday, issued_at=NINE - timedelta(days=1)))
    assert hall.work().past_days.before(TUESDAY) == (monday, "hour")
    assert hall.work().days.latest() == today
