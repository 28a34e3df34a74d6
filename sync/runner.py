"""Run sync beside a hall: batches, live figures and the nightly comparison, in one thread that can be stopped."""

from __future__ import annotations

import logging
import random
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from common.clock.wall_clock import utc_now
from contracts.centre.sync_api import Heartbeat, LiveFigures, ServingElsewhere
from contracts.queue.places import Places
from sync.downlink_poller import InboxStatus, WayDown
from sync.ports import Clock, Outbox, Uplink
from sync.quarantine import QuarantineList
from sync.sender import Sender, SyncStatus
from sync.status_file import Standing, wait_left_s
from sync.verdict import UplinkError
from sync.verify import Comparison, DayDifference

log = logging.getLogger(__name__)

LIVE_S = 5.0
HEARTBEAT_S = 60.0
VERIFY_S = 24 * 3600.0
LEARN_S = 24 * 3600.0
DOWN_S = 20.0
"""Settings and inbox are asked for this often."""
LEARN_AGAIN_S = 3600.0
"""Other halls' serving times are asked for once a day, and after this where the centre did not answer."""
GATHER_S = 0.2
"""Commits that come close together leave in one batch; the hall's own work comes first meanwhile."""
FAULT_S = 30.0
KEEP_S = 60.0
"""While all goes well the standing is written this often at most."""


class SystemClock:
    """The machine's own time."""

    def now(self) -> datetime:
        """Return the wall time, aware UTC."""
        return utc_now()

    def monotonic(self) -> float:
        """Return seconds that never jump."""
        return time.monotonic()


@dataclass(frozen=True)
class SyncNames:
    """Who sends: the installation (see `sync.instance`), the program's version, and the centre's address."""

    instance: str
    app: str
    centre: str = ""


@dataclass(frozen=True)
class HallSide:
    """What sync reads from the hall and gives to it, on sync's own thread; None: the hall has no such part."""

    live: Callable[[], LiveFigures] | None = None
    """Return the live figures."""
    places: Callable[[], Places | None] | None = None
    """Return what visitors' pages show, None where nothing is new."""
    beat: Callable[[Heartbeat], Heartbeat] | None = None
    """Add to a heartbeat how the hall's machine is."""
    learn: Callable[[Sequence[ServingElsewhere]], None] | None = None
    """Take what other halls know."""
    forked: Callable[[], None] | None = None
    """The centre has another history of this hall."""
    down: WayDown | None = None
    """Fetches settings and inbox."""


@dataclass(frozen=True)
class SyncFiles:
    """What outlives a restart; without files it is in memory alone."""

    quarantine: QuarantineList = field(default_factory=QuarantineList)
    standing: Standing = field(default_factory=Standing)


