"""Plain visits: nearly every line goes the short way, and it never says another thing than the sure way."""

from __future__ import annotations

import dataclasses
import json
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from central.intake import line_parser
from central.intake.line_parser import DaySpan, Sorted
from central.intake.visit_parser import LONGEST_LINE_BYTES, plain_rows
from central.store.visit_row import VisitRow, key_of
from contracts.centre.outbox_entry import StageRecord, encode_body, encode_record
from contracts.codec.reader import ContractError
from sync.fakes.hall import DAY
from tests.helpers.batches import record

ONE = record(1)
STAGE = StageRecord("B", 2, "a7", ONE.issued_at, ONE.called_at, None, None, None, 5, None, None)
STAGED = dataclasses.replace(ONE, stages=(STAGE, STAGE))
NEXT_DAY = ONE.issued_at + timedelta(days=1)
SPAN = DaySpan(DAY)
FIELDS = sorted(json.loads(encode_record(STAGED)))
STAGE_FIELDS = sorted(json.loads(encode_record(STAGED))["stages"][0])

strange = [
    "", "x" * 21, "x" * 41, "د", "2026-11-24", "20261124", "2020-01-01", "2026-11-24T05:00:00+04:00",
    "2026-11-24T05:00:00", "0001-01-01T00:00:00+14:00", "\0", "audit", "0" * 36, [], {}, [{}], [[]], ["x"],
]  # fmt: skip
values = (
    st.none()
    | st.booleans()
    | st.integers(-2, 2**33)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(strange)
)


def quick(line: bytes) -> VisitRow | None:
    (row,) = plain_rows([line], hall="1", check_day=SPAN.check)
    return row


def surely(line: bytes) -> VisitRow | str:
    found = Sorted()
    try:
        line_parser._sort_one(found, line, hall="1", span=SPAN)
    except ContractError as error:
        return str(error)
    return next(iter(found.visits.values()), "no visit")


@pytest.mark.parametrize("one", [ONE, STAGED, dataclasses.replace(STAGED, ticket=None, rev=999_999, waiting_s=0)])
def test_a_visit_as_halls_tell_it_goes_the_short_way(one: Any) -> None:
    line = encode_record(one)
    assert quick(line) == surely(line)
    assert quick(line) is not None


@given(st.sampled_from(FIELDS), values)
def test_one_changed_field_is_read_alike_or_left_to_the_sure_way(field: str, value: object) -> None:
    line = encode_body({**json.loads(encode_record(STAGED)), field: value})
    assert quick(line) in (None, surely(line))


@given(st.sampled_from(STAGE_FIELDS), values)
def test_one_changed_field_of_a_stage_is_read_alike_or_left_to_the_sure_way(field: str, value: object) -> None:
    whole = json.loads(encode_record(STAGED))
    whole["stages"][1][field] = value
    line = encode_body(whole)
    assert quick(line) in (None, surely(line))


@given(st.data())
def test_bytes_changed_anywhere_are_read_alike_or_left_to_the_sure_way(data: st.DataObject) -> None:
    line = encode_record(STAGED)
    at = data.draw(st.integers(0, len(line)))
    cut = data.draw(st.integers(0, 3))
    changed = (
        line[:at]
        + data.draw(st.binary(max_size=3) | st.sampled_from([b"NaN", b"1e999", b" ", b"\\ud800"]))
        + line[at + cut :]
    )
    assert quick(changed) in (None, surely(changed))


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"[]",
        b'"visit"',
        encode_record(dataclasses.replace(ONE, hall="2")),
        encode_record(dataclasses.replace(ONE, agent="x" * 65)),
        encode_record(ONE).replace(b'"agent":"a7"', b'"agent":"\\u0000"'),
        encode_record(ONE).replace(b'"rev":1', b'"rev":1,"mood":"calm"'),
        encode_record(dataclasses.replace(ONE, stages=(STAGE,) * 80)),
        encode_record(dataclasses.replace(ONE, rev=0)),
        encode_record(dataclasses.replace(ONE, waiting_s=1_000_000)),
        encode_record(dataclasses.replace(ONE, stages=(dataclasses.replace(STAGE, issued_at=NEXT_DAY),))),
        encode_record(ONE).replace(b"2026-11-24T", b"2026-02-30T"),
        encode_record(ONE).replace(b'"service_day":"2026-11-24"', b'"service_day":"2020-11-24"'),
        encode_record(ONE).replace(b'"rev":1', b'"rev":1,"rev":1'),
        encode_record(ONE).replace(b'"agent":"a7"', b'"agent":"\xff"'),
        encode_record(ONE) + b"\n",
    ],
)  # fmt: skip
def test_what_is_not_plain_is_left_to_the_sure_way(line: bytes) -> None:
    assert quick(line) is None


def test_among_plain_lines_those_left_to_the_sure_way_keep_their_places() -> None:
    lines = [encode_record(record(number)) for number in range(1, 6)]
    lines[1] = lines[1].replace(b"2026-11-24T", b"2026-02-30T")
    lines[3] = b"{}"
    rows = list(plain_rows(lines, hall="1", check_day=SPAN.check))
    assert [row and key_of(row)[1] for row in rows] == [record(1).visit, None, record(3).visit, None, record(5).visit]
    assert list(plain_rows([b"{}"], hall="1", check_day=SPAN.check)) == [None]


def test_a_line_of_eighty_stages_is_longer_than_plain_lines_are() -> None:
    assert len(encode_record(dataclasses.replace(ONE, stages=(STAGE,) * 80))) > LONGEST_LINE_BYTES
