"""Arrangements end with their service day: the next one begins as the hall was set up."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from hall.application.fact_ports import RecordsFacts
from hall.application.settings_ports import ChangesSettings, HasSettings
from hall.domain.day_events import ArrangementTakenBack

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
