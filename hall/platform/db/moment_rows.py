"""Store moments in columns: each instant in its own column, all monotonic readings of a row in one text.

The readings are JSON, name to [nanoseconds, boot]; queries search by the instants only.

>>> from datetime import UTC
>>> nine = Moment(datetime(2026, 11, 24, 5, tzinfo=UTC), 7, "b1")
>>> text = readings_text({"issued": nine, "called": None})
>>> text
'{"issued":[7,"b1"]}'
>>> moment(nine.at, "issued", read_readings(text)) == nine
True
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache

from hall.kernel.moment import Moment

Readings = Mapping[str, tuple[int, str]]


def readings_text(moments: Mapping[str, Moment | None]) -> str:
    """Return the monotonic readings of a row as the text that is stored."""
    # Written by hand: this runs for every change of every visit, and json.dumps takes four times as long.
    parts = [f'"{name}":[{at.monotonic_ns},{_quoted(at.boot)}]' for name, at in moments.items() if at is not None]
    return "{" + ",".join(parts) + "}"


@lru_cache(maxsize=64)
def _quoted(boot: str) -> str:
    """Return the name of a running of the machine as JSON: a day knows one or two."""
    return json.dumps(boot)


def read_readings(text: str) -> Readings:
    """Return the readings of a row by name."""
    return {name: (ns, boot) for name, (ns, boot) in json.loads(text).items()}


def moment(at: datetime | None, name: str, readings: Readings) -> Moment | None:
    """Return the moment of that name, or None if its instant is empty."""
    if at is None:
        return None
    ns, boot = readings[name]
    return Moment(at, ns, boot)


def moment_set(at: datetime, name: str, readings: Readings) -> Moment:
    """Return the moment of a column that is never empty."""
    ns, boot = readings[name]
    return Moment(at, ns, boot)
