"""For whom a wrong PIN counts, and which locks the hall head hears of."""

from __future__ import annotations

from datetime import timedelta

from hall.kernel.moment import Moment
from hall.people.commands.count_wrong_pins import PinTry, begin_try, locked_pins, right_try, subject_of, wait_for_try
from hall.people.model.wrong_pins import AGENT_TRIES, DEVICE_TRIES, PinTries
from tests.helpers.example_hall import NINE
from tests.helpers.memory_stores import MemoryPinTries

NOW = Moment(NINE, 1, "b1")
PC = "device:d1"


def memory() -> MemoryPinTries:
    return MemoryPinTries({})


def test_a_try_counts_for_the_agent_and_for_the_device() -> None:
    store = memory()
    locks = [begin_try(PinTry("said", PC), store, NOW) for _ in range(AGENT_TRIES)]
    assert locks == [False] * (AGENT_TRIES - 1) + [True]
    assert wait_for_try(PinTry("said", "device:d2"), store, NOW) == 300
    assert wait_for_try(PinTry("noor", PC), store, NOW) == 0
    for _ in range(DEVICE_TRIES - AGENT_TRIES):
        begin_try(PinTry(None, PC), store, NOW)
    assert wait_for_try(PinTry("noor", PC), store, NOW) == 300


def test_a_right_pin_clears_the_agent_and_takes_one_try_from_the_device() -> None:
    store = memory()
    for _ in range(3):
        begin_try(PinTry("said", PC), store, NOW)
    right_try(PinTry("said", PC), store, begun_at=NINE, before=NINE)
    assert (store.of("agent:said").wrong, store.of(PC).wrong) == (0, 2)


def test_a_device_with_right_pins_alone_leaves_nothing_behind() -> None:
    store = memory()
    begin_try(PinTry("said", PC), store, NOW)
    right_try(PinTry("said", PC), store, begun_at=NOW.at, before=None)
    assert store.of(PC) == PinTries()


def test_the_head_hears_from_the_second_lock_on_and_for_a_day() -> None:
    twice = PinTries(5, 2, NINE + timedelta(minutes=10), NINE)
    store = MemoryPinTries(
        {"agent:said": twice, PC: twice, "staff:reception/Door": twice, "agent:noor": PinTries(5, 1, NINE, NINE)}
    )
    told = locked_pins(store, NOW)
    assert [(one.agent, one.device, one.name) for one in told] == [
        ("said", None, None), (None, "d1", None), (None, None, "Door"),
    ]  # fmt: skip
    assert locked_pins(store, Moment(NINE + timedelta(hours=25), 1, "b1")) == ()


def test_a_long_name_still_has_a_place_in_the_table() -> None:
    assert len(subject_of("staff", "x" * 500)) <= 120
