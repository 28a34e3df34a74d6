"""A kiosk gets reserved numbers for the time when the hall service is away."""

from __future__ import annotations

from datetime import date, timedelta

from contracts.offline import ReservedNumbers, TicketDay
from hall.day.commands.close_day import CloseDay, close_day
from hall.kernel.ids import DeviceId, VisitId
from hall.kernel.settings import Limits
from hall.offline.commands.hand_in import HandIn, hand_in
from hall.offline.commands.reserve_numbers import ReserveNumbers, reserve_numbers
from tests.helpers.example_hall import ALWAYS, LANDS, NINE, SETTINGS, TUESDAY, new_hall, staffed_hall, take
from tests.helpers.memory_work import MemoryHall
from tests.helpers.replacing import replace

K1, K2 = DeviceId("k1"), DeviceId("k2")
URL = "https://hall.example/t#"


def reserve(hall: MemoryHall, device: DeviceId = K1, kiosks: tuple[DeviceId, ...] = (K1, K2)) -> ReservedNumbers:
    return hall.run(reserve_numbers, ReserveNumbers(device, frozenset(kiosks), URL))


def ranges(answer: ReservedNumbers) -> dict[str, tuple[int, int]]:
    return {block.service: (block.first, block.last) for block in answer.blocks}


def test_every_service_keeps_a_block_for_each_kiosk_and_the_same_one_again():
    hall = new_hall()
    first, second = reserve(hall), reserve(hall, K2)
    assert ranges(first) == {"L": (900, 999), "H": (900, 999), "Q": (900, 999)}
    assert ranges(second) == {"L": (800, 899), "H": (800, 899), "Q": (800, 899)}
    assert ranges(reserve(hall)) == ranges(first)
    assert {block.prefix for block in first.blocks} == {"L", "H", "س"}
    assert (first.status_url, first.time_zone) == (URL, "Asia/Muscat")


def test_the_halls_own_line_stays_below_the_blocks():
    numbers = replace(SETTINGS.services[0], last_number=9)
    hall = staffed_hall(replace(ALWAYS, services=(numbers, *SETTINGS.services[1:])))
    assert ranges(reserve(hall, kiosks=(K1,)))["L"] == (6, 9)
    assert [take(hall, f"v{at}") for at in range(5)] == ["L001", "L002", "L003", "L004", "L005"]


def test_a_handed_in_number_of_a_block_does_not_move_the_line():
    hall = staffed_hall()
    reserve(hall)
    take(hall, "v1")
    hall.run(hand_in, HandIn(VisitId("p1"), "L900", LANDS, TUESDAY, NINE, by="k1"))
    assert take(hall, "v2") == "L002"
    lands = reserve(hall).blocks[0]
    assert lands.taken == (900,), "the kiosk must not give a number that somebody holds"


def test_the_block_of_a_kiosk_that_is_gone_is_free_again():
    hall = new_hall()
    reserve(hall)
    assert ranges(reserve(hall, K2, (K2,)))["L"] == (900, 999)


def test_a_new_range_makes_new_blocks():
    hall = new_hall()
    reserve(hall)
    smaller = tuple(replace(one, last_number=200) for one in hall.settings.services[1:])
    hall.settings = replace(hall.settings, services=smaller)
    assert ranges(reserve(hall, kiosks=(K1,))) == {"H": (101, 200), "Q": (101, 200)}


def test_a_hall_may_keep_none():
    hall = new_hall(replace(SETTINGS, limits=Limits(offline_numbers=0)))
    assert reserve(hall).blocks == ()


def test_the_kiosk_is_told_the_days_on_which_tickets_are_given():
    days = reserve(new_hall()).days
    assert days[0] == TicketDay(TUESDAY, "07:30", "13:30")
    told = {day.day for day in days}
    assert TUESDAY + timedelta(days=1) in told
    assert date(2026, 11, 26) not in told, "a holiday"
    assert date(2026, 11, 27) not in told, "a Friday"
    assert len(days) == 9


def test_a_day_that_was_closed_by_hand_is_over():
    hall = staffed_hall()
    take(hall, "v1")
    hall.run(close_day, CloseDay("head"))
    assert TUESDAY not in {day.day for day in reserve(hall).days}
