"""A report on figures in one language, as the writers of workbook and paper get it.

>>> KeyFigure(Column("Mean wait", DURATION), 90.0).value
90.0
"""

from __future__ import annotations

from contracts.codec.message import Message

COUNT, DAYS, DURATION, PERCENT, TEXT = "count", "days", "duration", "percent", "text"
Value = str | float | None


class Column(Message, frozen=True):
    """One column of a table, or one key figure: what it is called and what its values are."""

    head: str
    kind: str
    """`count`, `days` (with halves), `duration` (seconds), `percent` (0 to 100) or `text`."""


class KeyFigure(Message, frozen=True):
    """One of the figures on top."""

    column: Column
    value: Value


class ReportTable(Message, frozen=True):
    """One table; the first column names its rows."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]


class Report(Message, frozen=True):
    """All that a report says, in one language."""

    direction: str
    title: str
    facts: tuple[tuple[str, str], ...]
    """What it is about: hall, period, service, when it was made and for whom."""
    key: tuple[KeyFigure, ...]
    tables: tuple[ReportTable, ...]
    definitions: tuple[tuple[str, str], ...]
    words: dict[str, str]
    """The few other texts that a drawing of it needs."""
    digest: str
    """Of the figures themselves: the hall says the same again as long as it holds the same figures."""
    digits: str = "western"
    """How paper writes numbers: `western` or `arabic_indic`; a spreadsheet follows its reader."""
    ministry: str = ""
    """The ministry's name, over the title on paper."""
    emblem: str = ""
    """Its emblem for light grounds as a data URI, beside the title on paper."""
