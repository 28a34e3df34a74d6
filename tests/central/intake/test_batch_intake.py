"""The centre stores each record once, on SQLite and on PostgreSQL, also if records come twice, late or wrong."""

from __future__ import annotations

import concurrent.futures
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, delete, insert, select, text

from central.errors import BodyError, SchemaError, StreamError
from central.figures.rollups import refresh
from central.intake.batch_intake import accept, retry_quarantine
from central.store.tables.halls import batch, quarantine, stream, visit
from contracts.centre.batch import compress, content_digest
from contracts.centre.outbox_entry import AuditRecord, encode_body, encode_record
from sync.fakes.hall import DAY, MemoryOutbox, visit_record
from tests.helpers.batches import NOW, RULES, audited, incoming, outbox_of, quarantined, record, stored, take
from tests.helpers.replacing import replace


def number(one: int) -> str:
    return record(one).visit


@pytest.mark.dialect
def test_a_batch_is_stored_and_answered_by_name(engine: Engine) -> None:
    outbox = outbox_of(record(1), record(2), record(3))
    sent = incoming(outbox, 1, 3)
    answer = accept(engine, sent, now=NOW, rules=RULES)
    assert (answer.batch, answer.digest, answer.acked_seq, answer.replayed) == ("1-3", sent.digest, 3, False)
    assert stored(engine) == {number(1): 1, number(2): 1, number(3): 1}


def test_a_record_is_stored_field_by_field(engine: Engine) -> None:
    one = record(1)
    outbox = MemoryOutbox()
    outbox.write(encode_body({"kind": "visit", "mood": "calm", **_json(one)}))
    take(engine, outbox, 1, 1)
    with engine.connect() as connection:
        row = connection.execute(select(visit)).mappings().one()
    assert row["issued_at"] == one.issued_at
    assert row["issued_at"].tzinfo is not None
    assert (row["service_day"], row["waiting_s"], row["counter"], row["extra"]) == (DAY, 600, 3, {"mood": "calm"})
    assert row["stages"] == []


def _json(one: object) -> dict[str, object]:
    from contracts.codec.reader import to_json

    value = to_json(one)
    assert isinstance(value, dict)
    return value


@pytest.mark.dialect
def test_a_repeated_batch_changes_nothing_and_gets_the_same_word(engine: Engine) -> None:
    outbox = outbox_of(record(1), record(2))
    first, second = take(engine, outbox, 1, 2), take(engine, outbox, 1, 2)
    assert second == replace(first, replayed=True)
    assert len(stored(engine)) == 2


def test_a_batch_that_overlaps_stores_only_what_is_new(engine: Engine) -> None:
    outbox = outbox_of(*(record(n) for n in range(1, 7)))
    take(engine, outbox, 1, 4)
    answer = take(engine, outbox, 2, 6)
    assert (answer.acked_seq, answer.replayed, len(stored(engine))) == (6, False, 6)
    answer = take(engine, outbox, 3, 5)
    assert (answer.acked_seq, answer.replayed) == (6, True)


def test_a_late_repetition_of_an_old_batch_leaves_the_stream_where_it_was(engine: Engine) -> None:
    outbox = outbox_of(*(record(n) for n in range(1, 7)))
    take(engine, outbox, 1, 2)
    take(engine, outbox, 3, 4)
    take(engine, outbox, 1, 2)
    answer = take(engine, outbox, 5, 6)
    assert (answer.acked_seq, answer.replayed, len(stored(engine))) == (6, False, 6)


@pytest.mark.dialect
def test_the_highest_revision_wins_in_whatever_order_they_come(engine: Engine) -> None:
    outbox = outbox_of(record(1), record(1, rev=3, waiting_s=5), record(1, rev=2), record(2, rev=2), record(2))
    take(engine, outbox, 1, 2)
    take(engine, outbox, 3, 5)
    assert stored(engine) == {number(1): 3, number(2): 2}


