"""Figures of how kiosks were used, against sums by hand."""

from __future__ import annotations

from datetime import date

from contracts.devices.kiosk_figures import KioskFigures, KioskPart, KioskShare
from contracts.devices.kiosk_use import UseKind, UseRow
from figures.kiosk_figures import kiosk_figures

DAYS = (date(2026, 11, 29), date(2026, 12, 1))


def row(kind: UseKind, many: int, key: str = "", *, device: str = "k1", day: int = 0, hour: int = 9) -> UseRow:
    return UseRow(device, DAYS[day], hour, kind, key, many)


ROWS = [
    row(UseKind.STARTED, 6), row(UseKind.TICKET, 4), row(UseKind.ABANDONED, 2, "services"),
    row(UseKind.PAPER, 4), row(UseKind.PAPER_S, 50), row(UseKind.LANGUAGE, 6, "ar"),
    row(UseKind.STARTED, 2, device="k2", day=1, hour=10), row(UseKind.REFUSED, 1, device="k2", day=1, hour=10),
    row(UseKind.ABANDONED, 1, "help", device="k2", day=1, hour=10),
    row(UseKind.LANGUAGE, 2, "en", device="k2", day=1, hour=10),
]  # fmt: skip
FIRST = KioskFigures(started=6, tickets=4, refused=0, abandoned=2, abandoned_share=33.3, to_paper_s=12.5)
SECOND = KioskFigures(started=2, tickets=0, refused=1, abandoned=1, abandoned_share=50.0, to_paper_s=None)


def test_the_whole_and_its_parts() -> None:
    told = kiosk_figures(ROWS, {"k1": "Entrance"})
    assert told.total == KioskFigures(8, 4, 1, 3, 37.5, 12.5)
    assert told.kiosks == (KioskPart("k1", FIRST, "Entrance"), KioskPart("k2", SECOND))
    assert [(one.key, one.figures) for one in told.hours] == [("9", FIRST), ("10", SECOND)]
    assert [one.key for one in told.steps] == ["2026-11-29", "2026-12-01"]


def test_screens_are_shares_of_the_abandoned_and_languages_of_all() -> None:
    told = kiosk_figures(ROWS, {})
    assert told.screens == (KioskShare("services", 2, 66.7), KioskShare("help", 1, 33.3))
    assert told.languages == (KioskShare("ar", 6, 75.0), KioskShare("en", 2, 25.0))
    assert told.helps == ()


def test_a_year_is_told_by_month() -> None:
    assert [one.key for one in kiosk_figures(ROWS, {}, by_month=True).steps] == ["2026-11-01", "2026-12-01"]


def test_where_nothing_was_counted_nothing_is_claimed() -> None:
    told = kiosk_figures([], {})
    assert told.total == KioskFigures(0, 0, 0, 0, None, None)
    assert (told.kiosks, told.hours, told.steps, told.screens) == ((), (), (), ())
