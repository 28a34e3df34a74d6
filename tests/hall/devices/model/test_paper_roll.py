"""What a roll of paper teaches, and what it is good for."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall.devices.model.paper_roll import CAREFUL_RESERVE_MM, LONGEST_ROLL_MM, PaperRoll
from hall.kernel.ids import DeviceId

NINE = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)


def new_roll() -> PaperRoll:
    return PaperRoll(DeviceId("k1")).changed(NINE, "Salim")


def after(roll: PaperRoll, tickets: int, ticket_mm: int = 100) -> PaperRoll:
    for _ in range(tickets):
        roll = roll.printed(ticket_mm)
    return roll


def test_nobody_can_say_before_anything_was_printed() -> None:
    assert new_roll().tickets_left is None
    assert new_roll().saw_low().tickets_left is None


def test_a_first_roll_says_nothing_until_its_sensor_speaks_and_then_a_careful_reserve() -> None:
    roll = after(new_roll(), 10)
    assert roll.tickets_left is None
    assert roll.saw_low().tickets_left == CAREFUL_RESERVE_MM // 100
    assert after(roll.saw_low(), 4).tickets_left == CAREFUL_RESERVE_MM // 100 - 4


def test_a_roll_followed_from_change_to_end_teaches_length_and_reserve() -> None:
    ended = after(after(new_roll(), 700).saw_low(), 50).saw_end()
    assert ended.tickets_left == 0
    assert (ended.roll_mm, ended.reserve_mm) == (75_000, 5_000)
    fresh = ended.changed(NINE, "Maryam")
    assert fresh.tickets_left == 750
    assert after(fresh, 100).tickets_left == 650
    assert after(fresh, 710).saw_low().tickets_left == 50
    assert (fresh.changed_by, fresh.used_mm, fresh.tickets) == ("Maryam", 0, 0)


def test_a_roll_that_was_in_already_teaches_no_length() -> None:
    ended = after(PaperRoll(DeviceId("k1")), 20).saw_end()
    assert ended.roll_mm is None
    assert ended.changed(NINE, None).tickets_left is None


def test_more_than_a_roll_holds_teaches_nothing_because_a_change_went_unseen() -> None:
    roll = after(new_roll(), LONGEST_ROLL_MM // 100 + 1).saw_end()
    assert roll.roll_mm is None


def test_the_end_said_twice_teaches_once_and_a_wavering_sensor_speaks_first_only_once() -> None:
    low = after(new_roll(), 5).saw_low()
    assert after(low, 5).saw_low().low_at_mm == low.low_at_mm == 500
    ended = after(low, 5).saw_end()
    assert ended.saw_end() == ended


def test_a_new_roll_of_another_length_moves_the_estimate_a_quarter_of_the_way() -> None:
    once = after(new_roll(), 400).saw_end()
    twice = after(once.changed(NINE, None), 800).saw_end()
    assert twice.roll_mm == pytest.approx(50_000)


@given(st.lists(st.tuples(st.sampled_from(["print", "low", "end", "change"]), st.integers(40, 300)), max_size=60))
def test_whatever_happens_the_estimate_is_never_negative_and_falls_while_nothing_is_put_in(
    acts: list[tuple[str, int]],
) -> None:
    roll = new_roll()
    for act, mm in acts:
        before = roll.tickets_left
        match act:
            case "print":
                roll = roll.printed(mm)
            case "low":
                roll = roll.saw_low()
            case "end":
                roll = roll.saw_end()
                assert roll.tickets_left == 0
            case "change":
                roll = roll.changed(NINE, None)
                assert (roll.used_mm, roll.tickets, roll.ended) == (0, 0, False)
        left = roll.tickets_left
        assert left is None or left >= 0
        if act == "print" and before is not None and roll.ticket_mm == mm:
            assert left is not None
            assert left <= before
