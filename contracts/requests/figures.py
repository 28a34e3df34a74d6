"""Figures of requests: what was registered in a period, and whether it was referred in time. Additive only."""

from __future__ import annotations

from contracts.codec.message import Message


class RequestFigures(Message, frozen=True):
    """Figures of many requests; those that were withdrawn count in `withdrawn` alone. Days are working days."""

    registered: int
    withdrawn: int
    waiting: int
    """Neither referred nor decided yet."""
    overdue: int
    """Of those, the ones whose latest day is over."""
    judged: int
    """Referred, or overdue: what the share in time is of. One decided in the hall needs no referral."""
    in_time: int
    """Referred by the latest day that holds now, three working days after the registration."""
    in_time_share: float | None
    """In percent of those judged."""
    answered: int
    """Replied to by the directorate, or decided in the hall."""
    answer_median_days: float | None
    """From the registration (day 0) to the answer."""
    answer_p90_days: float | None


class RequestPart(Message, frozen=True):
    """One part; a service has no `names` here, and its key is empty where no visit registered the request."""

    key: str
    names: dict[str, str]
    figures: RequestFigures


class RequestsFigured(Message, frozen=True):
    """All requests of a period and each way to part them; parts without a request are left out."""

    total: RequestFigures
    topics: tuple[RequestPart, ...]
    directorates: tuple[RequestPart, ...]
    services: tuple[RequestPart, ...]
