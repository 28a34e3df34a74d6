"""Entries: their bytes, their chain, and what a reader makes of foreign ones."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.centre import outbox_entry
from contracts.centre.outbox_entry import (
    GENESIS,
    NO_VISITS,
    AuditRecord,
    StageRecord,
    VisitRecord,
    day_digest,
    decode_record,
    encode_body,
    encode_record,
    link,
)
from contracts.codec.reader import ContractError
from tests.helpers.examples import assert_examples_hold
from tests.helpers.replacing import replace

AT = datetime(2026, 11, 24, 5, 0, 1, 250000, tzinfo=UTC)
STAGE = StageRecord("B", 2, "a7", AT, AT, AT, AT, "completed", 60, 5, 300)
VISIT = VisitRecord(
    hall="1",
    visit="0193-x",
    service_day=AT.date(),
    rev=1,
    ticket="A001",
    service="A",
    lane="standard",
    visitor_kind=None,
    state="finished",
    outcome="completed",
    counter=2,
    agent="a7",
    issued_at=AT,
    called_at=AT,
    begun_at=AT,
    ended_at=AT,
    waiting_s=60,
    time_to_begin_s=5,
    serving_s=300,
    stages=(STAGE, STAGE),
)
AUDIT = AuditRecord(
    "1", 9, AT, AT.date(), "visit_called", "a7", "counter-2", "v", 2, {"reason": "asked", "n": [1, None]}
)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
scalars = st.none() | st.booleans() | st.integers() | texts
bodies = st.dictionaries(texts, scalars | st.lists(scalars) | st.dictionaries(texts, scalars))


def test_the_examples_hold() -> None:
    assert_examples_hold(outbox_entry)


@pytest.mark.parametrize("record", [VISIT, replace(VISIT, stages=(), called_at=None), AUDIT])
def test_a_record_comes_back_as_it_was(record: VisitRecord | AuditRecord) -> None:
    assert decode_record(encode_record(record)) == (record, {})


@given(bodies)
def test_a_body_is_one_line_of_canonical_json(value: dict[str, object]) -> None:
    body = encode_body(value)
    assert b"\n" not in body
    assert json.loads(body) == value
    assert encode_body(json.loads(body)) == body


def test_a_body_without_a_number_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        encode_body({"waiting_s": float("nan")})


def test_fields_of_a_newer_hall_are_kept() -> None:
    value = {**json.loads(encode_record(VISIT)), "mood": "calm"}
    assert decode_record(encode_body(value)) == (VISIT, {"mood": "calm"})


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"[]", "not an object"),
        (b"{}", "no kind None"),
        (b'{"kind":["visit"]}', "no kind"),
        (b'{"kind":"visit"}', "is missing"),
        (encode_record(VISIT).replace(b'"rev":1', b'"rev":"1"'), "rev: expected a whole number"),
        (encode_record(VISIT).replace(b'"service_day":"2026-11-24"', b'"service_day":"today"'), "service_day"),
    ],
)
def test_what_is_no_record_is_refused_with_one_sentence(body: bytes, said: str) -> None:
    with pytest.raises(ContractError, match=said):
        decode_record(body)


@given(st.lists(st.binary(max_size=20), min_size=1, max_size=8), st.data())
def test_a_changed_entry_changes_every_chain_value_after_it(entries: list[bytes], data: st.DataObject) -> None:
    def chain(bodies: list[bytes]) -> list[str]:
        values = [GENESIS]
        for body in bodies:
            values.append(link(values[-1], body))
        return values[1:]

    at = data.draw(st.integers(0, len(entries) - 1))
    changed = [*entries[:at], entries[at] + b"x", *entries[at + 1 :]]
    same = [one == other for one, other in zip(chain(entries), chain(changed), strict=True)]
    assert same == [True] * at + [False] * (len(entries) - at)


@given(st.dictionaries(st.uuids().map(str), st.integers(1, 9), max_size=8), st.randoms())
def test_a_day_digest_knows_no_order_but_every_revision(visits: dict[str, int], rng: object) -> None:
    pairs = list(visits.items())
    rng.shuffle(pairs)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    assert day_digest(pairs) == day_digest(visits.items())
    for visit, rev in pairs:
        assert day_digest({**visits, visit: rev + 1}.items()) != day_digest(visits.items())
        assert day_digest((v, r) for v, r in pairs if v != visit) != day_digest(pairs)
    assert (day_digest(pairs) == NO_VISITS) is (not pairs)
