"""The morning in which the demo's hall stands at a quarter past ten: healthy, with one service past its target."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from commands.demo.scenario.clock import BEGINS
from commands.demo.scenario.past_day import DayPlan, usual_day
from commands.demo.scenario.visitors_of_day import Comer, comer_at
from hall.kernel.ids import CounterId, ServiceCode
from hall.kernel.settings import HallSettings

SLOW = "T"
"""Transactions: two counters serve them, and both have had a long case in hand for half an hour."""
_LONGEST_S = 14 * 60
"""Nobody else takes longer this morning."""
_SLOW_COUNTERS = (CounterId(3), CounterId(4))
_YOURS = CounterId(1)
"""The counter of the person who opens the demo: it has just become free."""
_SLOW_COME_MIN = (-150.0, -131.0, -118.0, -96.0, -84.0, -42.0, -39.0, -27.5, -22.0, -15.0, -9.0, -3.5)
_OTHERS_COME = (
    ("H", -30.0), ("M", -29.0), ("R", -24.0), ("A", -20.0), ("L", -17.0), ("A", -13.0), ("L", -11.0), ("R", -9.0),
    ("A", -5.6), ("F", -4.6), ("H", -4.4), ("M", -4.0), ("F", -3.6), ("L", -4.2), ("H", -3.0), ("A", -2.2), ("M", -1.4),
    ("F", -0.8),
)  # fmt: skip


def this_morning(settings: HallSettings, day: date) -> DayPlan:
    """Return the morning of `day` until a quarter past ten, with the agents of counters 1 to 8 at work."""
    until = datetime.combine(day, BEGINS, ZoneInfo(settings.time_zone))
    usual = usual_day(settings, day, 110)
    quiet = until - timedelta(minutes=45)
    before = [one for one in usual.comers if one.at < quiet and one.service != SLOW]
    chosen = [*before, *_last_minutes(settings, until)]
    people = sorted((replace(one, serving_s=min(one.serving_s, _LONGEST_S)) for one in chosen), key=lambda one: one.at)
    return DayPlan(
        day,
        people,
        [one.number for one in settings.counters if one.number <= 8],
        until,
        last_calls={
            _YOURS: until - timedelta(minutes=2),
            **dict.fromkeys(_SLOW_COUNTERS, until - timedelta(minutes=28)),
        },
        hold={
            _YOURS: (until - timedelta(minutes=14), until - timedelta(seconds=50)),
            **dict.fromkeys(_SLOW_COUNTERS, (until - timedelta(minutes=43), until + timedelta(minutes=5))),
        },
        estimated=True,
    )


def _last_minutes(settings: HallSettings, until: datetime) -> Iterator[Comer]:
    chance = random.Random(str(until))  # noqa: S311  # made-up people are no secret
    for service, minutes in (*((SLOW, at) for at in _SLOW_COME_MIN), *_OTHERS_COME):
        serving_s = 1.2 * settings.service(ServiceCode(service)).expected_serving_s
        yield comer_at(until + timedelta(minutes=minutes), service, serving_s, chance)