class SyncRunner:
    """Keeps one hall in step with the centre. `start` makes the thread; `stop` ends it after the request in hand.

    `wake` may be called from any thread after a commit; it never shortens a wait after a failure. Whatever the centre
    does, the hall notices nothing.
    """

    def __init__(
        self,
        outbox: Outbox,
        uplink: Uplink,
        names: SyncNames,
        *,
        hall: HallSide | None = None,
        files: SyncFiles | None = None,
        clock: Clock | None = None,
        rng: random.Random | None = None,
    ) -> None:
        self._outbox, self._uplink, self._names, self._hall = outbox, uplink, names, hall or HallSide()
        self._clock = clock or SystemClock()
        self._rng = rng or random.SystemRandom()
        self._files = files or SyncFiles()
        self._comparison = Comparison(outbox, uplink, self._clock)
        before = self._files.standing.read()
        self._sender = Sender(
            outbox, uplink, clock=self._clock, rng=self._rng, instance=names.instance, app=names.app,
            quarantine=self._files.quarantine, status=before, forked=self._hall.forked,
        )  # fmt: skip
        self._kept_at = self._clock.monotonic() - KEEP_S
        self._next_live = self._next_heartbeat = self._next_learn = self._next_down = self._clock.monotonic()
        # A hall that is switched on again while the centre is away does not begin with short waits again.
        self._next_batch = self._clock.monotonic() + wait_left_s(before, self._clock.now())
        # Halls must not all compare at the same moment.
        self._next_verify = self._clock.monotonic() + self._rng.uniform(0.01, 0.1) * VERIFY_S
        self._ended = threading.Event()
        self._signal = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def status(self) -> SyncStatus:
        """How sync stands; may be read from any thread."""
        inbox = self._hall.down.inbox if self._hall.down else InboxStatus()
        return replace(
            self._sender.status,
            centre=self._names.centre,
            inbox_taken=inbox.taken,
            inbox_asked_at=inbox.asked_at,
            inbox_problem=inbox.problem,
            inbox_unanswered=inbox.unanswered,
        )

    def start(self) -> None:
        """Begin to run in a separate thread."""
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)
        self._thread.start()

    def stop(self, *, timeout_s: float = 5.0) -> None:
        """End the thread; a request still in hand is left to the process's end, which loses nothing."""
        self._ended.set()
        self._signal.set()
        if self._thread:
            self._thread.join(timeout_s)
            if not self._thread.is_alive():
                self._uplink.close()

    def wake(self) -> None:
        """Say that there are new entries."""
        self._signal.set()

    def turn(self, *, woken: bool = False) -> float:
        """Do what is due now and return the seconds until something is due again."""
        now = self._clock.monotonic()
        if (woken and self.status.state == "ok" and not self._sender.patience) or now >= self._next_batch:
            self._step()
        if self.status.state == "ok":
            self._tell_live(now)
            self._tell_heartbeat(now)
            self._verify_when_due(now)
            self._learn_when_due(now)
            if self._hall.down is not None and now >= self._next_down:
                self._next_down = now + DOWN_S
                before = self.status
                self._hall.down.turn()
                self._keep(before, self.status)
        due = [self._next_batch]
        if self.status.state == "ok":
            # The comparison is not among them: it waits until all entries have left, and each batch looks at it.
            due += [self._next_heartbeat, *([self._next_live] if self._hall.live else [])]
            due += [self._next_learn] if self._hall.learn else []
            due += [self._next_down] if self._hall.down else []
        return max(0.0, min(due) - self._clock.monotonic())

    def verify(self) -> tuple[DayDifference, ...]:
        """Compare the last 30 days with the centre and return the days that differ; UplinkError without an answer."""
        return self._comparison.differing()

    def _run(self) -> None:
        while not self._ended.is_set():
            woken = self._signal.is_set()
            if woken:
                self._ended.wait(GATHER_S)
            self._signal.clear()
            try:
                wait_s = self.turn(woken=woken)
            except Exception:
                # The thread's top: a bug or a broken disk here must neither end sync for good nor reach the hall.
                log.exception("sync failed and goes on in %d s", FAULT_S)
                wait_s = FAULT_S
                self._next_batch = self._clock.monotonic() + FAULT_S
            self._signal.wait(wait_s)

    def _step(self) -> None:
        before = self.status
        wait_s = self._sender.step()
        self._next_batch = self._clock.monotonic() + wait_s
        status = self.status
        if status.state != "ok":
            status = replace(status, next_try_at=self._clock.now() + timedelta(seconds=wait_s))
        self._keep(before, status)

    def _keep(self, before: SyncStatus, status: SyncStatus) -> None:
        """Write the standing to its file: at once in trouble and at the inbox's first answer, else once in `KEEP_S`."""
        trouble = status.state != "ok" or before.state != "ok" or status.inbox_problem != before.inbox_problem
        trouble = trouble or status.inbox_unanswered != before.inbox_unanswered
        first = before.inbox_asked_at is None and status.inbox_asked_at is not None
        due = self._clock.monotonic() - self._kept_at >= KEEP_S
        if status != before and (due or trouble or first):
            self._files.standing.keep(status)
            self._kept_at = self._clock.monotonic()

    def _tell_live(self, now: float) -> None:
        if self._hall.live and now >= self._next_live:
            self._uplink.send_live(self._hall.live())
            self._next_live = now + LIVE_S
            places = self._hall.places() if self._hall.places else None
            if places is not None:
                self._uplink.send_places(places)

    def _tell_heartbeat(self, now: float) -> None:
        if now < self._next_heartbeat:
            return
        state = self._outbox.state()
        oldest = state.oldest_unsent_at
        age_s = int((self._clock.now() - oldest).total_seconds()) if oldest else None
        beat = Heartbeat(
            state.unsent,
            age_s,
            self._names.app,
            at=self._clock.now(),
            quarantined=self.status.quarantined,
            inbox_problem=self.status.inbox_problem,
        )
        self._uplink.send_heartbeat(self._hall.beat(beat) if self._hall.beat else beat)
        self._next_heartbeat = now + HEARTBEAT_S

    def _learn_when_due(self, now: float) -> None:
        if self._hall.learn is None or now < self._next_learn:
            return
        self._next_learn = now + LEARN_AGAIN_S
        try:
            found = self._uplink.serving_elsewhere()
        except UplinkError:
            return
        self._next_learn = now + LEARN_S
        self._hall.learn(found)

    def _verify_when_due(self, now: float) -> None:
        if now < self._next_verify or self._outbox.state().unsent:
            return
        self._next_verify = now + VERIFY_S
        with suppress(UplinkError):
            self._comparison.send_again()
