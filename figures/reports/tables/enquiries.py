"""Figures of enquiries as tables of a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contracts.enquiries.figures import EnquiriesFigured, EnquiryFigures, EnquiryPart
from contracts.reporting.report import COUNT, DURATION, TEXT, Column, ReportTable

COLUMNS = {
    "received": COUNT, "at_once": COUNT, "open": COUNT, "answered": COUNT, "answer_median_s": DURATION,
    "answer_p90_s": DURATION,
}  # fmt: skip
PARTS = {"topics": "topic", "channels": "channel"}
MEANINGS = ("received", "at_once", "open", "answered", "answer_median_s")


def enquiry_tables(figured: EnquiriesFigured, t: Mapping[str, str], language: str) -> Iterator[ReportTable]:
    """Return a table for each way to part the enquiries, the whole in its last row; none where there is none."""
    if not figured.total.received:
        return
    for name, part in PARTS.items():
        heads = (
            Column(t[f"enquiries_of.{part}"], TEXT),
            *(Column(t[f"enquiries_of.{c}"], COLUMNS[c]) for c in COLUMNS),
        )
        found: tuple[EnquiryPart, ...] = getattr(figured, name)
        rows = [(_named(part, one, t, language), *_values(one.figures)) for one in found]
        whole = (t["figures.total"], *_values(figured.total))
        yield ReportTable(f"enquiries_{name}", t[f"enquiries_of.by_{part}"], heads, (*rows, whole))


def enquiry_meanings(t: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Return what the figures mean."""
    for one in MEANINGS:
        yield t[f"enquiries_of.{one}"], t[f"enquiries_of.{one}_means"]


def _values(figures: EnquiryFigures) -> Iterator[float | None]:
    return (getattr(figures, column) for column in COLUMNS)


def _named(part: str, one: EnquiryPart, t: Mapping[str, str], language: str) -> str:
    if part == "channel":
        return t[f"enquiries.{one.key}"]
    return one.names.get(language) or one.key
