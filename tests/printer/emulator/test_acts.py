from __future__ import annotations

import pytest

from printer.emulator.acts import ACTS, Order, OrderError, carry_out, checked, parse
from printer.emulator.hardware.build import Build
from printer.emulator.hardware.mechanism import MemoryPrinter


@pytest.mark.parametrize("word", sorted(ACTS))
def test_every_word_is_an_act_that_can_be_done_at_any_time(word: str) -> None:
    printer = MemoryPrinter(Build(presenter=True))
    carry_out(parse(word), printer)
    assert printer.take(b"\x1bJ\x01") in (0, 3)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("dance", "'dance' is unknown; the words are: cover-close, cover-open"),
        ("", "'' is unknown; the words are"),
        ("paper-low much", "'much' is not a number"),
        ("paper-low 3 4", "too long"),
        ("refill -3", "below 0"),
        ("silent after x", "'x' is not a number"),
        ("silent after inf", "'inf' is not a number"),
        ("refill nan", "'nan' is not a number"),
        ("refill 1e300", "at most 1000000 mm"),
    ],
)
def test_what_is_no_order_is_refused_with_the_reason(line: str, problem: str) -> None:
    with pytest.raises(OrderError, match=problem):
        parse(line)


def test_an_order_for_later_waits_for_its_bytes() -> None:
    printer = MemoryPrinter()
    carry_out(parse("cover-open after 5"), printer)
    printer.take(b"\x1bJ\x01")
    assert not printer.sensors.cover_open
    printer.take(b"\x1bJ\x01")
    assert printer.sensors.cover_open


def test_paper_is_ordered_by_the_millimetre() -> None:
    printer = MemoryPrinter()
    carry_out(Order("paper-low", 30.0), printer)
    assert printer.roll.left_dots == 240
    carry_out(parse("refill 100"), printer)
    assert printer.roll.left_dots == 800


def test_an_order_made_by_a_program_is_checked_too() -> None:
    with pytest.raises(OrderError, match="below 0"):
        checked(Order("silent", after_bytes=-1))


@pytest.mark.parametrize("amount", [float("inf"), float("nan"), 10**400])
def test_paper_without_end_is_no_order(amount: float) -> None:
    with pytest.raises(OrderError, match="at most 1000000 mm"):
        checked(Order("refill", amount))


def test_the_wrong_roll_has_its_own_width() -> None:
    printer = MemoryPrinter()
    carry_out(parse("roll-58"), printer)
    assert printer.roll.dots == 384
    carry_out(parse("refill"), printer)
    assert printer.roll.dots == 576
