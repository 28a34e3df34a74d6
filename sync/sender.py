"""Send one batch: plan it, send it, believe the answer or not, move the cursor."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never

from contracts.centre.batch import batch_name, build_batch, content_digest
from contracts.centre.outbox_entry import OutboxEntry
from contracts.centre.sync_api import MAX_COMPRESSED_BYTES
from sync.batch_plan import BatchSize, Idle, Send, StartOver, gapless, plan
from sync.packing import GZIP, chosen, pack
from sync.ports import Clock, Outbox, OutboxState, Reply, Uplink
from sync.quarantine import QuarantineList
from sync.retry import HOLD_S, delay_s
from sync.verdict import Busy, Delivered, Fork, Hold, Later, Rewind, Sent, Smaller, UplinkError, Verdict, judge

log = logging.getLogger(__name__)

IDLE_S = 5.0
FAULTS_BEFORE_NARROWING = 5
CORRECTIONS_BEFORE_WAITING = 3
PATIENCE_STEPS = 4
BUSY_BEFORE_AWAY = 30
"""After this many `busy` answers in a row the centre counts as away."""


@dataclass(frozen=True)
class SyncStatus:
    """How sync stands. `state` ok, away (it tries again) or held (a person must act; `reason` says why).

    `centre` is the centre's address; `inbox_…` as in `sync.downlink_poller.InboxStatus`.
    """

    state: str = "ok"
    reason: str = ""
    failures: int = 0
    last_delivery_at: datetime | None = None
    delivered: int = 0
    quarantined: int = 0
    next_try_at: datetime | None = None
    centre: str = ""
    inbox_taken: int = 0
    inbox_asked_at: datetime | None = None
    inbox_problem: str = ""
    inbox_unanswered: str = ""


class Sender:
    """Sends batches from an outbox, one `step` at a time; all state here may be lost, the outbox holds the truth.

    `instance` names this installation (the centre's lease goes by it); `status` is how it stood before a restart. Not
    thread-safe: one thread calls `step`.
    """

    def __init__(
        self,
        outbox: Outbox,
        uplink: Uplink,
        *,
        clock: Clock,
        rng: random.Random,
        instance: str,
        app: str,
        quarantine: QuarantineList,
        status: SyncStatus | None = None,
        forked: Callable[[], None] | None = None,
    ) -> None:
        self._outbox = outbox
        self._uplink = uplink
        self._clock = clock
        self._rng = rng
        self._instance = instance
        self._app = app
        self._quarantine = quarantine
        self._forked = forked
        self._size = BatchSize()
        self._opaque: frozenset[int] = frozenset()
        self._faults = 0
        self._suspect_until = 0
        self._corrections = 0
        self._coding: str | None = None
        self.patience = 0
        """How often in a row the centre has asked for patience."""
        self.status = replace(status or SyncStatus(), quarantined=len(quarantine))

    def step(self) -> float:
        """Send at most one batch and return the seconds to wait before the next step (0: at once)."""
        state = self._outbox.state()
        match plan(state, size=self._size.entries):
            case Idle():
                return IDLE_S
            case StartOver(reason):
                return self._correct(reason, new_stream=True)
            case Send(first, last):
                return self._send(state, first, last)
            case other:
                assert_never(other)

    def _send(self, state: OutboxState, first: int, last: int) -> float:
        entries = gapless(self._outbox.entries_after(first - 1, last - first + 1), first=first)
        if not entries:
            return self._failed(Later(f"the outbox does not give entry {first}"))
        content = self._pack(state, entries)
        if len(content) > MAX_COMPRESSED_BYTES and len(entries) > 1:
            self._size = BatchSize(len(entries)).halved()
            return 0.0
        sent = Sent(batch_name(first, entries[-1].seq), entries[-1].seq, content_digest(content))
        return self._act(judge(self._exchange(state.stream, sent, content), sent), state, entries)

    def _pack(self, state: OutboxState, entries: Sequence[OutboxEntry]) -> bytes:
        batch = build_batch(
            entries,
            start=state.start,
            previous=self._outbox.chain_at(entries[0].seq - 1),
            stream=state.stream,
            instance=self._instance,
            app=self._app,
            opaque=self._opaque,
        )
        return pack(batch, self._coding_in_use())

    def _coding_in_use(self) -> str:
        """Return what the centre said it reads; where it does not say, gzip, and ask again with the next batch."""
        if self._coding is None:
            try:
                self._coding = chosen(self._uplink.codings())
            except UplinkError:
                return GZIP
        return self._coding

    def _exchange(self, stream: str, sent: Sent, content: bytes) -> Reply | UplinkError:
        try:
            return self._uplink.send_batch(stream, sent.batch, content, sent.digest)
        except UplinkError as error:
            return error

    def _act(self, verdict: Verdict, state: OutboxState, entries: Sequence[OutboxEntry]) -> float:
        match verdict:
            case Delivered():
                return self._delivered(verdict, state)
            case Rewind(to):
                return self._rewind(to, state)
            case Fork():
                return self._fork()
            case Smaller():
                return self._too_large(len(entries))
            case Busy():
                return self._wait_for(verdict)
            case Later():
                return self._failed(self._narrow(verdict, entries))
            case Hold():
                self._tell(replace(self.status, state="held", reason=verdict.reason))
                return HOLD_S
            case other:
                assert_never(other)

    def _delivered(self, verdict: Delivered, state: OutboxState) -> float:
        # The list of refused entries is written first: after a power cut between the two the batch goes once more.
        at = self._clock.now()
        fresh = self._quarantine.add(state.stream, verdict.quarantined, at=at.isoformat())
        for refused in fresh:
            log.warning("the centre put entry %d into quarantine: %s", refused.seq, refused.reason)
        self._outbox.delivered(verdict.last, state.stream)
        self._size = self._size.grown()
        self._opaque = frozenset(seq for seq in self._opaque if seq > verdict.last)
        self._faults = self._corrections = self.patience = 0
        self._tell(SyncStatus(last_delivery_at=at, delivered=verdict.last, quarantined=len(self._quarantine)))
        return 0.0

    def _fork(self) -> float:
        if self._forked is not None:
            self._forked()
        return self._correct("the centre's history is not ours (a restored backup)", new_stream=True)

    def _rewind(self, to: int, state: OutboxState) -> float:
        if to > state.delivered:
            return self._failed(Later(f"the centre asks to go back to {to}, which is not back"))
        if to + 1 < max(state.oldest, state.start):
            return self._correct(f"the centre wants entry {to + 1} again, which is no longer kept", new_stream=True)
        self._outbox.rewind(to, state.stream)
        return self._correct(f"the centre has nothing after entry {to} (restored from its backup)", new_stream=False)

    def _correct(self, reason: str, *, new_stream: bool) -> float:
        self._corrections += 1
        if self._corrections > CORRECTIONS_BEFORE_WAITING:
            # Without this, a centre that contradicts itself would make us spin.
            self._corrections = 0
            return self._failed(Later(f"again and again: {reason}"))
        if new_stream:
            stream = self._outbox.new_stream()
            log.warning("all kept entries are sent again in the new stream %s: %s", stream, reason)
        else:
            log.warning("sending again: %s", reason)
        return 0.0

    def _too_large(self, entries: int) -> float:
        if entries == 1:
            return self._failed(Later("even one entry is too large for the centre, or for a proxy before it"))
        self._size = BatchSize(entries).halved()
        return 0.0

    def _narrow(self, verdict: Later, entries: Sequence[OutboxEntry]) -> Later:
        """Make the batch smaller where its size or one entry in it is the trouble; at last send that entry opaque."""
        if verdict.smaller:
            self._size = BatchSize(len(entries)).halved()
        if verdict.plain:
            self._coding = GZIP
        # Counted since the last delivery: what a bad network does in between clears no entry of suspicion.
        self._faults += verdict.centre_fault
        narrowing = self._faults >= FAULTS_BEFORE_NARROWING or entries[-1].seq <= self._suspect_until
        if not (verdict.centre_fault and narrowing):
            return verdict
        self._suspect_until = max(self._suspect_until, entries[-1].seq)
        if len(entries) == 1:
            self._opaque |= {entries[0].seq}
        self._size = BatchSize(len(entries)).halved()
        self.status = replace(self.status, failures=0)
        return verdict

    def _wait_for(self, verdict: Busy) -> float:
        self.patience += 1
        if self.patience > BUSY_BEFORE_AWAY:
            return self._failed(Later(verdict.reason, verdict.after_s))
        # The centre's own wait is random already: a little more is enough, or the last halls come minutes late.
        return delay_s(min(self.patience, PATIENCE_STEPS), self._rng, asked_s=verdict.after_s)

    def _failed(self, verdict: Later) -> float:
        failures = self.status.failures + 1
        self._tell(replace(self.status, state="away", reason=verdict.reason, failures=failures))
        return delay_s(failures, self._rng, asked_s=verdict.after_s)

    def _tell(self, status: SyncStatus) -> None:
        """Take a new status; log once when trouble begins and once when it ends."""
        before, self.status = self.status, status
        if before.state == status.state:
            return
        if status.state == "ok":
            log.info("the centre takes entries again")
        else:
            log.warning("entries wait here (%s): %s", status.state, status.reason)