def test_entries_that_are_missing_are_asked_for(engine: Engine) -> None:
    outbox = outbox_of(*(record(n) for n in range(1, 7)))
    take(engine, outbox, 1, 2)
    with pytest.raises(StreamError) as refused:
        take(engine, outbox, 4, 6)
    assert (refused.value.code, refused.value.more) == ("gap", {"acked_seq": 2})
    assert len(stored(engine)) == 2


def test_a_stream_unknown_here_begins_at_its_own_start_only(engine: Engine) -> None:
    outbox = outbox_of(*(record(n) for n in range(1, 7)))
    with pytest.raises(StreamError) as refused:
        take(engine, outbox, 4, 6)
    assert (refused.value.code, refused.value.more) == ("gap", {"acked_seq": 0})
    outbox.prune(3)
    outbox.new_stream()
    assert take(engine, outbox, 4, 6).acked_seq == 6


@pytest.mark.parametrize(("first", "last"), [(11, 15), (11, 25), (16, 20), (21, 25)])
def test_a_hall_with_another_history_is_told_so_and_nothing_of_it_is_stored(
    engine: Engine, first: int, last: int
) -> None:
    outbox = outbox_of(*(record(n) for n in range(1, 11)))
    backup = outbox.backup()
    for n in range(11, 21):
        outbox.write(encode_record(record(n)))
    take(engine, outbox, 1, 10)
    take(engine, outbox, 11, 20)
    outbox.restore(backup)
    for n in range(111, 126):
        outbox.write(encode_record(record(n)))
    with pytest.raises(StreamError) as refused:
        take(engine, outbox, first, last)
    assert (refused.value.code, refused.value.more["acked_seq"]) == ("fork", 20)
    assert len(stored(engine)) == 20
    outbox.new_stream()
    assert take(engine, outbox, 1, 25).acked_seq == 25
    assert len(stored(engine)) == 35


def test_the_restored_halls_own_record_stands_and_the_other_is_kept(engine: Engine) -> None:
    outbox = outbox_of(record(1))
    backup = outbox.backup()
    outbox.write(encode_record(record(1, rev=2, outcome="referred")))
    take(engine, outbox, 1, 2)
    outbox.restore(backup)
    outbox.write(encode_record(record(1, rev=2, outcome="cancelled")))
    outbox.new_stream()
    take(engine, outbox, 1, 2)
    with engine.connect() as connection:
        assert connection.execute(select(visit.c.outcome)).scalars().all() == ["cancelled"]
        kept = connection.execute(select(quarantine.c.body, quarantine.c.resolved_at)).one()
    assert b'"outcome":"referred"' in kept.body
    assert kept.resolved_at == NOW


UNREADABLE = {
    b"": "not JSON",
    b"\xff\xfe": "not JSON",
    b"[]": "not an object",
    b'{"kind":"dance"}': "no kind 'dance'",
    encode_record(record(9, hall="2")): "belongs to hall '2'",
    encode_record(record(9, visit="x")): "not a UUID",
    encode_record(record(9, visit=record(9).visit.upper().replace("0", "A"))): "not a UUID",
    encode_record(record(9, rev=0)): "rev: 0 is out of range",
    encode_record(record(9, rev=2**40)): "out of range",
    encode_record(record(9, counter=2**40)): "out of range",
    encode_record(record(9, waiting_s=-1)): "waiting_s: -1 s",
    encode_record(record(9, serving_s=10**9)): "serving_s",
    encode_record(record(9, service="x" * 41)): "service: it is longer than 40",
    encode_record(record(9, ticket="A\0")): "cannot be stored",
    encode_body({"kind": "visit", **_json(record(9)), "extra\0": 1}): "cannot be stored",
    encode_record(record(9)).replace(b'"A001"', b'"\\ud800"'): "cannot be stored",
    encode_record(record(9, service_day=DAY + timedelta(days=3))): "days ahead",
    encode_record(record(9, service_day=DAY - timedelta(days=401))): "days before",
}


