"""One stage as figures need it, made by the same rules of a hall's own stages and of those that the centre stores."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

Targets: TypeAlias = Mapping[str, float]
"""The waiting time in seconds that each service aims at today; a service that is no longer offered has none."""


class StageRow(NamedTuple):
    """One stage of a visit; `_s` are whole seconds."""

    service: str
    lane: str
    visitor_kind: str
    """Empty where nobody asked."""
    counter: int | None
    hour: int
    """The hall's local hour in which the stage began to wait."""
    first: bool
    """Whether it is the visit's first stage: only those come to the hall."""
    waited_s: int | None
    """Issue (or transfer) to the first call; None while nobody called, and for a walk-up, who never waited."""
    begin_s: int | None
    """First call to begin; None while nobody came, and for a walk-up."""
    served_s: int | None
    """Begin to finish without the time parked; None while it is not finished, and where nothing was measured."""
    no_show: bool
    transactions: int = 0
    """How many transactions were done in it; none before it ended with an outcome, and none where nobody tells."""
    on_paper: bool = False
    """Whether its visitor was served without a call: on paper, while the hall was away."""


DayRows: TypeAlias = tuple[date, Sequence[StageRow]]
"""A service day and its stages."""


def stage_row(
    *,
    service: str,
    lane: str,
    visitor_kind: str | None,
    counter: int | None,
    hour: int,
    first: bool,
    walk_up: bool,
    state: str,
    waiting_s: int | None,
    time_to_begin_s: int | None,
    serving_s: int | None,
    transactions: int = 0,
) -> StageRow:
    """Return the row of a stage that has this `state`, of a visit that is a walk-up or not.

    >>> row = stage_row(service="A", lane="standard", visitor_kind=None, counter=3, hour=9, first=True, walk_up=True,
    ...                 state="finished", waiting_s=0, time_to_begin_s=0, serving_s=300)
    >>> row.waited_s, row.begin_s, row.served_s
    (None, None, 300)
    """
    called = waiting_s is not None and not (first and walk_up)  # a walk-up's call is his begin
    return StageRow(
        service,
        lane,
        visitor_kind or "",
        counter,
        hour,
        first,
        waiting_s if called else None,
        time_to_begin_s if called else None,
        serving_s if state == "finished" else None,
        state == "no_show",
        transactions,
        state == "finished" and waiting_s is None,
    )


def of_service(rows: Iterable[StageRow], service: str | None) -> list[StageRow]:
    """Return the stages of one service, or all."""
    return [row for row in rows if service in {None, row.service}]
