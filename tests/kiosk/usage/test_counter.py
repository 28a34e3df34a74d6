"""The kiosk's counters on their way to a hall: once, over an outage, a restart and a lost answer."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from contracts.devices.kiosk_use import UseKind
from kiosk.usage.counter import UseCounter
from kiosk.usage.file import FILE, Counted, UseFile
from kiosk.visitor.session import Session, Step
from qtkit.hall.addresses import HallAddresses
from qtkit.hall.calls import HallCalls
from qtkit.program.jobs import JobLane
from tests.helpers.fake_hall import FakeHall
from tests.helpers.replacing import replace

GONE = Session("ar")
SERVICES = replace(GONE, step=Step.SERVICES)
Begin = Callable[[], "Counting"]


class Counting:
    """A counter of a kiosk whose folder outlives it."""

    def __init__(self, hall: FakeHall, folder: Path, qtbot: QtBot) -> None:
        self._qtbot, self.lane = qtbot, JobLane()
        self.calls = HallCalls(HallAddresses([hall.url]), hall.token, time_out_ms=2000)
        self.file = UseFile(folder)
        now = lambda: datetime(2026, 11, 29, 9, tzinfo=UTC)  # noqa: E731 - one use
        self.counter = UseCounter(self.calls, "kiosk", self.file, self.lane, local_time=now, now_s=lambda: 0.0)

    def use(self) -> None:
        """Somebody touches the kiosk, walks away, and what that leaves is tried once."""
        self.counter.follow(SERVICES)
        self.counter.follow(GONE)
        self.settle()

    def send(self) -> None:
        """The hall is back."""
        self.counter.send()
        self.settle()

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: not self.counter._under_way and not self.calls._open)

    def kept(self, counted: Counted) -> None:
        """Wait until this is on the disk."""
        self._qtbot.waitUntil(lambda: self.file.load() == counted)

    def stop(self) -> None:
        self.settle()
        self.calls.stop()
        self.lane.stop()


@pytest.fixture
def begin(hall: FakeHall, qtbot: QtBot, tmp_path: Path) -> Iterator[Begin]:
    begun: list[Counting] = []

    def start() -> Counting:
        begun.append(Counting(hall, tmp_path / "own", qtbot))
        return begun[-1]

    yield start
    for counting in begun:
        counting.stop()


def started(hall: FakeHall) -> list[int]:
    """Return how many uses each report told."""
    return [sum(one.many for one in report.counts if one.kind is UseKind.STARTED) for report in hall.uses]


def test_each_use_is_reported_when_it_ends(hall: FakeHall, begin: Begin) -> None:
    counting = begin()
    counting.counter.follow(SERVICES)
    counting.settle()
    assert hall.uses == []
    counting.counter.follow(GONE)
    counting.use()
    assert sum(started(hall)) == 2


def test_an_untouched_screen_and_a_use_that_staff_interrupted_are_not_counted(hall: FakeHall, begin: Begin) -> None:
    counting = begin()
    counting.counter.follow(GONE)
    counting.counter.follow(SERVICES)
    counting.counter.drop()
    counting.counter.follow(GONE)
    counting.settle()
    assert hall.uses == []


def test_what_was_counted_while_the_hall_was_away_is_there_once_it_is_back(hall: FakeHall, begin: Begin) -> None:
    counting = begin()
    hall.stop()
    for _ in range(3):
        counting.use()
    hall.start()
    counting.send()
    assert started(hall) == [1, 2]


def test_what_was_counted_outlives_the_kiosks_program(hall: FakeHall, begin: Begin) -> None:
    counting = begin()
    hall.stop()
    counting.use()
    counting.use()
    counting.stop()
    hall.start()
    again = begin()
    again.send()
    assert started(hall) == [1, 1]
    again.kept(Counted())


def test_a_report_whose_answer_was_lost_keeps_its_id_over_a_restart(hall: FakeHall, begin: Begin) -> None:
    hall.lose_answers = 2
    counting = begin()
    counting.use()
    kept = counting.file.load().sent
    counting.stop()
    hall.keys.clear()  # a day later the hall has forgotten the idempotency key
    again = begin()
    again.send()
    assert kept is not None
    assert [report.report for report in hall.uses] == [kept.report]


def test_a_hall_that_does_not_know_the_token_for_now_loses_nothing(hall: FakeHall, begin: Begin) -> None:
    counting = begin()
    token, hall.token = hall.token, "another"
    counting.use()
    hall.token = token
    counting.send()
    assert started(hall) == [1]


def test_a_file_that_a_power_cut_tore_stops_nothing(
    hall: FakeHall, begin: Begin, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / FILE).write_text('{"sent": nu', encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        counting = begin()
    assert "cannot be read" in caplog.text
    caplog.clear()
    counting.use()
    assert started(hall) == [1]