@pytest.mark.dialect
def test_what_cannot_be_read_lies_in_quarantine_with_its_reason_and_stops_nobody(engine: Engine) -> None:
    outbox = outbox_of(record(1))
    for body in UNREADABLE:
        outbox.write(body)
    outbox.write(encode_record(record(2)))
    last = outbox.state().newest
    answer = take(engine, outbox, 1, last)
    assert answer.acked_seq == last
    assert stored(engine) == {number(1): 1, number(2): 1}
    assert [bad.seq for bad in answer.quarantined] == list(range(2, last))
    assert [seq for seq, _ in quarantined(engine)] == list(range(2, last))
    for (_, reason), said in zip(quarantined(engine), UNREADABLE.values(), strict=True):
        assert said in reason
    with engine.connect() as connection:
        assert list(connection.execute(select(quarantine.c.body).order_by(quarantine.c.id)).scalars()) == list(
            UNREADABLE
        )


def test_the_same_unreadable_entry_of_a_new_stream_is_kept_once(engine: Engine) -> None:
    outbox = MemoryOutbox()
    outbox.write(b"nonsense")
    take(engine, outbox, 1, 1)
    outbox.new_stream()
    assert len(take(engine, outbox, 1, 1).quarantined) == 1
    assert len(quarantined(engine)) == 1


def test_after_an_update_quarantine_is_read_again(engine: Engine) -> None:
    outbox = MemoryOutbox()
    outbox.write(b"nonsense")
    take(engine, outbox, 1, 1)
    with engine.begin() as connection:
        # As if the body had been of a kind that only now is known.
        connection.execute(quarantine.update().values(body=encode_record(record(5))))
    assert retry_quarantine(engine, now=NOW, rules=RULES) == (1, 0)
    assert stored(engine) == {number(5): 1}
    assert retry_quarantine(engine, now=NOW, rules=RULES) == (0, 0)


def test_an_audit_fact_is_stored_once(engine: Engine) -> None:
    outbox = MemoryOutbox()
    fact = AuditRecord("1", 7, NOW, DAY, "visit_called", "a7", "counter-3", number(1), 3, {"why": "سبب"})
    for one in (fact, replace(fact, fact=8), fact):
        outbox.write(encode_record(one))
    take(engine, outbox, 1, 2)
    take(engine, outbox, 3, 3)
    assert audited(engine) == [7, 8]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"digest": content_digest(b"other")}, "digest"),
        ({"digest": ""}, "digest"),
        ({"content": b"x", "digest": content_digest(b"x")}, "unreadable_batch"),
        ({"content": compress(b"x"), "digest": content_digest(compress(b"x"))}, "unreadable_batch"),
        ({"name": "1-3"}, "batch_mismatch"),
        ({"stream": "another"}, "batch_mismatch"),
    ],
)
def test_a_batch_that_is_not_what_it_says_is_refused_whole(sqlite_engine: Engine, changes: dict, code: str) -> None:  # type: ignore[type-arg]  # a test's shorthand
    with pytest.raises(BodyError) as refused:
        take(sqlite_engine, outbox_of(record(1), record(2)), 1, 2, **changes)
    assert (refused.value.code, refused.value.status) == (code, 422)
    assert stored(sqlite_engine) == {}


def altered(outbox: MemoryOutbox, old: bytes, new: bytes, **changes: object) -> dict[str, object]:
    from contracts.centre.batch import decompress

    content = compress(decompress(incoming(outbox, 1, 2).content).replace(old, new, 1))
    return {"content": content, "digest": content_digest(content), **changes}


def test_an_entry_changed_on_the_way_breaks_the_chain(sqlite_engine: Engine) -> None:
    outbox = outbox_of(record(1), record(2))
    with pytest.raises(BodyError, match="do not hash"):
        take(sqlite_engine, outbox, 1, 2, **altered(outbox, b"citizen", b"company"))


