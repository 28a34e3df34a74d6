from __future__ import annotations

from tests.helpers.hand_driven import HandClock, HandDriven


def test_work_waits_until_it_is_stepped_and_keeps_its_order() -> None:
    executor, done = HandDriven(), []
    executor.run(lambda: done.append(1))
    executor.run(lambda: done.append(2))
    assert done == []
    executor.step()
    assert done == [1]
    executor.run_all()
    assert done == [1, 2]


def test_a_stopped_executor_forgets_what_waits() -> None:
    executor = HandDriven()
    executor.run(lambda: None)
    executor.stop()
    assert (executor.stopped, executor.waiting) == (True, [])


def test_the_clock_moves_by_hand_only() -> None:
    clock = HandClock(5.0)
    assert (clock(), clock()) == (5.0, 5.0)
    clock.pass_s(1.5)
    assert clock() == 6.5
