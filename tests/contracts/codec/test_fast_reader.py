"""The fast reader: never another result than the sure one, whatever it is given."""

from __future__ import annotations

import dataclasses
import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.centre.outbox_entry import StageRecord, VisitRecord
from contracts.codec.fast_reader import quick_reader, reader
from contracts.codec.reader import ContractError, from_json, to_json
from sync.fakes.hall import visit_record


@dataclasses.dataclass(frozen=True)
class Inner:
    """A part of the whole."""

    at: datetime
    n: int | None = None


@dataclasses.dataclass(frozen=True)
class Whole:
    """One of every shape that the fast way knows, and one that it does not."""

    name: str
    day: date
    ok: bool
    parts: tuple[Inner, ...] = ()
    more: dict[str, int] | None = None


READ = reader(Whole)
GOOD = {"name": "a", "day": "2026-11-24", "ok": True, "parts": [{"at": "2026-11-24T05:00:00Z", "n": 1}]}

values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-2, 2)
    | st.floats(allow_nan=False)
    | st.sampled_from(["", "2026-11-24", "2026-11-24T05:00:00+04:00"]),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["at", "n", "name"]), inner, max_size=3)
    ),
    max_leaves=4,
)


def either(read: Any, value: object) -> object:
    try:
        return read(value)
    except ContractError as error:
        return str(error)


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(("name", "day", "ok", "parts", "more", "other"), values)))
def test_any_object_is_read_as_the_sure_reader_reads_it(value: dict[str, object]) -> None:
    assert either(READ, value) == either(lambda given: from_json(Whole, given), value)


@given(st.sampled_from(sorted(GOOD)), values)
def test_one_wrong_field_is_refused_in_the_same_words(field: str, value: object) -> None:
    changed = {**GOOD, field: value}
    assert either(READ, changed) == either(lambda given: from_json(Whole, given), changed)


@pytest.mark.parametrize("value", [None, [], "x", 3])
def test_what_is_no_object_is_refused(value: Any) -> None:
    with pytest.raises(ContractError, match="expected an object"):
        READ(value)


def test_a_visit_is_read_without_the_sure_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    one = visit_record(visit="0193")
    stage = StageRecord("A", 3, "a7", one.issued_at, None, None, None, None, None, None, None)
    whole = dataclasses.replace(one, stages=(stage, stage))
    read = reader(VisitRecord)
    monkeypatch.setattr("contracts.codec.fast_reader.from_json", None)
    assert read(json.loads(json.dumps(to_json(whole)))) == whole


@pytest.mark.parametrize("year", ["1850", "2300"])
def test_an_instant_out_of_the_calendar_is_refused_as_the_sure_reader_refuses_it(year: str) -> None:
    with pytest.raises(ContractError, match="years 1900 to 2199"):
        reader(Inner)({"at": f"{year}-01-01T00:00:00Z"})


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(("name", "day", "ok", "parts", "more", "other"), values)))
def test_the_quick_reader_gives_what_the_sure_one_gives_or_nothing(value: dict[str, object]) -> None:
    found = quick_reader(Whole)(value)
    assert found is None or found == from_json(Whole, value)


def test_only_so_many_shapes_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("contracts.codec.fast_reader.MOST_SHAPES", 0)
    read = quick_reader(Inner)
    for n in (1, None, 2):
        assert read({"at": "2026-11-24T05:00:00Z", "n": n}) == Inner(datetime(2026, 11, 24, 5, tzinfo=UTC), n)
