"""How many counters a week needs by half hour, as `GET /plan` tells it. Additive only.

>>> PlanServing("A", 420.0, 12, "setup", 900).origin
'setup'
"""

from __future__ import annotations

from datetime import date, datetime

from contracts.codec.message import Message


class PlanServing(Message, frozen=True):
    """How long a visitor of a service keeps a counter, from call to finish, and how surely that is known."""

    service: str
    counter_s: float
    stages: int
    """How many were measured."""
    origin: str
    """`hall`: measured here; `elsewhere`: the same service in other halls; `setup`: assumed by the set-up."""
    target_s: int


class PlanNeed(Message, frozen=True):
    """What one service brings in a half hour."""

    service: str
    arrivals: float
    """Expected, on average."""
    counters: int
    """How many of the open counters must be able to serve it."""


class PlanSlot(Message, frozen=True):
    """One half hour; `begins` is the hall's local HH:MM."""

    begins: str
    arrivals: float
    counters: int
    """To be open, where each serves the next visitor."""
    apart: int
    """To be open, where each serves one service only."""
    agents: int
    """To be in the hall, so that this number of counters stays open while breaks and prayer are kept in turns."""
    prayer: str | None
    needs: tuple[PlanNeed, ...]


class PlanDay(Message, frozen=True):
    """One open day of the week; it stands on `days` past days: of its weekday, or of all where those are too few."""

    day: date
    days: int
    basis: str
    """`weekday`, `all_days` or `too_few`, with which nothing is planned."""
    slots: tuple[PlanSlot, ...]
    most: int
    """The most agents in any half hour."""


class PlanView(Message, frozen=True):
    """Answer of GET /plan; `days_needed` past days are the least for a plan."""

    at: datetime
    first: date
    last: date
    weeks: int
    """How many weeks of arrivals were read."""
    days: int
    days_needed: int
    aim: int
    """How many of a hundred visitors are to be called within their service's target."""
    break_share: int
    """Percent of their time that agents are on a break."""
    services: tuple[PlanServing, ...]
    week: tuple[PlanDay, ...]
