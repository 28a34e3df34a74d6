"""The definitions of the figures of requests: what is counted, what is judged, and from which day to which (pure)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, TypeAlias

from contracts.requests.figures import RequestFigures, RequestPart, RequestsFigured
from contracts.words.requests import RequestState
from figures.percentiles import median, nine_of_ten, share

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
        whole, by_topic, by_directorate, by_service = _Count(), _counts(), _counts(), _counts()
        for row in rows:
            counts = (whole, by_topic[row.topic], by_directorate[row.directorate], by_service[row.service])
            self._count(row, counts)
        return RequestsFigured(
            whole.figures(), _parts(by_topic, topics), _parts(by_directorate, directorates), _parts(by_service, {})
        )

    def figures(self, rows: Iterable[RequestRow]) -> RequestFigures:
        """Return the figures of these requests."""
        count = _Count()
        for row in rows:
            self._count(row, (count,))
        return count.figures()

    def _count(self, row: RequestRow, counts: Sequence[_Count]) -> None:
        # Each request is judged once, for the whole and for all parts that it is in.
        withdrawn = row.state is RequestState.WITHDRAWN
        waiting = row.state is RequestState.REGISTERED
        overdue = waiting and row.latest < self._today
        referred = not withdrawn and row.referred is not None
        in_time = referred and row.referred is not None and row.referred <= row.latest
        answered = None if withdrawn or row.answered is None else self._working_days(row.registered, row.answered)
        for count in counts:
            count.withdrawn += withdrawn
            count.registered += not withdrawn
            count.waiting += waiting
            count.overdue += overdue
            count.referred += referred
            count.in_time += in_time
            if answered is not None:
                count.days.append(answered)


@dataclass(slots=True)
class _Count:
    """Requests counted one by one; `days` are working days until each answer."""

    registered: int = 0
    withdrawn: int = 0
    waiting: int = 0
    overdue: int = 0
    referred: int = 0
    in_time: int = 0
    days: list[int] = field(default_factory=list)

    def figures(self) -> RequestFigures:
        judged, days = self.referred + self.overdue, sorted(self.days)
        return RequestFigures(
            registered=self.registered,
            withdrawn=self.withdrawn,
            waiting=self.waiting,
            overdue=self.overdue,
            judged=judged,
            in_time=self.in_time,
            in_time_share=share(self.in_time, judged),
            answered=len(days),
            answer_median_days=median(days),
            answer_p90_days=nine_of_ten(days),
        )


def _counts() -> defaultdict[str, _Count]:
    return defaultdict(_Count)


def _parts(counts: Mapping[str, _Count], names: NamesOf) -> tuple[RequestPart, ...]:
    return tuple(RequestPart(key, dict(names.get(key, {})), counts[key].figures()) for key in sorted(counts))
