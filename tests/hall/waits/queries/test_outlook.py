"""The next hour as the hall head sees it."""

from __future__ import annotations

from datetime import timedelta

from contracts.words.hall import Outcome
from hall.counters.commands.sign_out import SignOut, sign_out
from hall.day.commands.close_day import CloseDay, close_day
from hall.kernel.ids import CounterId
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.finish import Finish, finish
from hall.waits.model.calibration import ENOUGH, RollingCorrection, SimulatedWait
from hall.waits.model.history import History
from hall.waits.model.waiting_time import STEP_S
from hall.waits.queries.advise import hour_of
from hall.waits.queries.outlook import DAYS_LEAST, WIDEST_S, outlook_view, read_hour
from hall.waits.queries.past import Past
from tests.helpers.example_hall import ENQUIRIES, HOUSING, LANDS, SETTINGS, new_hall, staffed_hall, take
from tests.helpers.memory_work import MemoryHall
from tests.helpers.replacing import replace

SEEDS = range(1, 9)


def view(hall: MemoryHall, past: Past | None = None):
    read = read_hour(work=hall.work(), now=hall.clock.now(), past=past or Past())
    assert read is not None
    return outlook_view(*read, SEEDS)


def test_each_service_has_its_hour_from_now_on():
    hall = staffed_hall()
    for number in range(8):
        take(hall, f"v{number}")
    told = view(hall)
    assert [one.service for one in told.services] == [LANDS, HOUSING, ENQUIRIES]
    lands = told.services[0]
    assert {one.at - told.at for one in lands.points} >= {timedelta(minutes=minutes) for minutes in (0, 30, 60)}
    assert all(one.wait.low_s <= one.wait.likely_s <= one.wait.high_s for one in lands.points)
    assert lands.points[0].wait.likely_s > 300
    assert {s % STEP_S for one in lands.points for s in (one.wait.low_s, one.wait.high_s)} == {0}
    assert lands.target_s == 900


def test_who_waits_for_a_service_that_nobody_serves_will_pass_its_target():
    hall = staffed_hall()
    hall.run(sign_out, SignOut(CounterId(1), "said"))
    hall.run(sign_out, SignOut(CounterId(3), "rashid"))
    take(hall, "v1", HOUSING)
    hall.clock.advance(300)
    told = view(hall)
    assert told.services[1].points == ()
    assert told.services[1].passes_at == told.at + timedelta(minutes=10)


def test_a_young_hall_expects_as_many_as_in_the_last_hour():
    hall = staffed_hall()
    for number in range(6):
        take(hall, f"v{number}")
    read = read_hour(work=hall.work(), now=hall.clock.now(), past=Past())
    assert read is not None
    known = read[1].history
    lane = hall.settings.service(LANDS).lane
    assert known.per_day((LANDS, lane), 18) + known.per_day((LANDS, lane), 19) == 6
    hall.clock.advance(2 * 3600)
    read = read_hour(work=hall.work(), now=hall.clock.now(), past=Past())
    assert read is not None
    assert read[1].history.arrivals == {}


def test_a_hall_that_has_seen_enough_days_goes_by_them():
    hall = staffed_hall()
    take(hall, "v1")
    past = Past(History(days=DAYS_LEAST))
    read = read_hour(work=hall.work(), now=hall.clock.now(), past=past)
    assert read is not None
    assert read[1] is past


def test_nobody_is_expected_for_a_service_that_has_no_tickets_left_today():
    services = tuple(replace(one, quota=3) if one.code == ENQUIRIES else one for one in SETTINGS.services)
    hall = staffed_hall(replace(SETTINGS, services=services))
    for number in range(3):
        take(hall, f"v{number}", ENQUIRIES)
        hall.run(call_next, CallNext(CounterId(3)))
        hall.run(begin_serving, BeginServing(CounterId(3)))
        hall.run(finish, Finish(CounterId(3), Outcome.COMPLETED))
    read = read_hour(work=hall.work(), now=hall.clock.now(), past=Past())
    assert read is not None
    assert hour_of(*read).queue.arrivals == ()


def test_after_the_close_nobody_comes_and_without_a_day_there_is_no_hour():
    hall = staffed_hall()
    hall.run(close_day, CloseDay("head"))
    read = read_hour(work=hall.work(), now=hall.clock.now(), past=Past())
    assert read is not None
    assert not any(service.open for service in read[0].settings.services)
    fresh = new_hall()
    assert read_hour(work=fresh.work(), now=fresh.clock.now(), past=Past()) is None


def test_a_range_that_known_errors_blow_up_is_not_said():
    hall = staffed_hall()
    for number in range(8):
        take(hall, f"v{number}")
    correction = RollingCorrection()
    for known in range(2 * ENOUGH):
        correction.learn(SimulatedWait(60.0, 0.2), 10_000.0 if known % 2 else 1.0)
    told = view(hall, Past(correction=correction))
    widths = [point.wait.high_s - point.wait.low_s for one in told.services for point in one.points]
    assert max(widths, default=0) <= WIDEST_S
    assert told.services[0].passes_at is not None
