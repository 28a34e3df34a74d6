"""The definitions of the figures of enquiries: what is counted, and from when to when (pure)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from contracts.enquiries.figures import EnquiriesFigured, EnquiryFigures, EnquiryPart
from figures.percentiles import median, nine_of_ten


class EnquiryRow(NamedTuple):
    """One enquiry as figures need it, or many that are alike."""

    topic: str
    channel: str
    at_once: bool
    """Answered at once: no question was kept."""
    confirmed: bool
    answer_s: float | None
    """From the receipt to the answer; None where it was answered at once, or is not answered."""
    many: int = 1


def enquiry_figures(rows: Sequence[EnquiryRow], topics: Mapping[str, Mapping[str, str]]) -> EnquiriesFigured:
    """Return the figures of all and of each part; `topics` are called so today."""
    return EnquiriesFigured(
        _figures(rows), _parts(rows, attrgetter("topic"), topics), _parts(rows, attrgetter("channel"), {})
    )


def _figures(rows: Iterable[EnquiryRow]) -> EnquiryFigures:
    every = list(rows)
    times = sorted(row.answer_s for row in every if row.answer_s is not None)
    return EnquiryFigures(
        received=sum(row.many for row in every),
        at_once=sum(row.many for row in every if row.at_once),
        open=sum(row.many for row in every if not row.confirmed),
        answered=len(times),
        answer_median_s=median(times),
        answer_p90_s=nine_of_ten(times),
    )


def _parts(
    rows: Iterable[EnquiryRow], key_of: Callable[[EnquiryRow], str], names: Mapping[str, Mapping[str, str]]
) -> tuple[EnquiryPart, ...]:
    parts: dict[str, list[EnquiryRow]] = {}
    for row in rows:
        parts.setdefault(key_of(row), []).append(row)
    return tuple(EnquiryPart(key, dict(names.get(key, {})), _figures(parts[key])) for key in sorted(parts))
