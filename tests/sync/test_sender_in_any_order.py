"""A hall and a centre under every fault, in any order: each record arrives once."""

from __future__ import annotations

import random
import uuid

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from contracts.centre.batch import read_opaque
from contracts.centre.outbox_entry import encode_record
from sync.fakes.centre import FAULTS, MemoryCentre
from sync.fakes.hall import MemoryOutbox, visit_record
from tests.helpers.speeds import examples
from tests.sync.sending import agree, make_sender, send_all


class HallAndCentre(RuleBasedStateMachine):
    """A hall and a centre under every fault, restored from their backups at any moment."""

    @initialize(seed=st.integers(0, 2**32))
    def begin(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.outbox, self.centre = MemoryOutbox(), MemoryCentre()
        self.sender = make_sender(self.outbox, self.centre, seed=seed)
        self.written: set[str] = set()
        self.acknowledged: set[str] = set()
        self.poison: set[bytes] = set()
        self.hall_backup: MemoryOutbox | None = None
        self.centre_backup: MemoryCentre | None = None
        self.hall_restored = self.centre_restored = False

    @rule(count=st.integers(1, 60))
    def visitors_leave(self, count: int) -> None:
        for _ in range(count):
            visit = str(uuid.UUID(int=self.rng.getrandbits(128), version=4))
            self.outbox.write(encode_record(visit_record(visit=visit)))
            self.written.add(visit)

    @rule()
    def a_visit_is_corrected(self) -> None:
        visits = sorted(self.outbox.visits().values(), key=lambda record: record.visit)
        if visits:
            old = self.rng.choice(visits)
            self.outbox.write(encode_record(visit_record(visit=old.visit, rev=old.rev + 1)))

    @rule(body=st.binary(max_size=20))
    def something_unreadable_is_written(self, body: bytes) -> None:
        self.outbox.write(body)
        self.poison.add(body)

    @rule(steps=st.integers(1, 6), fault=st.sampled_from([None, None, None, *FAULTS]))
    def sync_runs(self, steps: int, fault: str | None) -> None:
        faults = iter([fault])
        self.centre.fault = lambda: next(faults, None)
        for _ in range(steps):
            self.sender.step()
        self.acknowledged |= self.centre.visits.keys()

    @rule()
    def the_hall_service_restarts(self) -> None:
        self.sender = make_sender(self.outbox, self.centre, seed=self.rng.getrandbits(16))

    @rule()
    def the_hall_is_backed_up(self) -> None:
        self.hall_backup = self.outbox.backup()

    @precondition(lambda self: self.hall_backup)
    @rule()
    def the_hall_is_restored(self) -> None:
        assert self.hall_backup
        self.outbox.restore(self.hall_backup)
        self.hall_restored = True

    @rule(count=st.integers(1, 60))
    def the_hall_loses_a_busy_hour(self, count: int) -> None:
        self.the_hall_is_backed_up()
        self.visitors_leave(count)
        self.sync_runs(4, None)
        self.the_hall_is_restored()

    @rule(count=st.integers(1, 60))
    def the_centre_loses_a_busy_hour(self, count: int) -> None:
        self.the_centre_is_backed_up()
        self.visitors_leave(count)
        self.sync_runs(4, None)
        self.the_centre_is_restored()

    @rule()
    def the_centre_is_backed_up(self) -> None:
        self.centre_backup = self.centre.backup()

    @precondition(lambda self: self.centre_backup)
    @rule()
    def the_centre_is_restored(self) -> None:
        assert self.centre_backup
        self.centre.restore(self.centre_backup)
        self.centre_restored = True

    @rule()
    def delivered_entries_grow_old(self) -> None:
        # 35 days on, both backups are older than anybody would use.
        self.outbox.prune(self.outbox.state().delivered)
        self.hall_backup = self.centre_backup = None
        if self.centre_restored or self.hall_restored:
            self.acknowledged = set(self.centre.visits)

    def teardown(self) -> None:
        if not hasattr(self, "outbox"):
            return
        self.centre.fault = lambda: None
        # A centre restored behind our back is noticed with the next entry (or by the nightly comparison).
        self.visitors_leave(1)
        send_all(self.sender, self.outbox)
        here, there = self.outbox.visits(), self.centre.visits
        assert there.keys() <= self.written, "the centre has a visit that nobody made"
        for visit, record in here.items():
            assert there[visit].rev >= record.rev, "the centre lacks what the hall stands by"
        if not self.centre_restored:
            assert self.acknowledged <= there.keys(), "an acknowledged visit is gone"
        bodies = {read_opaque(line)[0] if read_opaque(line) else line for line in self.centre.quarantine.values()}
        assert bodies <= self.poison, "a good record lies in quarantine"
        kept = {entry.body for entry in self.outbox.entries_after(0, 10**6)} & self.poison
        assert kept <= bodies, "an unreadable entry was dropped"
        if not (self.hall_restored or self.outbox.state().oldest > 1):
            assert agree(self.outbox, self.centre)


TestHallAndCentre = pytest.mark.allow_logs(HallAndCentre.TestCase)
HallAndCentre.TestCase.settings = settings(max_examples=examples(60), stateful_step_count=30, deadline=None)
