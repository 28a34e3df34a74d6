"""What a printer says of its paper moves the roll, and a roll nobody spoke of is noticed."""

from __future__ import annotations

from hall.calendar.facts import PaperChanged
from hall.devices.commands.watch_paper import watch_paper
from hall.kernel.ids import DeviceId
from tests.helpers.example_hall import staffed_hall
from tests.helpers.memory_work import MemoryHall

K1 = DeviceId("kiosk-1")


def told(hall: MemoryHall, *papers: str | None) -> list[PaperChanged]:
    for paper in papers:
        hall.run(lambda paper, *, work, now: watch_paper(K1, paper, work=work, now=now), paper)
    return [fact for fact in hall.facts if isinstance(fact, PaperChanged)]


def test_low_and_end_are_kept_on_the_roll() -> None:
    hall = staffed_hall()
    assert told(hall, "ok", "low", "out", "out") == []
    roll = hall.work().papers.roll(K1)
    assert (roll.low_at_mm, roll.ended) == (0, True)


def test_paper_after_its_end_is_a_new_roll_even_when_nobody_said_so() -> None:
    hall = staffed_hall()
    assert told(hall, "out", "ok", "ok") == [PaperChanged(K1, None, 0, 0, None)]
    roll = hall.work().papers.roll(K1)
    assert (roll.ended, roll.changed_by) == (False, None)
    assert roll.changed_at is not None


def test_a_new_roll_that_is_low_at_once_is_low() -> None:
    hall = staffed_hall()
    assert len(told(hall, "out", "low")) == 1
    assert hall.work().papers.roll(K1).low_at_mm == 0


def test_a_wavering_near_end_sensor_is_no_new_roll() -> None:
    assert told(staffed_hall(), "low", "ok", "low", "ok") == []


def test_a_printer_that_cannot_say_changes_nothing() -> None:
    hall = staffed_hall()
    assert told(hall, "unknown", None) == []
    assert hall.work().papers.all() == {}
