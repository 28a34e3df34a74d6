"""What the hall head sees now."""

from __future__ import annotations

from datetime import UTC, datetime

from contracts.queue.answers import WaitRange
from contracts.queue.queues_view import CounterNow, DeviceNow, QueuesView, ServiceQueue
from contracts.words.hall import Outcome
from hall.counters.commands.begin_break import Break, begin_break
from hall.kernel.ids import CounterId, ServiceCode
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.finish import Finish, finish
from hall.queue.commands.counter.mark_no_show import MarkNoShow, mark_no_show
from hall.queue.commands.counter.park import Park, park
from hall.queue.commands.counter.transfer import Transfer, transfer
from hall.reporting.queries.figures import queues_view
from tests.helpers.example_hall import ENQUIRIES, HOUSING, LANDS, SETTINGS, new_hall, staffed_hall, take
from tests.helpers.memory_work import MemoryHall
from tests.helpers.replacing import replace

ONE, TWO, THREE = CounterId(1), CounterId(2), CounterId(3)


def told(_service: ServiceCode, ahead: int) -> WaitRange | None:
    return WaitRange(ahead, ahead, ahead)


def figures(hall: MemoryHall, *devices: DeviceNow) -> QueuesView:
    return queues_view(work=hall.work(), now=hall.clock.now(), stream="s", seq=7, estimate=told, devices=devices)


def queue_of(hall: MemoryHall, service: ServiceCode) -> ServiceQueue:
    return next(queue for queue in figures(hall).services if queue.service == service)


def counter_of(hall: MemoryHall, number: int) -> CounterNow:
    return next(counter for counter in figures(hall).counters if counter.counter == number)


def test_a_service_tells_who_waits_how_long_and_what_is_expected():
    hall = staffed_hall()
    take(hall, "v1")
    hall.clock.advance(99)
    take(hall, "v2")
    queue = queue_of(hall, LANDS)
    assert (queue.waiting, queue.longest_wait_s, queue.forecast) == (2, 100, WaitRange(2, 2, 2))
    assert (queue.counters_open, queue.served, queue.alerts) == (3, 0, ())
    assert queue.longest_ticket == "L001"
    assert (queue_of(hall, ENQUIRIES).waiting, queue_of(hall, ENQUIRIES).longest_ticket) == (0, "")


def test_the_longest_wait_is_that_of_the_current_stage():
    hall = staffed_hall()
    take(hall, "v1")
    hall.clock.advance(600)
    take(hall, "v2", HOUSING)
    hall.run(call_next, CallNext(ONE))
    hall.run(begin_serving, BeginServing(ONE))
    hall.clock.advance(60)
    hall.run(transfer, Transfer(ONE, HOUSING))
    assert queue_of(hall, HOUSING).longest_ticket == "H001"


def test_served_stages_are_counted():
    hall = staffed_hall()
    take(hall, "v1")
    hall.run(call_next, CallNext(ONE))
    hall.run(begin_serving, BeginServing(ONE))
    hall.run(finish, Finish(ONE, Outcome.COMPLETED))
    assert queue_of(hall, LANDS).served == 1


def test_a_wait_over_the_target_and_a_service_without_counter_are_alerts():
    hall = staffed_hall()
    take(hall, "v1")
    hall.clock.advance(901)
    assert queue_of(hall, LANDS).alerts == ("over_target",)
    alone = new_hall()
    take(alone, "v1", HOUSING)
    assert queue_of(alone, HOUSING).alerts == ("no_counter",)


def test_an_agent_on_a_break_opens_no_counter():
    hall = staffed_hall()
    hall.run(begin_break, Break(THREE, "meal"))
    assert queue_of(hall, ENQUIRIES).counters_open == 0
    assert queue_of(hall, LANDS).counters_open == 2


def test_a_counter_tells_who_does_what_since_when():
    hall = staffed_hall()
    assert (counter_of(hall, 4).state, counter_of(hall, 4).agent) == ("closed", None)
    signed_in_at = hall.clock.at
    take(hall, "v1")
    assert (counter_of(hall, 1).state, counter_of(hall, 1).since) == ("free", signed_in_at)
    hall.clock.advance(10)
    hall.run(call_next, CallNext(ONE))
    called = counter_of(hall, 1)
    assert (called.state, called.since, called.ticket, called.agent_names["en"]) == (
        "called", hall.clock.at, "L001", "Said",
    )  # fmt: skip
    hall.clock.advance(20)
    hall.run(begin_serving, BeginServing(ONE))
    assert (counter_of(hall, 1).state, counter_of(hall, 1).since) == ("serving", hall.clock.at)
    hall.clock.advance(60)
    hall.run(finish, Finish(ONE, Outcome.COMPLETED))
    assert (counter_of(hall, 1).state, counter_of(hall, 1).since) == ("free", hall.clock.at)
    hall.clock.advance(5)
    hall.run(begin_break, Break(ONE, "prayer"))
    resting = counter_of(hall, 1)
    assert (resting.state, resting.since, resting.break_reason) == ("on_break", hall.clock.at, "prayer")


def test_parked_and_missed_visits_are_counted():
    hall = staffed_hall()
    take(hall, "v1")
    take(hall, "v2")
    hall.run(call_next, CallNext(ONE))
    hall.run(park, Park(ONE))
    hall.run(call_next, CallNext(ONE))
    hall.run(mark_no_show, MarkNoShow(ONE))
    view = figures(hall)
    assert (view.parked, view.no_shows) == (1, 1)


def test_a_doubtful_date_and_a_day_that_closed_itself_are_alerts():
    hall = staffed_hall()
    assert figures(hall).alerts == ()
    hall.clock.set_wall(datetime(2099, 1, 5, 5, tzinfo=UTC))
    assert figures(hall).alerts == ("date_doubtful",)
    hall = staffed_hall()
    hall.clock.advance(24 * 3600)
    take(hall, "v1")
    assert figures(hall).alerts == ("day_closed_itself",)


def test_a_new_hall_is_empty_and_devices_are_passed_on():
    device = DeviceNow("d1", "kiosk", "Door", "ok", "ok", "low", None)
    view = figures(new_hall(), device)
    assert (view.parked, view.no_shows, view.devices) == (0, 0, (device,))
    assert {queue.waiting for queue in view.services} == {0}


def test_what_is_left_of_a_quota_is_told_and_never_below_nothing():
    lands = replace(SETTINGS.service(LANDS), quota=1)
    hall = staffed_hall(replace(SETTINGS, services=(lands, *SETTINGS.services[1:])))
    assert (queue_of(hall, LANDS).quota_left, queue_of(hall, HOUSING).quota_left) == (1, None)
    take(hall, "a")
    assert queue_of(hall, LANDS).quota_left == 0
