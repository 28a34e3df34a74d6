"""The centre's page texts in each language found in assets/i18n, Arabic first."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from math import ceil
from pathlib import Path
from zoneinfo import ZoneInfo

from common.clock.public_time import public_time
from common.text import texts
from common.text.days_in_words import period_in_words, weekday_in_words
from common.text.digits import isolated
from common.text.languages import direction
from contracts.centre.sync_api import DeviceBeat
from figures.period import Asked
from web.texts import LANGUAGES
from web.texts import texts as web_texts

ASSETS = Path(__file__).parents[2] / "assets"
DEFAULT = "ar"
NUMBERED = re.compile(r"(kiosk|board|counter|tablet|reader)[ -]?(\d{1,3})", re.IGNORECASE)
"""A device's name as most have it."""
ROUNDED_UP = frozenset({"median_s", "p90_s", "begin_s", "serving_s"})
"""Figures of waits rounded up to whole minutes, of beginnings to 5 and of servings to 30 seconds (figures.tally)."""
AT_MOST = ROUNDED_UP - {"p90_s"}
"""Those that say that they are at most this; the heading of the other one says "less than"."""
SHARES = frozenset({"within", "no_show", "held", "on_time"})


class Texts(texts.Texts):
    """The texts of one language and how it shows numbers and times."""

    @property
    def direction(self) -> str:
        """Return the reading direction as HTML names it."""
        return direction(self.language)

    def count(self, key: str, n: int) -> str:
        """Return a counted text in the form that `n` asks for."""
        return self.counted(key, n).format(n=n)

    def minutes_range(self, low: int, high: int) -> str:
        """Return a range of minutes in the form that its upper end asks for; from none on, its upper end alone."""
        if low == 0:
            return self.counted("minutes_up_to", high).format(n=high)
        return self.counted("minutes_range", high).format(low=low, high=high)

    def public_hours(self, first: str, last: str) -> str:
        """Return from when to when visitors get tickets, in twelve hours."""
        return self["from_to"].format(first=public_time(first, self.language), last=public_time(last, self.language))

    def name(self, names: Mapping[str, str], otherwise: str) -> str:
        """Return the name in this language, else in any, else `otherwise`."""
        return names.get(self.language) or next(iter(names.values()), "") or otherwise

    def duration(self, seconds: float | None) -> str:
        """Return a duration as people say it: seconds below a minute, else whole minutes; a dash for none."""
        if seconds is None:
            return "–"
        if seconds < 60:
            return self.count("seconds", round(seconds))
        return self.count("minutes", round(seconds / 60))

    def long_duration(self, seconds: float | None) -> str:
        """Return a duration that may be long: as above, but hours from two on and days from two on."""
        if seconds is None or seconds < 2 * 3600:
            return self.duration(seconds)
        hours = round(seconds / 3600)
        return self.count("hours", hours) if hours < 48 else self.count("days", round(hours / 24))

    def act(self, action: str) -> str:
        """Return the text of an act, or its own name if there is no text for it."""
        return str(self.words.get(f"act_{action}", action))

    def day_words(self) -> dict[str, str]:
        """Return what the fields for a day say, which are those of the hall's pages."""
        return {key: text for key, text in web_texts(self.language).items() if key.startswith("day.")}

    def source(self, stored: str) -> str:
        """Return the text of a word that the centre stores for who acted or how, or what is stored: a name."""
        return str(self.words.get("source_" + re.sub(r"\W+", "_", stored.replace("'", "")), stored))

    def moment(self, instant: datetime, zone: str) -> str:
        """Return day and time at the halls."""
        return f"{instant.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}"

    def clock(self, instant: datetime, zone: str) -> str:
        """Return the time of day at the halls, to the second."""
        return f"{instant.astimezone(ZoneInfo(zone)):%H:%M:%S}"

    def day(self, day: date) -> str:
        """Return a day with its weekday."""
        return weekday_in_words(day, web_texts(self.language))

    def period(self, asked: Asked) -> str:
        """Return a period from its first to its last day."""
        return period_in_words(asked.period, *asked.days, web_texts(self.language))

    def alert(self, kind: str) -> str:
        """Return an alert's text, or a general one if there is no text for its kind."""
        return str(self.words.get(f"alert_{kind}", self.words["alert_other"]))

    def device(self, device: DeviceBeat) -> str:
        """Return a device and how it is; of a counter's PC, which reports nothing while it works, its number alone."""
        name = self.device_name(device)
        if device.kind == "counter" and device.state == "unknown" and not device.last_seen:
            return name
        state = "silent" if device.silent else device.state
        said = self.words.get(f"device_{state}", self["device_unknown"])
        if not device.synthetic:
            return f"{name}: {said}"
        return f"{name}: {said} · {self['device_synthetic'].format(n=device.synthetic, of=device.clips)}"

    def device_name(self, device: DeviceBeat) -> str:
        """Return a device's name; a counter's PC has the counter's number where it has no name."""
        named = device.counter is not None and device.name == device.kind
        return str(self["device_counter"].format(n=device.counter)) if named else self._device_name(device.name)

    def _device_name(self, name: str) -> str:
        """Return a name that is a kind and a number, as most are, in this language; any other as it is."""
        numbered = NUMBERED.fullmatch(name)
        if numbered is None:
            return f"\u2068{name}\u2069"
        return str(self[f"device_name_{numbered[1].lower()}"]).format(n=numbered[2])

    def measure(self, value: float, unit: str) -> str:
        """Return a figure as its unit is shown: count, seconds, long (seconds too) or percent."""
        if unit == "seconds":
            return self.duration(value)
        if unit == "long":
            return self.long_duration(value)
        if unit == "percent":
            # Alone in Arabic text the sign would stray to the other side of its number.
            return isolated(f"{value:g}%") if self.language == "ar" else f"{value:g}%"
        return f"{value:,.0f}"

    def figure(self, name: str, value: float | None) -> str:
        """Return a figure as its name asks for; a dash for none."""
        unit = "seconds" if name.endswith("_s") else "percent" if name in SHARES else "count"
        return "–" if value is None else self.bounded(name, value, unit)

    def cell(self, name: str, value: float | None) -> str:
        """Return a figure for a narrow column: as `figure` does, with the word for minutes abbreviated."""
        if value is None or value < 60 or not name.endswith("_s"):
            return self.figure(name, value)
        bounded = name in ROUNDED_UP
        minutes = self["minutes_short"].format(n=ceil(value / 60) if bounded else round(value / 60))
        return self["at_most"].format(value=minutes) if name in AT_MOST else minutes

    def bounded(self, name: str, value: float, unit: str) -> str:
        """Return a figure as `measure` does; one that is kept rounded up says so, unless its heading does."""
        if name not in ROUNDED_UP:
            return self.measure(value, unit)
        # Whole minutes must not be rounded down: it would no longer be at most.
        shown = value if value < 60 else 60 * ceil(value / 60)
        return self["at_most"].format(value=self.measure(shown, unit)) if name in AT_MOST else self.measure(shown, unit)

    def ago(self, instant: datetime | None, now: datetime) -> str:
        """Return how long ago `instant` was."""
        if instant is None:
            return self["never"]
        minutes = max(0, int((now - instant).total_seconds() // 60))
        if minutes < 1:
            return self["moments_ago"]
        if minutes < 60:
            return self.count("minutes_ago", minutes)
        hours = minutes // 60
        return self.count("hours_ago", hours) if hours < 24 else self.count("days_ago", hours // 24)


def load_texts() -> dict[str, Texts]:
    """Return the texts by language, the default language first."""
    return {language: Texts(language, texts.texts("centre", language).words) for language in LANGUAGES}
