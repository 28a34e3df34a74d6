from __future__ import annotations

import sys
import threading

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from pytestqt.qtbot import QtBot

from qtkit.program.jobs import JobLane, OneThread
from tests.helpers.hand_driven import HandDriven


def test_the_result_comes_back_on_the_owning_thread(qtbot: QtBot) -> None:
    lane, seen = JobLane(OneThread()), []
    lane.submit(threading.get_ident, lambda value, error: seen.append((value, error, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(seen))
    worker, error, here = seen[0]
    assert error is None
    assert here == threading.get_ident() != worker
    lane.stop()


def test_work_is_done_in_order_by_one_thread(qtbot: QtBot) -> None:
    lane, began, ended = JobLane(OneThread()), [], []
    for number in range(20):
        lane.submit(
            lambda number=number: began.append((number, threading.get_ident())) or number, lambda v, _: ended.append(v)
        )
    qtbot.waitUntil(lambda: len(ended) == 20)
    assert ended == [number for number, _ in began] == list(range(20))
    assert len({thread for _, thread in began}) == 1
    lane.stop()


def test_what_work_raises_is_handed_over_and_the_lane_goes_on(qtbot: QtBot) -> None:
    lane, seen = JobLane(OneThread()), []
    fault = OSError("no such device")

    def fail() -> None:
        raise fault

    lane.submit(fail, lambda value, error: seen.append((value, error)))
    lane.submit(lambda: "fine", lambda value, error: seen.append((value, error)))
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == [(None, fault), ("fine", None)]
    lane.stop()


def test_nothing_is_delivered_before_the_event_loop_turns(qapp: QCoreApplication) -> None:
    executor, seen = HandDriven(), []
    lane = JobLane(executor)
    lane.submit(lambda: 1, lambda value, _: seen.append(value))
    executor.step()
    assert seen == []
    qapp.processEvents()
    assert seen == [1]


def test_a_stopped_lane_delivers_nothing_and_takes_nothing(qapp: QCoreApplication) -> None:
    executor, seen = HandDriven(), []
    lane = JobLane(executor)
    lane.submit(lambda: 1, lambda value, _: seen.append(value))
    executor.step()
    lane.stop()
    lane.submit(lambda: 2, lambda value, _: seen.append(value))
    qapp.processEvents()
    assert (seen, executor.stopped, executor.waiting) == ([], True, [])


def test_progress_posted_from_the_worker_arrives_before_the_result(qtbot: QtBot) -> None:
    lane, seen = JobLane(OneThread()), []

    def work() -> str:
        lane.post(lambda: seen.append("half"))
        return "whole"

    lane.submit(work, lambda value, _: seen.append(value))
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == ["half", "whole"]
    lane.stop()


def test_stopping_waits_for_the_work_that_runs() -> None:
    lane, entered, done = JobLane(OneThread()), threading.Event(), []
    lane.submit(lambda: (entered.set(), done.append(1)), lambda *_: None)
    assert entered.wait(60)
    lane.stop()
    assert done == [1]


class _Speaker(QObject):
    said = Signal(bool)


@pytest.mark.parametrize("value", [None, True])
def test_void_calls_and_signals_leak_no_reference(qapp: QCoreApplication, value: object) -> None:
    """PySide6 6.12 on Python 3.11 loses one reference of None or True at each call and ends in an abort."""
    timer, speaker = QTimer(), _Speaker()
    before = sys.getrefcount(value)
    for _ in range(500):
        timer.setSingleShot(True)
        speaker.said.emit(True)
    assert abs(sys.getrefcount(value) - before) < 100
