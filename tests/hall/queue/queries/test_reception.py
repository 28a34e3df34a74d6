"""Reception sees who may still be called, the newest first, and how many are before each."""

from __future__ import annotations

from hall.kernel.ids import CounterId, VisitId
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.mark_no_show import MarkNoShow, mark_no_show
from hall.queue.commands.counter.walk_up import WalkUp, walk_up
from hall.queue.commands.link_group import LinkGroup, link_group
from hall.queue.queries import reception
from hall.queue.queries.reception import at_reception
from tests.helpers.example_hall import ENQUIRIES, LANDS, new_hall, staffed_hall, take
from tests.helpers.memory_work import MemoryHall


def seen(hall: MemoryHall) -> tuple[list[tuple[object, ...]], int]:
    visits, more = hall.run(lambda _command, *, work, now: at_reception(work=work, now=now), None)
    return [(one.visit, one.state.value, one.people_ahead, one.group) for one in visits], more


def test_who_waits_is_called_or_missed_his_call_and_nobody_without_a_ticket():
    hall = staffed_hall()
    for name in ("v1", "v2", "v3", "v4"):
        take(hall, name)
    hall.run(link_group, LinkGroup("g", (VisitId("v3"), VisitId("v4")), "desk"))
    hall.run(call_next, CallNext(CounterId(1)))
    hall.run(call_next, CallNext(CounterId(2)))
    hall.run(mark_no_show, MarkNoShow(CounterId(1)))
    hall.run(walk_up, WalkUp(VisitId("w"), CounterId(3), ENQUIRIES, "other"))
    assert seen(hall) == (
        [
            ("v4", "waiting", 1, "g"),
            ("v3", "waiting", 0, "g"),
            ("v2", "called", None, None),
            ("v1", "no_show", None, None),
        ],
        0,
    )


def test_a_page_has_an_end_and_says_so(monkeypatch):
    monkeypatch.setattr(reception, "MOST", 2)
    hall = staffed_hall()
    for name in ("v1", "v2", "v3"):
        take(hall, name, LANDS)
    rows, more = seen(hall)
    assert ([row[0] for row in rows], more) == (["v3", "v2"], 1)


def test_before_the_first_ticket_nobody_is_there():
    assert seen(new_hall()) == ([], 0)
