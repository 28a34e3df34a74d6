"""Figures go over the wire and come back the same."""

from __future__ import annotations

from datetime import UTC, date, datetime

from contracts.codec.reader import from_json, to_json
from contracts.reporting.figures import Figures, FiguresPart, FiguresView, HeatCell

SOME = Figures(12, 10, 300.5, 280.0, 600.0, 80.0, 20.0, 9, 400.0, 390.5, 1, 10.0)
NONE = Figures(0, 0, None, None, None, None, None, 0, None, None, 0, None)
DAY = date(2026, 11, 24)


def test_they_come_back_as_they_went():
    view = FiguresView(
        datetime(2026, 11, 24, 6, 0, tzinfo=UTC), "day", DAY, DAY, None, SOME, (FiguresPart("A", SOME),),
        (FiguresPart("9", SOME),), (), (FiguresPart("", NONE),), (), (), (HeatCell(2, 9, 12, 10, None),),
    )  # fmt: skip
    assert from_json(FiguresView, to_json(view)) == view
