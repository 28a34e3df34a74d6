"""Who waits without a sure ticket, which tickets a device gave last, and what its roll is good for."""

from __future__ import annotations

import pytest

from contracts.queue.queues_view import DeviceNow
from contracts.words.hall import PrintState
from hall.devices.commands.record_print import RecordPrint, record_print
from hall.devices.commands.watch_paper import watch_paper
from hall.devices.queries import newest_prints, paper_view, paperless_tickets, with_tickets_left
from hall.kernel.ids import DeviceId, VisitId
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.reception.cancel import Cancel, cancel
from tests.helpers.example_hall import staffed_hall, take
from tests.helpers.memory_work import MemoryHall

K1 = DeviceId("kiosk-1")


def printed(hall: MemoryHall, visit: str, attempt: str, state: PrintState, **more: object) -> None:
    hall.clock.advance(1)
    hall.run(record_print, RecordPrint(VisitId(visit), attempt, state, "kiosk-1", **more))  # type: ignore[arg-type]  # a test's shorthand


def paperless(hall: MemoryHall) -> list[tuple[str, str]]:
    found = paperless_tickets(work=hall.work(), now=hall.clock.now())
    return [(one.ticket, one.state.value) for one in found]


@pytest.mark.parametrize("state", [PrintState.NOT_STARTED, PrintState.INTERRUPTED, PrintState.UNKNOWN])
def test_a_visitor_whose_ticket_did_not_surely_come_out_is_told_until_a_copy_does(state: PrintState) -> None:
    hall = staffed_hall()
    ticket = take(hall, "v1")
    printed(hall, "v1", "a1", state)
    assert paperless(hall) == [(ticket, state.value)]
    printed(hall, "v1", "a2", PrintState.SENDING, copy=True)
    assert paperless(hall) == [(ticket, state.value)]
    printed(hall, "v1", "a2", PrintState.CONFIRMED, copy=True)
    assert paperless(hall) == []


def test_a_second_attempt_that_fails_too_is_one_line_with_the_newest_word() -> None:
    hall = staffed_hall()
    ticket = take(hall, "v1")
    printed(hall, "v1", "a1", PrintState.INTERRUPTED)
    printed(hall, "v1", "a2", PrintState.UNKNOWN)
    assert paperless(hall) == [(ticket, "unknown")]


def test_sending_is_no_trouble_until_no_ticket_can_take_so_long() -> None:
    hall = staffed_hall()
    ticket = take(hall, "v1")
    printed(hall, "v1", "a1", PrintState.SENDING)
    assert paperless(hall) == []
    hall.clock.advance(61)
    assert paperless(hall) == [(ticket, "sending")]


def test_whoever_is_served_or_gone_needs_no_paper() -> None:
    hall = staffed_hall()
    take(hall, "v1")
    take(hall, "v2")
    printed(hall, "v1", "a1", PrintState.UNKNOWN)
    printed(hall, "v2", "a2", PrintState.UNKNOWN)
    hall.run(cancel, Cancel(VisitId("v2"), "kiosk-1"))
    assert len(paperless(hall)) == 1
    served = hall.run(call_next, CallNext(1))
    assert served.id == "v1"
    hall.run(begin_serving, BeginServing(1))
    assert paperless(hall) == []


def test_the_newest_tickets_come_first_once_each_and_only_while_they_may_be_called() -> None:
    hall = staffed_hall()
    for visit in ("v1", "v2", "v3"):
        take(hall, visit)
        printed(hall, visit, f"{visit}-first", PrintState.CONFIRMED)
    printed(hall, "v1", "v1-copy", PrintState.CONFIRMED, copy=True)
    hall.run(cancel, Cancel(VisitId("v2"), "kiosk-1"))
    found = newest_prints(K1, 12, work=hall.work())
    assert [(visit.id, attempt.attempt) for visit, attempt in found] == [("v1", "v1-copy"), ("v3", "v3-first")]
    assert [visit.id for visit, _ in newest_prints(K1, 1, work=hall.work())] == ["v1"]
    assert newest_prints(DeviceId("kiosk-2"), 12, work=hall.work()) == []


def test_the_roll_is_told_in_whole_millimetres_and_beside_each_device() -> None:
    hall = staffed_hall()
    take(hall, "v1")
    printed(hall, "v1", "a1", PrintState.UNVERIFIED, paper_mm=120)
    printed(hall, "v1", "a1", PrintState.UNVERIFIED, paper_mm=120)
    hall.run(lambda paper, *, work, now: watch_paper(K1, paper, work=work, now=now), "low")
    view = paper_view(K1, work=hall.work())
    assert (view.used_mm, view.tickets, view.ticket_mm, view.tickets_left) == (120, 1, 120, 20)
    devices = [DeviceNow(name, "kiosk", name, "ok", None, None, None) for name in ("kiosk-1", "kiosk-2")]
    assert [one.tickets_left for one in with_tickets_left(devices, work=hall.work())] == [20, None]
