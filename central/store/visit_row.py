"""A visit on its way into the store: its values in one order, which reading, merging and comparing share.

Values and no names: a year of the ministry is stored within seconds only while a visit is not copied from one
dictionary into the next.
"""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter
from typing import Any, TypeAlias

from contracts.centre.outbox_entry import VisitRecord

COLUMNS = (*VisitRecord.__struct_fields__, "extra", "body_hash")
"""What a visit brings itself; `stages` and `extra` are JSON texts."""

VisitRow: TypeAlias = tuple[Any, ...]

key_of = itemgetter(COLUMNS.index("service_day"), COLUMNS.index("visit"))
rev_of = itemgetter(COLUMNS.index("rev"))


def row_of(values: Mapping[str, Any]) -> VisitRow:
    """Return the row of these values; KeyError where one is missing."""
    return tuple(values[name] for name in COLUMNS)


def named(row: VisitRow) -> dict[str, Any]:
    """Return the values of a row by their names."""
    return dict(zip(COLUMNS, row, strict=True))
