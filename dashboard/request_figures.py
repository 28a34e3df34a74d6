"""The definitions of the figures of requests: what is counted, what is judged, and from which day to which (pure)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from contracts.request_figures import RequestFigures, RequestPart, RequestsFigured
from contracts.request_words import RequestState
from dashboard.ranks import median, nine_of_ten, share

WorkingDays: TypeAlias = Callable[[date, date], int]
"""How many working days lie after the first day, up to the second."""
NamesOf: TypeAlias = Mapping[str, Mapping[str, str]]


class RequestRow(NamedTuple):
    """One request as figures need it; days are the hall's own."""

    topic: str
    directorate: str
    service: str
    """Of the visit that registered it; empty where none did."""
    state: RequestState
    registered: date
    latest: date
    """By when it is to be referred, as holds now."""
    referred: date | None
    answered: date | None
    """Replied to, or decided in the hall."""


class RequestMeasure:
    """Makes figures of requests as of `today`."""

    def __init__(self, today: date, working_days: WorkingDays) -> None:
        self._today, self._working_days = today, working_days

    def figured(self, rows: Sequence[RequestRow], topics: NamesOf, directorates: NamesOf) -> RequestsFigured:
        """Return the figures of all and of each part; `topics` and `directorates` are called so today."""
        return RequestsFigured(
            self.figures(rows),
            self._parts(rows, attrgetter("topic"), topics),
            self._parts(rows, attrgetter("directorate"), directorates),
            self._parts(rows, attrgetter("service"), {}),
        )

    def figures(self, rows: Iterable[RequestRow]) -> RequestFigures:
        """Return the figures of these requests."""
        every = list(rows)
        counted = [row for row in every if row.state is not RequestState.WITHDRAWN]
        waiting = [row for row in counted if row.state is RequestState.REGISTERED]
        overdue = sum(row.latest < self._today for row in waiting)
        referred = [row for row in counted if row.referred is not None]
        in_time = sum(row.referred <= row.latest for row in referred if row.referred is not None)
        judged = len(referred) + overdue
        days = sorted(self._working_days(row.registered, row.answered) for row in counted if row.answered is not None)
        return RequestFigures(
            registered=len(counted),
            withdrawn=len(every) - len(counted),
            waiting=len(waiting),
            overdue=overdue,
            judged=judged,
            in_time=in_time,
            in_time_share=share(in_time, judged),
            answered=len(days),
            answer_median_days=median(days),
            answer_p90_days=nine_of_ten(days),
        )

    def _parts(
        self, rows: Iterable[RequestRow], key_of: Callable[[RequestRow], str], names: NamesOf
    ) -> tuple[RequestPart, ...]:
        parts: dict[str, list[RequestRow]] = {}
        for row in rows:
            parts.setdefault(key_of(row), []).append(row)
        return tuple(RequestPart(key, dict(names.get(key, {})), self.figures(parts[key])) for key in sorted(parts))
