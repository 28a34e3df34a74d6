"""Tasks are done when they are due, whatever happened to the others."""

from __future__ import annotations

import threading

import pytest

from hall.platform.scheduler import PeriodicTask, Scheduler


class Hand:
    """A clock that moves when told."""

    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def test_each_chore_is_done_at_its_own_times() -> None:
    done: list[tuple[str, float]] = []
    clock = Hand()
    looks = PeriodicTask("look", 10, lambda: done.append(("look", clock() - 100)))
    copies = PeriodicTask("copy", 25, lambda: done.append(("copy", clock() - 100)), first_s=5)
    tasks = Scheduler([looks, copies], clock)
    for _ in range(5):
        clock.now_s += tasks.run_due()
    assert done == [("look", 0), ("copy", 5), ("look", 10), ("look", 20), ("look", 30), ("copy", 30)]


def test_what_belongs_to_the_end_is_done_once_more_when_the_hall_stops() -> None:
    done: list[str] = []
    mark = PeriodicTask("mark", 5, lambda: done.append("mark"), first_s=5, at_end=True)
    Scheduler([mark, PeriodicTask("look", 5, lambda: done.append("look"), first_s=5)], Hand()).stop()
    assert done == ["mark"]


@pytest.mark.allow_logs
def test_a_chore_that_fails_is_logged_once_and_tried_again(caplog: pytest.LogCaptureFixture) -> None:
    clock, tries = Hand(), []

    def fail_twice() -> None:
        tries.append(clock())
        if len(tries) < 3:
            raise OSError("no space left")

    done: list[float] = []
    tasks = Scheduler(
        [PeriodicTask("copy", 10, fail_twice), PeriodicTask("look", 10, lambda: done.append(clock()))], clock
    )
    tasks.run_due()
    assert tasks.failing == {"copy"}
    for _ in range(2):
        clock.now_s += 10
        tasks.run_due()
    assert tasks.failing == frozenset()
    assert len(done) == 3
    assert [record.message for record in caplog.records] == ["copy failed; it is tried again every 10 s"]


def test_the_thread_ends_when_told() -> None:
    did = threading.Event()
    tasks = Scheduler([PeriodicTask("a", 1000, did.set)])
    tasks.start()
    assert did.wait(60)
    tasks.stop()
    assert not tasks._thread.is_alive()


def test_chores_that_never_began_can_be_stopped() -> None:
    Scheduler([PeriodicTask("a", 1, lambda: None)]).stop()
