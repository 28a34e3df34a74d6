"""Arrangements end with their service day: the next one begins as the hall was set up."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from hall.calendar.facts import ArrangementTakenBack
from hall.kernel.ports import ChangesSettings, HasSettings, RecordsFacts

BY_DAY = "day"
"""Who takes back what nobody did."""


class LapseArrangementsWork(ChangesSettings, HasSettings, RecordsFacts, Protocol):
    """What ending arrangements reads and writes: the hall's settings."""


def lapse_arrangements(day: date, *, work: LapseArrangementsWork) -> None:
    """Take back all that was arranged for other days than this one."""
    standing = work.settings.arrangements
    over = [one for one in standing if one.day != day]
    if not over:
        return
    work.arrange(tuple(one for one in standing if one.day == day), BY_DAY)
    for one in over:
        work.record(ArrangementTakenBack(one.id, one.kind, BY_DAY))
