"""A visit's row: one order of values, and the way to it and back."""

from __future__ import annotations

import pytest

from central.store.tables.halls import visit
from central.store.visit_row import COLUMNS, key_of, named, rev_of, row_of

VALUES = {name: f"value of {name}" for name in COLUMNS}


def test_a_row_is_its_values_in_the_order_of_the_columns_and_names_come_back() -> None:
    row = row_of(dict(reversed(VALUES.items())))
    assert row == tuple(VALUES.values())
    assert named(row) == VALUES
    assert key_of(row) == (VALUES["service_day"], VALUES["visit"])
    assert rev_of(row) == VALUES["rev"]


def test_a_value_that_is_missing_is_told() -> None:
    with pytest.raises(KeyError, match="ticket"):
        row_of({name: value for name, value in VALUES.items() if name != "ticket"})


def test_the_store_has_a_column_for_each_value() -> None:
    assert set(COLUMNS) | {"stream", "received_at"} == {column.name for column in visit.c}
