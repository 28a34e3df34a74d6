"""How right the announced waits were, worked out by hand."""

from __future__ import annotations

from datetime import timedelta

from contracts.waits.accuracy import WaitFigures
from contracts.words.hall import Lane
from hall.kernel.ids import CounterId, VisitId
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.waits.model.calibration import CorrectedRange, SimulatedWait
from hall.waits.model.wait_ports import AnnouncedWait
from hall.waits.model.waiting_time import Announced, ExpectedWait
from hall.waits.queries.waits import figures_of, waits_view
from tests.helpers.example_hall import ENQUIRIES, LANDS, TUESDAY, staffed_hall, take
from tests.helpers.memory_stores import MemoryWaits
from tests.helpers.memory_work import MemoryHall


def told(low: int, likely: float, high: int, waited: float | None, *, shown: bool = True, visit="v", service=LANDS):
    printed = ExpectedWait(low, round(likely / 300) * 300, high) if shown else None
    announced = Announced(SimulatedWait(likely), CorrectedRange(low, likely, high), printed)
    return AnnouncedWait(VisitId(visit), TUESDAY, service, Lane.STANDARD, 9, announced, waited)


def test_the_figures_of_five_tickets_by_hand():
    waits = [
        told(0, 200, 600, 300.0),
        told(300, 600, 900, 900.0),  # the end belongs to the range
        told(300, 600, 900, 901.0),
        told(900, 1200, 1500, None),  # left without being called
        told(0, 1200, 6000, 1500.0, shown=False),
    ]
    assert figures_of(waits) == WaitFigures(4, 3, 66.7, 33.3, round((100 + 300 + 301) / 3, 1), 600.0, 1)


def test_nothing_called_has_no_shares():
    assert figures_of([told(0, 200, 600, None)]) == WaitFigures(1, 0, None, None, None, None, 0)
    assert figures_of([]) == WaitFigures(0, 0, None, None, None, None, 0)


def hall_with(*visits: tuple[str, str]) -> MemoryHall:
    hall = staffed_hall()
    for name, service in visits:
        take(hall, name, service)
        MemoryWaits(hall.stored).announce(told(0, 200, 600, None, visit=name, service=service))
    return hall


def test_days_and_services_stand_side_by_side_and_the_total_counts_all():
    hall = hall_with(("v1", LANDS), ("v2", ENQUIRIES), ("v3", LANDS))
    hall.clock.advance(300)
    hall.run(call_next, CallNext(CounterId(1)))
    view = waits_view(TUESDAY, TUESDAY, work=hall.work(), now=hall.clock.now())
    assert [(one.service, one.figures.told, one.figures.called) for one in view.services] == [
        (LANDS, 2, 1), (ENQUIRIES, 1, 0),
    ]  # fmt: skip
    assert [(one.service_day, one.figures) for one in view.days] == [(TUESDAY, view.total)]
    assert (view.total.told, view.total.called, view.total.held) == (3, 1, 100.0)


def test_other_days_are_left_out():
    hall = hall_with(("v1", LANDS))
    tomorrow = TUESDAY + timedelta(days=1)
    view = waits_view(tomorrow, tomorrow, work=hall.work(), now=hall.clock.now())
    assert (view.total.told, view.days, view.services) == (0, (), ())
