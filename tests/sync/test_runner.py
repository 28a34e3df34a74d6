"""The loop: what is due when, and a thread that stops."""

from __future__ import annotations

import random
import threading
import uuid
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from contracts.centre.outbox_entry import DayDigest, OutboxEntry, encode_record
from contracts.centre.sync_api import LiveFigures, ServingElsewhere
from contracts.queue.places import Places
from sync.fakes.centre import MemoryCentre
from sync.fakes.hall import DAY, FakeClock, MemoryOutbox, visit_record
from sync.runner import (
    HEARTBEAT_S,
    LEARN_AGAIN_S,
    LEARN_S,
    LIVE_S,
    VERIFY_S,
    HallSide,
    SyncFiles,
    SyncNames,
    SyncRunner,
)
from sync.sender import IDLE_S
from sync.status_file import Standing
from sync.verdict import UplinkError
from tests.helpers.replacing import replace

NAMES = SyncNames("machine-1", "0.1.0")


class Hall:
    """A hall, a centre and a runner on a clock of the test's own."""

    def __init__(self) -> None:
        self.clock = FakeClock(datetime.combine(DAY, datetime.min.time(), tzinfo=UTC) + timedelta(hours=6))
        self.outbox, self.centre = MemoryOutbox(), MemoryCentre()
        self.asked = 0
        self.runner = SyncRunner(
            self.outbox, self.centre, NAMES, clock=self.clock, rng=random.Random(1), hall=HallSide(live=self._live)
        )

    def _live(self) -> LiveFigures:
        self.asked += 1
        return LiveFigures(self.clock.now(), counters_open=self.asked)

    def write(self, number: int) -> None:
        self.outbox.write(encode_record(visit_record(visit=str(uuid.UUID(int=number)))))

    def pass_time(self, seconds: float) -> None:
        """Let time pass the way the thread does: sleep until something is due, then do it."""
        end = self.clock.monotonic() + seconds
        while (wait := self.runner.turn()) + self.clock.monotonic() <= end:
            self.clock.advance(max(wait, 0.001))

    def pass_day(self) -> None:
        """Let a day pass in one step, as for a machine that slept, and then half a minute as the thread does."""
        self.clock.advance(VERIFY_S)
        self.pass_time(30)


def test_entries_go_within_the_idle_time_and_at_once_when_woken() -> None:
    hall = Hall()
    hall.runner.turn()
    hall.write(1)
    assert hall.runner.turn() <= IDLE_S
    assert hall.outbox.state().unsent == 1
    hall.runner.turn(woken=True)
    assert hall.outbox.state().unsent == 0
    hall.write(2)
    hall.clock.advance(IDLE_S)
    hall.runner.turn()
    assert hall.outbox.state().unsent == 0


class Earliest(random.Random):
    """Chance that always gives the least."""

    def uniform(self, a: float, _b: float) -> float:
        return a


def test_a_comparison_that_waits_for_entries_does_not_keep_the_thread_turning() -> None:
    hall = Hall()
    hall.runner = SyncRunner(hall.outbox, hall.centre, NAMES, clock=hall.clock, rng=Earliest())
    hall.clock.advance(0.01 * VERIFY_S - 1)
    while hall.runner.turn() == 0:
        pass  # until nothing is due: the comparison is in a second, the next batch in five
    hall.write(1)
    hall.clock.advance(2)
    assert hall.runner.turn() > 0


@pytest.mark.allow_logs
def test_being_woken_does_not_shorten_the_wait_after_a_failure() -> None:
    hall = Hall()
    hall.centre.fault = lambda: "gateway"
    hall.write(1)
    wait = hall.runner.turn()
    requests = hall.centre.requests
    assert hall.runner.turn(woken=True) == pytest.approx(wait)
    assert hall.centre.requests == requests
    hall.clock.advance(wait)
    hall.runner.turn()
    assert hall.centre.requests == requests + 1


def test_live_figures_and_heartbeats_go_by_themselves() -> None:
    hall = Hall()
    hall.pass_time(HEARTBEAT_S + 1)
    assert hall.centre.live is not None
    assert hall.centre.live.counters_open == hall.asked
    assert hall.asked == pytest.approx(HEARTBEAT_S / LIVE_S, abs=2)
    assert [beat.unsent for beat in hall.centre.beats] == [0, 0]


def test_places_go_beside_live_figures_while_there_is_something_to_tell() -> None:
    hall = Hall()
    waiting = [Places(hall.clock.now(), "western"), None, Places(hall.clock.now(), "arabic_indic")]
    hall.runner = SyncRunner(
        hall.outbox, hall.centre, NAMES, clock=hall.clock, hall=HallSide(live=hall._live, places=lambda: waiting.pop(0))
    )
    told = []
    while waiting:
        hall.runner.turn()
        told.append(hall.centre.places.digits if hall.centre.places else None)
        hall.clock.advance(LIVE_S)
    assert told == ["western", "western", "arabic_indic"]


@pytest.mark.allow_logs
def test_live_figures_are_dropped_while_the_centre_is_away() -> None:
    hall = Hall()
    hall.write(1)
    hall.centre.fault = lambda: "unreachable"
    hall.pass_time(3600)
    assert hall.asked == 0
    assert hall.centre.beats == []
    assert hall.centre.requests >= 12  # at least one try in five minutes


@pytest.mark.allow_logs
def test_once_a_day_the_days_that_differ_are_sent_again() -> None:
    hall = Hall()
    for number in range(5):
        hall.write(number)
    hall.pass_time(10)
    # Behind our back, as a bad restore of one table would.
    del hall.centre.visits[str(uuid.UUID(int=3))]
    hall.pass_day()
    assert len(hall.centre.visits) == 5
    assert hall.outbox.state().newest == 10


