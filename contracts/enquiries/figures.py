"""Figures of enquiries: what was asked, by topic and channel, and how soon it was answered. Additive only."""

from __future__ import annotations

from contracts.codec.message import Message


class EnquiryFigures(Message, frozen=True):
    """Figures of many enquiries."""

    received: int
    at_once: int
    """Answered at once, without a record of the question."""
    open: int
    """Not confirmed yet by the person who asked."""
    answered: int
    """Left open at first and answered since."""
    answer_median_s: float | None
    """From the receipt to the answer, of those."""
    answer_p90_s: float | None


class EnquiryPart(Message, frozen=True):
    """One topic, or one channel (which has no `names` here)."""

    key: str
    names: dict[str, str]
    figures: EnquiryFigures


class EnquiriesFigured(Message, frozen=True):
    """All enquiries of a period and each way to part them; parts without an enquiry are left out."""

    total: EnquiryFigures
    topics: tuple[EnquiryPart, ...]
    channels: tuple[EnquiryPart, ...]