def test_a_schema_of_another_time_is_refused_by_name(sqlite_engine: Engine) -> None:
    outbox = outbox_of(record(1), record(2))
    with pytest.raises(SchemaError) as refused:
        take(sqlite_engine, outbox, 1, 2, **altered(outbox, b'"schema":1', b'"schema":9'))
    assert refused.value.more == {"schema_min": 1, "schema_max": 1}


def test_two_installations_of_a_hall_do_not_send_at_once(engine: Engine) -> None:
    outbox = outbox_of(record(1), record(2), record(3))
    take(engine, outbox, 1, 1)
    with pytest.raises(StreamError) as refused:
        take(engine, outbox, 2, 2, instance="machine-2")
    assert (refused.value.code, refused.value.more["holder"]) == ("lease", "machine-1")
    later = NOW + timedelta(seconds=RULES.lease_s + 1)
    assert take(engine, outbox, 2, 2, instance="machine-2", now=later).acked_seq == 2


def test_the_skew_of_the_halls_clock_is_measured(engine: Engine) -> None:
    outbox = outbox_of(record(1))
    answer = take(engine, outbox, 1, 1, sent_at=NOW - timedelta(seconds=90))
    assert answer.skew_ms == 90_000
    with engine.connect() as connection:
        assert connection.execute(select(batch.c.skew_ms)).scalar_one() == 90_000


@pytest.mark.dialect
def test_a_failure_half_way_stores_nothing(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE batch RENAME TO elsewhere"))
    with pytest.raises(Exception, match="batch"):
        take(engine, outbox_of(record(1), record(2)), 1, 2)
    assert stored(engine) == {}
    with engine.connect() as connection:
        assert connection.execute(select(stream)).all() == []


@pytest.mark.dialect
@pytest.mark.parametrize("halls", [1, 4])
def test_batches_that_arrive_at_the_same_moment_are_each_stored_once(engine: Engine, halls: int) -> None:
    from central.halls.registry import add_hall

    sent = []
    for hall in range(1, halls + 1):
        add_hall(engine, str(hall), {}, now=NOW)
        # The first days of two months, so that several days are marked at the same moment too.
        days = [DAY.replace(day=1), (DAY.replace(day=1) - timedelta(days=1))]
        box = outbox_of(*(record(hall * 100 + n, hall=str(hall), service_day=days[n % 2]) for n in range(20)))
        sent += [incoming(box, 1, 20, hall=str(hall))] * 4

    def go(one: object) -> int:
        return accept(engine, one, now=NOW, rules=RULES).acked_seq  # type: ignore[arg-type]  # a test's shorthand

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        assert list(pool.map(go, sent)) == [20] * len(sent)
    assert len(stored(engine)) == 20 * halls
    with engine.connect() as connection:
        assert len(connection.execute(select(stream)).all()) == halls


def test_the_halls_day_is_counted_where_the_hall_is(engine: Engine) -> None:
    # 21:30 UTC is next day's 01:30 in Muscat: three days ahead in UTC are two there.
    late = datetime(2026, 11, 23, 21, 30, tzinfo=UTC)
    box = outbox_of(visit_record(visit=number(1), service_day=DAY + timedelta(days=2)))
    assert take(engine, box, 1, 1, now=late).quarantined == ()


def test_a_visit_that_leaves_quarantine_never_enters_a_day_whose_visits_were_deleted(engine: Engine) -> None:
    take(engine, outbox_of(record(1)), 1, 1)
    refresh(engine, time_zone=RULES.time_zone)
    with engine.begin() as connection:
        body = encode_record(record(2))
        held = {"hall": "1", "stream": "s", "seq": 9, "reason": "r", "body": body, "body_hash": "h", "received_at": NOW}
        connection.execute(insert(quarantine).values(held))
        connection.execute(delete(visit))
    assert retry_quarantine(engine, now=NOW, rules=RULES) == (0, 1)
    assert stored(engine) == {}
