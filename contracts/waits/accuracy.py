"""How right the announced waits were, as `GET /waits` tells it. Additive only.

>>> WaitFigures(told=3, called=2, held=50.0, later=50.0, error_s=300.0, width_s=600.0, untold=1).called
2
"""

from __future__ import annotations

from datetime import date, datetime

from contracts.codec.message import Message


class WaitFigures(Message, frozen=True):
    """Figures of many tickets: counts, shares of those called in percent, seconds; null while none was called."""

    told: int
    """Tickets that carried a range."""
    called: int
    """Of these, those that were called: what the other figures are about."""
    held: float | None
    """Called within the printed range, its ends included."""
    later: float | None
    """Called later than its end."""
    error_s: float | None
    """Mean distance from the likely wait, before it was rounded."""
    width_s: float | None
    """Mean width of the printed range."""
    untold: int
    """Tickets that told people ahead only, since the range was too wide."""


class DayWaits(Message, frozen=True):
    """One service day."""

    service_day: date
    figures: WaitFigures


class ServiceWaits(Message, frozen=True):
    """One service over all days asked for."""

    service: str
    figures: WaitFigures


class WaitsView(Message, frozen=True):
    """From the first to the last day, both included; days and services without a told wait are left out."""

    at: datetime
    first: date
    last: date
    total: WaitFigures
    days: tuple[DayWaits, ...]
    services: tuple[ServiceWaits, ...]
