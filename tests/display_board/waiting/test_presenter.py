from __future__ import annotations

import pytest

from contracts.queue.answers import WaitRange
from contracts.queue.queues_view import QueuesView, ServiceQueue
from contracts.settings.hall_view import DayView
from display_board.calls.zone import Zone
from display_board.waiting.presenter import derive_waiting
from tests.display_board.helpers.example import NINE, TODAY, hall
from tests.helpers.replacing import replace


def queues(**waiting: tuple[int, WaitRange | None]) -> QueuesView:
    services = tuple(ServiceQueue(code, n, 0, wait, 2, 0, ()) for code, (n, wait) in waiting.items())
    return QueuesView("s1", 7, NINE, DayView(TODAY, "open", None), services, (), (), (), 0, 0)


def test_each_service_tells_who_waits_and_how_long_in_the_halls_order() -> None:
    figures = derive_waiting(queues(B=(3, None), A=(12, WaitRange(900, 1200, 1501))), hall())
    assert [(one.names["en"], one.waiting, one.minutes) for one in figures] == [
        ("Housing assistance", 12, (15, 26)),
        ("Lands", 3, None),
    ]


@pytest.mark.parametrize(
    ("low_s", "high_s", "minutes"), [(0, 0, (0, 1)), (0, 59, (0, 1)), (119, 121, (1, 3)), (600, 600, (10, 10))]
)
def test_minutes_hold_the_range_and_promise_no_less_than_one(low_s: int, high_s: int, minutes: tuple[int, int]) -> None:
    (figure,) = derive_waiting(queues(A=(1, WaitRange(low_s, low_s, high_s))), hall())
    assert figure.minutes == minutes


def test_a_closed_service_is_told_only_while_somebody_waits_for_it() -> None:
    first, second = hall().services
    closed = hall(services=(replace(first, open=False), replace(second, open=False)))
    figures = derive_waiting(queues(A=(2, None), B=(0, None)), closed)
    assert [one.names["en"] for one in figures] == ["Housing assistance"]


def test_a_zone_has_its_own_services_only() -> None:
    figures = derive_waiting(queues(A=(2, None), B=(1, None)), hall(), Zone(services=frozenset({"B"})))
    assert [one.waiting for one in figures] == [1]


def test_nothing_is_told_before_hall_and_queues_are_known() -> None:
    assert derive_waiting(None, hall()) == ()
    assert derive_waiting(queues(A=(2, None)), None) == ()
