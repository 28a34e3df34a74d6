"""Figures of appointments with officials: booked, kept, and how long who came waited. Additive only."""

from __future__ import annotations

from contracts.codec.message import Message


class OfficialFigures(Message, frozen=True):
    """Figures of many appointments, by the day of their slot."""

    booked: int
    """All of them, those that were given up too."""
    arrived: int
    """Their holder checked in."""
    met: int
    """The official began with him."""
    cancelled: int
    """Given up before or after the check-in."""
    no_shows: int
    """The time to check in is over, or he was called, and nobody came."""
    wait_median_s: float | None
    """From the slot, or the check-in where that was later, to the first call; of those who were called."""
    wait_p90_s: float | None


class OfficialPart(Message, frozen=True):
    """One official; `names` are empty if he is no longer in the hall's settings."""

    key: str
    names: dict[str, str]
    figures: OfficialFigures


class OfficialsFigured(Message, frozen=True):
    """All such appointments of a period, and those of each official who has one."""

    total: OfficialFigures
    officials: tuple[OfficialPart, ...]
