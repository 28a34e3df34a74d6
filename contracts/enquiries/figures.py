"""Figures of enquiries: what was asked, by topic and channel, and how soon it was answered. Additive only."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class EnquiryFigures:
    """Figures of many enquiries."""

    received: int
    at_once: int
    """Answered at once, without a record of the question."""
    open: int
    """Not confirmed yet by whoever asked."""
    answered: int
    """Left open at first and answered since."""
    answer_median_s: float | None
    """From the receipt to the answer, of those."""
    answer_p90_s: float | None


@dataclass(frozen=True)
class EnquiryPart:
    """One topic, or one channel (which has no `names` here)."""

    key: str
    names: dict[str, str]
    figures: EnquiryFigures


@dataclass(frozen=True)
class EnquiriesFigured:
    """All enquiries of a period and each way to part them; parts without an enquiry are left out."""

    total: EnquiryFigures
    topics: tuple[EnquiryPart, ...]
    channels: tuple[EnquiryPart, ...]
