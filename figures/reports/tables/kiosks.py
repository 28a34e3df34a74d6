"""Figures of how kiosks were used as tables of a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contracts.devices.kiosk_figures import KioskFigures, KioskPart, KiosksFigured
from contracts.reporting.report import COUNT, DURATION, PERCENT, TEXT, Column, ReportTable

COLUMNS = {
    "started": COUNT, "tickets": COUNT, "refused": COUNT, "abandoned": COUNT, "abandoned_share": PERCENT,
    "to_paper_s": DURATION,
}  # fmt: skip
PARTS = {"kiosks": "kiosk", "hours": "hour", "steps": "step"}
SHARES = {"screens": "screen", "languages": "language", "helps": "help"}
MEANINGS = tuple(COLUMNS)


def kiosk_tables(figured: KiosksFigured, t: Mapping[str, str]) -> Iterator[ReportTable]:
    """Return a table for each way to part the uses, the whole in its last row; none where nobody used a kiosk."""
    if not figured.total.started:
        return
    for name, part in PARTS.items():
        heads = (Column(t[f"kiosks_of.{part}"], TEXT), *(Column(t[f"kiosks_of.{c}"], COLUMNS[c]) for c in COLUMNS))
        found: tuple[KioskPart, ...] = getattr(figured, name)
        rows = [(one.name or one.key, *_values(one.figures)) for one in found]
        whole = (t["figures.total"], *_values(figured.total))
        yield ReportTable(f"kiosks_{name}", t[f"kiosks_of.by_{part}"], heads, (*rows, whole))
    for name, part in SHARES.items():
        heads = (
            Column(t[f"kiosks_of.{part}"], TEXT),
            Column(t["kiosks_of.many"], COUNT),
            Column(t["kiosks_of.share"], PERCENT),
        )
        shares = getattr(figured, name)
        rows_of_part = tuple((_named(part, one.key, t), one.many, one.share) for one in shares)
        if rows_of_part:
            yield ReportTable(f"kiosks_{name}", t[f"kiosks_of.by_{part}"], heads, rows_of_part)


def kiosk_meanings(t: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Return what the figures mean."""
    for one in MEANINGS:
        yield t[f"kiosks_of.{one}"], t[f"kiosks_of.{one}_means"]


def _named(part: str, key: str, t: Mapping[str, str]) -> str:
    return t.get(f"kiosk_{part}.{key}", key)


def _values(figures: KioskFigures) -> Iterator[float | None]:
    return (getattr(figures, column) for column in COLUMNS)