@pytest.mark.allow_logs
def test_a_day_that_cannot_be_mended_is_sent_again_only_once() -> None:
    hall = Hall()
    hall.write(1)
    hall.pass_time(10)
    ghost = visit_record(visit=str(uuid.UUID(int=99)))
    hall.centre.visits[ghost.visit] = ghost
    for _ in range(4):
        hall.pass_day()
    assert hall.outbox.state().newest == 2


def test_a_comparison_without_an_answer_waits_for_the_next_day() -> None:
    class Mute(MemoryCentre):
        def day_digests(self, first: date, last: date) -> Sequence[DayDigest]:
            raise UplinkError(f"no answer about {first} to {last}")

    hall = Hall()
    hall.runner = SyncRunner(hall.outbox, Mute(), NAMES, clock=hall.clock, rng=random.Random(1))
    hall.pass_day()
    assert hall.runner.status.state == "ok"
    with pytest.raises(UplinkError):
        hall.runner.verify()


@pytest.mark.allow_logs
def test_a_restart_goes_on_waiting_where_it_was_and_does_not_knock_anew(tmp_path: Path) -> None:
    hall, file = Hall(), Standing(tmp_path / "standing.json")
    hall.centre.fault = lambda: "gateway"
    hall.write(1)

    def restart() -> SyncRunner:
        return SyncRunner(
            hall.outbox, hall.centre, NAMES, clock=hall.clock, rng=random.Random(5), files=SyncFiles(standing=file)
        )

    hall.runner = restart()
    hall.pass_time(1800)
    tried, failures = hall.centre.requests, hall.runner.status.failures
    assert failures > 8
    hall.runner = restart()
    assert (hall.runner.status.state, hall.runner.status.failures) == ("away", failures)
    left = hall.runner.turn()
    assert 0 < left <= 300
    assert hall.centre.requests == tried
    hall.centre.fault = lambda: None
    hall.pass_time(left + 1)
    assert (hall.runner.status.state, hall.outbox.state().unsent) == ("ok", 0)
    kept = file.read()
    assert kept is not None
    assert (kept.state, kept.next_try_at) == ("ok", None)


def test_a_heartbeat_brings_the_clock_and_what_the_hall_adds() -> None:
    hall = Hall()
    hall.runner = SyncRunner(
        hall.outbox, hall.centre, NAMES, clock=hall.clock, rng=random.Random(1),
        hall=HallSide(beat=lambda beat: replace(beat, disk_free_mb=7)),
    )  # fmt: skip
    hall.runner.turn()
    assert [(beat.at, beat.disk_free_mb, beat.app) for beat in hall.centre.beats] == [(hall.clock.now(), 7, "0.1.0")]


LANDS = ServingElsewhere("A", 540, 300, 4)


def test_what_other_halls_know_is_asked_for_once_a_day() -> None:
    hall, told = Hall(), []
    hall.runner = SyncRunner(
        hall.outbox, hall.centre, NAMES, clock=hall.clock, rng=random.Random(1), hall=HallSide(learn=told.append)
    )  # fmt: skip
    hall.centre.elsewhere = (LANDS,)
    hall.pass_time(60)
    assert told == [(LANDS,)]
    hall.clock.advance(LEARN_S - 130)
    hall.pass_time(10)
    assert len(told) == 1
    hall.centre.elsewhere = ()
    hall.pass_time(180)
    assert told == [(LANDS,), ()]


def test_a_centre_that_knows_nothing_of_other_halls_is_asked_again_after_an_hour() -> None:
    class Older(MemoryCentre):
        def serving_elsewhere(self) -> Sequence[ServingElsewhere]:
            asked.append(1)
            raise UplinkError("404")

    hall, asked, told = Hall(), [], []
    hall.runner = SyncRunner(
        hall.outbox, Older(), NAMES, clock=hall.clock, rng=random.Random(1), hall=HallSide(learn=told.append)
    )
    hall.pass_time(LEARN_AGAIN_S + 60)
    assert (len(asked), told, hall.runner.status.state) == (2, [], "ok")


def test_the_thread_sends_when_woken_and_stops_when_told() -> None:
    delivered = threading.Event()

    class Telling(MemoryOutbox):
        def delivered(self, seq: int, stream: str) -> None:
            super().delivered(seq, stream)
            delivered.set()

    outbox, centre = Telling(), MemoryCentre()
    runner = SyncRunner(outbox, centre, NAMES)
    runner.start()
    outbox.write(encode_record(visit_record(visit=str(uuid.UUID(int=1)))))
    runner.wake()
    assert delivered.wait(60)
    runner.stop()
    assert "sync" not in {thread.name for thread in threading.enumerate()}
    assert centre.closed == 1


@pytest.mark.allow_logs
def test_a_hall_whose_disk_fails_neither_ends_the_thread_nor_hears_of_it(caplog: pytest.LogCaptureFixture) -> None:
    asked = threading.Event()

    class BadDisk(MemoryOutbox):
        def entries_after(self, seq: int, limit: int) -> Sequence[OutboxEntry]:
            asked.set()
            raise OSError(f"disk error after {seq}, {limit}")

    outbox = BadDisk()
    outbox.write(b"{}")
    runner = SyncRunner(outbox, MemoryCentre(), NAMES)
    runner.start()
    assert asked.wait(60)
    runner.stop()
    assert any("disk error" in str(record.exc_info) for record in caplog.records)
