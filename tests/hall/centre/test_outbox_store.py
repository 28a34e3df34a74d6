"""The outbox as sync sees it: numbers, chain, cursor, streams, digests, pruning."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select, text

from contracts.centre.outbox_entry import GENESIS, VisitRecord, day_digest, decode_record, link
from contracts.words.hall import Outcome
from hall.centre.outbox_store import KEPT
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.kernel.ids import AgentId, CounterId, VisitId
from hall.platform.db.tables.core import outbox
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.finish import Finish, finish
from hall.queue.commands.reception.cancel import Cancel, cancel
from hall.queue.commands.reception.undo import Undo, undo
from sync.ports import Outbox
from tests.helpers.example_hall import TUESDAY
from tests.helpers.stored_hall import StoredHall


def end_visits(stored_hall: StoredHall, number: int) -> None:
    for at in range(1, number + 1):
        stored_hall.issue(visit=f"e{at}")
        stored_hall.run(cancel, Cancel(VisitId(f"e{at}"), "head"))


def test_it_is_what_sync_asks_for(stored_hall: StoredHall) -> None:
    port: Outbox = stored_hall.store.outbox
    state = port.state()
    assert (state.start, state.delivered, state.oldest, state.newest, state.unsent) == (1, 0, 1, 0, 0)
    assert port.chain_at(0) == GENESIS
    assert port.entries_after(0, 10) == []


@pytest.mark.dialect
def test_entries_are_numbered_without_gap_and_chained(stored_hall: StoredHall) -> None:
    end_visits(stored_hall, 4)
    entries = stored_hall.store.outbox.entries_after(0, 10)
    assert [entry.seq for entry in entries] == [1, 2, 3, 4]
    before = GENESIS
    for entry in entries:
        assert entry.chain == link(before, entry.body)
        before = entry.chain
    assert stored_hall.store.outbox.chain_at(4) == before
    assert [entry.seq for entry in stored_hall.store.outbox.entries_after(1, 2)] == [2, 3]


@pytest.mark.dialect
def test_a_refused_command_leaves_no_gap_in_the_outbox(stored_hall: StoredHall) -> None:
    end_visits(stored_hall, 1)

    def told_then_undone(work, now) -> None:
        cancel(Cancel(VisitId("later"), "head"), work=work, now=now)
        raise ZeroDivisionError

    stored_hall.issue(visit="later")
    with pytest.raises(ZeroDivisionError):
        stored_hall.do(told_then_undone)
    stored_hall.run(cancel, Cancel(VisitId("later"), "head"))
    assert [entry.seq for entry in stored_hall.store.outbox.entries_after(0, 10)] == [1, 2]


def test_the_cursor_moves_forward_and_back_within_its_stream(stored_hall: StoredHall) -> None:
    end_visits(stored_hall, 4)
    port, stream = stored_hall.store.outbox, stored_hall.store.outbox.state().stream
    port.delivered(3, stream)
    assert (port.state().delivered, port.state().unsent) == (3, 1)
    port.delivered(2, stream)
    port.delivered(4, "another stream")
    assert port.state().delivered == 3
    port.delivered(99, stream)
    assert port.state().delivered == 4, "nobody has delivered what there is not"
    port.rewind(1, stream)
    assert port.state().delivered == 1
    port.rewind(-5, stream)
    assert port.state().delivered == 0
    stored_hall.reopen()
    assert stored_hall.store.outbox.state().delivered == 0


def test_a_new_stream_sends_everything_kept_again(stored_hall: StoredHall) -> None:
    end_visits(stored_hall, 3)
    port, old = stored_hall.store.outbox, stored_hall.store.outbox.state().stream
    port.delivered(3, old)
    fresh = port.new_stream()
    state = port.state()
    assert fresh == state.stream != old
    assert (state.start, state.delivered, state.unsent) == (1, 0, 3)
    port.delivered(3, old)
    assert port.state().delivered == 0


def test_the_oldest_unsent_entry_has_its_age(stored_hall: StoredHall) -> None:
    end_visits(stored_hall, 2)
    port = stored_hall.store.outbox
    first = stored_hall.clock.now().at - timedelta(seconds=2)
    assert port.state().oldest_unsent_at == first
    port.delivered(2, port.state().stream)
    assert port.state().oldest_unsent_at is None


def test_day_digests_count_each_visit_at_its_highest_revision(stored_hall: StoredHall) -> None:
    stored_hall.run(sign_in, SignIn("s1", CounterId(1), AgentId("said")))
    stored_hall.issue(visit="a")
    stored_hall.issue(visit="b")
    stored_hall.run(cancel, Cancel(VisitId("b"), "head"))
    stored_hall.run(call_next, CallNext(CounterId(1)))
    stored_hall.run(begin_serving, BeginServing(CounterId(1)))
    stored_hall.run(finish, Finish(CounterId(1), Outcome.COMPLETED))
    stored_hall.run(undo, Undo(VisitId("a"), "head"))
    stored_hall.run(finish, Finish(CounterId(1), Outcome.REFERRED))
    newest = {}
    for entry in stored_hall.store.outbox.entries_after(0, 99):
        record, _ = decode_record(entry.body)
        if isinstance(record, VisitRecord):
            newest[record.visit] = record.rev
    assert newest["a"] == 2
    (digest,) = stored_hall.store.outbox.day_digests(TUESDAY, TUESDAY)
    assert (digest.service_day, digest.visits, digest.digest) == (TUESDAY, 2, day_digest(newest.items()))
    assert stored_hall.store.outbox.day_digests(TUESDAY + timedelta(days=1), TUESDAY + timedelta(days=9)) == []


def test_a_day_can_be_queued_again(stored_hall: StoredHall) -> None:
    end_visits(stored_hall, 3)
    port = stored_hall.store.outbox
    before = port.day_digests(TUESDAY, TUESDAY)
    assert port.requeue(TUESDAY) == 3
    entries = port.entries_after(0, 99)
    assert [entry.seq for entry in entries] == [1, 2, 3, 4, 5, 6]
    assert sorted(entry.body for entry in entries[:3]) == sorted(entry.body for entry in entries[3:])
    assert entries[3].chain == link(entries[2].chain, entries[3].body)
    assert port.day_digests(TUESDAY, TUESDAY) == before
    assert port.requeue(TUESDAY + timedelta(days=1)) == 0


@pytest.mark.dialect
def test_only_delivered_entries_older_than_35_days_go(stored_hall: StoredHall) -> None:
    end_visits(stored_hall, 4)
    port = stored_hall.store.outbox
    port.delivered(2, port.state().stream)
    assert port.prune() == 0
    stored_hall.clock.advance((KEPT + timedelta(days=1)).total_seconds())
    chain = port.chain_at(2)
    assert port.prune() == 2
    state = port.state()
    assert (state.oldest, state.newest, state.unsent) == (3, 4, 2)
    assert port.chain_at(2) == chain
    with pytest.raises(LookupError, match="at 1"):
        port.chain_at(1)
    with pytest.raises(LookupError):
        port.chain_at(5)


def test_what_the_centre_never_got_is_kept_however_old_it_is(stored_hall: StoredHall) -> None:
    end_visits(stored_hall, 4)
    port = stored_hall.store.outbox
    port.delivered(2, port.state().stream)
    stored_hall.clock.advance((KEPT + timedelta(days=1)).total_seconds())
    stored_hall.issue(visit="young")
    stored_hall.run(cancel, Cancel(VisitId("young"), "head"))
    assert port.prune() == 2
    assert [entry.seq for entry in port.entries_after(0, 9)] == [3, 4, 5]


def test_all_can_be_pruned_and_the_chain_goes_on(stored_hall: StoredHall) -> None:
    end_visits(stored_hall, 2)
    port = stored_hall.store.outbox
    port.delivered(2, port.state().stream)
    stored_hall.clock.advance((KEPT + timedelta(days=1)).total_seconds())
    chain = port.chain_at(2)
    assert port.prune() == 2
    assert (port.state().oldest, port.state().newest) == (3, 2)
    assert port.new_stream() == port.state().stream
    assert (port.state().start, port.state().delivered) == (3, 2)
    stored_hall.issue(visit="late")
    stored_hall.run(cancel, Cancel(VisitId("late"), "head"))
    (entry,) = port.entries_after(0, 9)
    assert (entry.seq, entry.chain) == (3, link(chain, entry.body))


def test_a_clock_that_was_wrong_makes_no_hole_in_the_middle(stored_hall: StoredHall) -> None:
    end_visits(stored_hall, 3)
    port = stored_hall.store.outbox
    port.delivered(3, port.state().stream)
    stored_hall.clock.advance((KEPT + timedelta(days=1)).total_seconds())
    with stored_hall.store.engine.connect() as connection:
        at = connection.execute(select(outbox.c.at).where(outbox.c.seq == 1)).scalar_one()
    later = at + timedelta(days=300)
    stored_hall.do(
        lambda work, _now: work.connection.execute(outbox.update().where(outbox.c.seq == 2).values(at=later)).rowcount
    )
    assert port.prune() == 1
    assert [entry.seq for entry in port.entries_after(0, 9)] == [2, 3]


@pytest.mark.dialect
def test_the_bytes_are_kept_as_they_were_written(stored_hall: StoredHall) -> None:
    end_visits(stored_hall, 1)
    (entry,) = stored_hall.store.outbox.entries_after(0, 9)
    with stored_hall.store.engine.connect() as connection:
        raw = connection.execute(text("SELECT body FROM outbox")).scalar_one()
    assert bytes(raw) == entry.body
    assert isinstance(entry.body, bytes)
