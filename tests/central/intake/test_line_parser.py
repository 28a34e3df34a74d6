"""Lines become rows: what a newer hall adds is kept, what cannot be stored is said."""

from __future__ import annotations

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from central.intake.line_parser import sort_lines
from central.store.visit_row import named
from contracts.centre.batch import opaque_line
from contracts.centre.outbox_entry import StageRecord, encode_body, encode_record
from sync.fakes.hall import DAY, MemoryOutbox
from tests.helpers.batches import record
from tests.helpers.replacing import replace

ONE = record(1)
STAGE = StageRecord("B", 2, "a7", ONE.issued_at, None, None, None, None, 5, None, None)


@given(st.lists(st.binary(max_size=40) | st.just(encode_record(ONE)), max_size=6))
def test_whatever_the_bytes_each_line_is_a_row_or_has_a_reason(lines: list[bytes]) -> None:
    found = sort_lines(list(enumerate(lines, 1)), hall="1", today=DAY)
    good = [line for line in lines if line == encode_record(ONE)]
    assert len(found.bad) == len(lines) - len(good)
    assert len(found.visits) == bool(good)
    assert all(bad.reason and lines[bad.seq - 1] == bad.body for bad in found.bad)


def test_fields_that_a_newer_hall_adds_are_kept_also_within_stages() -> None:
    value = json.loads(encode_record(replace(ONE, stages=(STAGE,))))
    value["mood"] = {"calm": [1.5, None]}
    value["stages"][0]["language"] = "ar"
    found = sort_lines([(1, encode_body(value))], hall="1", today=DAY)
    (row,) = map(named, found.visits.values())
    (stage,) = json.loads(row["stages"])
    assert json.loads(row["extra"]) == {"mood": {"calm": [1.5, None]}}
    assert (stage["language"], stage["service"]) == ("ar", "B")


def test_a_word_this_version_does_not_know_is_no_reason_to_refuse() -> None:
    new = replace(ONE, lane="diplomatic", outcome="promised", state="archived", visitor_kind="ship")
    found = sort_lines([(1, encode_record(new))], hall="1", today=DAY)
    assert found.bad == []


def test_of_each_visit_the_highest_revision_of_the_batch_is_left() -> None:
    lines = [encode_record(record(1, rev=rev, waiting_s=rev)) for rev in (1, 3, 2)]
    found = sort_lines(list(enumerate(lines, 1)), hall="1", today=DAY)
    assert [(row["rev"], row["waiting_s"]) for row in map(named, found.visits.values())] == [(3, 3)]
    assert found.days() == {DAY}


def test_an_opaque_line_is_kept_as_the_bytes_the_hall_had() -> None:
    outbox = MemoryOutbox()
    outbox.write(b"\x00\xff")
    found = sort_lines([(1, opaque_line(outbox.entries_after(0, 1)[0]))], hall="1", today=DAY)
    assert [(bad.body, bad.body_hash) for bad in found.bad] == [(b"\x00\xff", hashlib.sha256(b"\x00\xff").hexdigest())]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b'"rev":1', b'"rev":' + b"9" * 5000, "not JSON"),
        (b'"rev":1', b'"rev":1,"x":NaN', "not JSON"),
        (b'"rev":1', b'"rev":1,"x":1e999', "not JSON"),
        (b'"issued_at":"2026', b'"issued_at":"0001-01-01T00:00:00+14:00","x":"', "issued_at: expected an instant"),
        (b'"rev":1', b'"rev":1.0', "rev: expected a whole number"),
        (b'"rev":1', b'"rev":true', "rev: expected a whole number"),
        (b'"stages":[]', b'"stages":{}', "stages: expected a list"),
        (b'"stages":[]', b'"stages":[{}]', "is missing"),
        (b'"kind":"visit"', b'"kind":["visit"]', "no kind ['visit'] is known here"),
        (b'"kind":"visit"', b'"kind":{}', "no kind {} is known here"),
        (b'"agent":"a7"', b'"agent":"\\u0000"', "cannot be stored"),
        (b'"agent":"a7"', b'"agent":"a7","\\udfff":1', "cannot be stored"),
    ],
)
def test_what_no_database_can_store_is_refused_before_one_is_asked(old: bytes, new: bytes, said: str) -> None:
    line = encode_record(ONE)
    assert old in line
    found = sort_lines([(1, line.replace(old, new))], hall="1", today=DAY)
    assert said in found.bad[0].reason


def test_escaped_characters_that_can_be_stored_are_no_trouble() -> None:
    line = encode_record(ONE).replace(b'"agent":"a7"', b'"agent":"\\u062f\\ud83d\\ude00"')
    found = sort_lines([(1, line)], hall="1", today=DAY)
    assert [named(row)["agent"] for row in found.visits.values()] == ["د😀"]
