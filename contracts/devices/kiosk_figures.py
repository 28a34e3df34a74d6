"""Figures of how the kiosks were used: counters without persons. Additive only."""

from __future__ import annotations

from contracts.codec.message import Message


class KioskFigures(Message, frozen=True):
    """Figures of many uses of a kiosk; null where nothing was measured."""

    started: int
    """Uses that began with a touch and ended."""
    tickets: int
    refused: int
    """Ended with the reason why there was no ticket."""
    abandoned: int
    """Ended without ticket and without reason: the visitor walked away or went back to the first screen."""
    abandoned_share: float | None
    """Percent of the uses that began."""
    to_paper_s: float | None
    """Mean time from the first touch to the printed ticket."""


class KioskPart(Message, frozen=True):
    """One kiosk (its id, and the `name` that it was paired with), one hour (0 to 23), one day or a month's first."""

    key: str
    figures: KioskFigures
    name: str = ""


class KioskShare(Message, frozen=True):
    """One screen, language or kind of help: how many uses, and their share in percent of those it parts."""

    key: str
    many: int
    share: float | None


class KiosksFigured(Message, frozen=True):
    """All uses of a period and each way to part them; parts in which nothing was counted are left out."""

    total: KioskFigures
    kiosks: tuple[KioskPart, ...]
    hours: tuple[KioskPart, ...]
    steps: tuple[KioskPart, ...]
    screens: tuple[KioskShare, ...]
    """Where abandoned uses ended; share of the abandoned ones."""
    languages: tuple[KioskShare, ...]
    """Share of all uses."""
    helps: tuple[KioskShare, ...]
    """Kinds of help that were switched on; share of all uses."""
