"""When the five prayers fall at a place on a day, from where the sun stands (pure astronomy, no table).

The sun's place is the low-precision series of the Astronomical Almanac (good to 0.01° until 2050, that is some seconds
of time). Dawn and nightfall are the sun 18° below the horizon, sunset 0.833° below it (refraction and the sun's
radius), noon its passage, and the afternoon begins when a shadow has grown by the length of what casts it. Dhuhr and
Asr, the two that fall into a hall's hours, do not depend on the angle of twilight at all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from math import acos, asin, atan, atan2, cos, degrees, radians, sin, tan

PRAYERS = ("fajr", "dhuhr", "asr", "maghrib", "isha")
TWILIGHT_DEG = 18.0
"""Depth of the sun at dawn (fajr) and at nightfall (isha), as Oman's calendar counts it."""
SUNSET_DEG = 0.833
ASR_SHADOW = 1.0
"""Lengths by which a shadow has grown since noon when the afternoon prayer begins (the Shafi'i count)."""
_J2000 = datetime(2000, 1, 1, 12, tzinfo=UTC)
_DAY = timedelta(days=1)
_ROUGHLY_FROM_NOON_H = {"fajr": -6.5, "asr": 3.25, "maghrib": 6.0, "isha": 7.25}
_ROUNDS = 3
"""The sun's declination is taken at the prayer itself: each round comes nearer, the third to less than a second."""


@dataclass(frozen=True, slots=True)
class Place:
    """A point of the earth, in degrees north and east."""

    latitude_deg: float
    longitude_deg: float


GOVERNORATE_PLACES = {
    "muscat": Place(23.588, 58.383),
    "dhofar": Place(17.019, 54.090),
    "musandam": Place(26.180, 56.248),
    "buraimi": Place(24.251, 55.793),
    "dakhiliyah": Place(22.933, 57.530),
    "north_batinah": Place(24.347, 56.709),
    "south_batinah": Place(23.391, 57.424),
    "north_sharqiyah": Place(22.691, 58.534),
    "south_sharqiyah": Place(22.567, 59.529),
    "dhahirah": Place(23.226, 56.516),
    "wusta": Place(19.960, 56.276),
}
"""Each one's chief town: Muscat, Salalah, Khasab, Buraimi, Nizwa, Sohar, Rustaq, Ibra, Sur, Ibri, Haima."""


def prayer_times(place: Place, day: date, *, twilight_deg: float = TWILIGHT_DEG) -> dict[str, datetime]:
    """Return the five prayers of the local `day` at a place (below 60° of latitude), UTC, to the minute.

    >>> times = prayer_times(GOVERNORATE_PLACES["muscat"], date(2026, 11, 24))
    >>> [f"{times[name]:%H:%M}" for name in PRAYERS]
    ['01:08', '07:54', '10:58', '13:19', '14:38']
    """
    noon = _settled(partial(_transit, place, day), _mean_noon(place, day))
    times = {"dhuhr": noon}
    for name, hours in _ROUGHLY_FROM_NOON_H.items():
        times[name] = _settled(partial(_at_altitude, name, place, day, twilight_deg), noon + timedelta(hours=hours))
    # The sun must have passed: half a minute too early would be before the prayer's time.
    times["dhuhr"] += timedelta(seconds=30)
    return {name: _to_the_minute(times[name]) for name in PRAYERS}


def _at_altitude(name: str, place: Place, day: date, twilight_deg: float, at: datetime) -> datetime:
    from_noon = _from_noon(place, at, _altitude_deg(name, place, at, twilight_deg))
    return _transit(place, day, at) + (-from_noon if name == "fajr" else from_noon)


def _altitude_deg(name: str, place: Place, at: datetime, twilight_deg: float) -> float:
    if name == "asr":
        declination = _sun(at)[0]
        return degrees(atan(1 / (ASR_SHADOW + tan(abs(radians(place.latitude_deg) - declination)))))
    return -SUNSET_DEG if name == "maghrib" else -twilight_deg


def _from_noon(place: Place, at: datetime, altitude_deg: float) -> timedelta:
    """Return how long before and after noon the sun stands at this altitude, by its declination at `at`."""
    latitude, declination = radians(place.latitude_deg), _sun(at)[0]
    cosine = (sin(radians(altitude_deg)) - sin(latitude) * sin(declination)) / (cos(latitude) * cos(declination))
    return _DAY * (degrees(acos(max(-1.0, min(1.0, cosine)))) / 360)


def _transit(place: Place, day: date, at: datetime) -> datetime:
    return _mean_noon(place, day) - _sun(at)[1]


def _mean_noon(place: Place, day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC) - _DAY * (place.longitude_deg / 360)


def _sun(at: datetime) -> tuple[float, timedelta]:
    """Return the sun's declination in radians, and by how much a sundial is ahead of the clock."""
    days = (at - _J2000) / _DAY
    anomaly, mean_longitude = radians(357.529 + 0.98560028 * days), (280.459 + 0.98564736 * days) % 360
    longitude = radians(mean_longitude + 1.915 * sin(anomaly) + 0.020 * sin(2 * anomaly))
    obliquity = radians(23.439 - 0.00000036 * days)
    ascension_deg = degrees(atan2(cos(obliquity) * sin(longitude), cos(longitude)))
    ahead_deg = (mean_longitude - ascension_deg + 180) % 360 - 180
    return asin(sin(obliquity) * sin(longitude)), _DAY * (ahead_deg / 360)


def _settled(step: Callable[[datetime], datetime], first: datetime) -> datetime:
    at = first
    for _ in range(_ROUNDS):
        at = step(at)
    return at


def _to_the_minute(at: datetime) -> datetime:
    return (at + timedelta(seconds=30)).replace(second=0, microsecond=0)
