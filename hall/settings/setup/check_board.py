"""What must hold in a set-up file's `[prayer]` and `[voice]`: known names, minutes in bounds, times in order."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from hall.calendar.prayer_times import PRAYERS
from hall.settings.setup.check import Finding, minutes
from hall.settings.setup.entries import PrayerEntry, PrayerTableEntry, SetupEntry, VoiceEntry, VolumeEntry

LANGUAGES = ("ar", "en")
LARGEST_CORRECTION_MIN = 60
BOUNDS = {"notice_min": (0, 60), "call_min": (0, 30), "window_min": (0, 90), "away_percent": (0, 100)}


def board_findings(setup: SetupEntry) -> list[Finding]:
    """Return everything that is wrong in what the boards show and speak by the clock."""
    return [*_prayer(setup.prayer), *_voice(setup.voice)]


def _prayer(prayer: PrayerEntry) -> Iterator[Finding]:
    for name, (least, most) in BOUNDS.items():
        if not least <= getattr(prayer, name) <= most:
            unit = "percent" if name.endswith("_percent") else "minutes"
            yield Finding(f"prayer.{name}", f"expected {least} to {most} {unit}, got {getattr(prayer, name)}")
    if prayer.window_min < prayer.call_min:
        yield Finding("prayer.window_min", "the prayer's window begins with the call, so it is at least call_min long")
    for name, correction in prayer.corrections_min.items():
        if name not in PRAYERS:
            yield Finding(f"prayer.corrections_min.{name}", f"expected one of {', '.join(PRAYERS)}")
        elif abs(correction) > LARGEST_CORRECTION_MIN:
            text = f"a correction is at most {LARGEST_CORRECTION_MIN} minutes; beyond it write a [[prayer.table]]"
            yield Finding(f"prayer.corrections_min.{name}", text)
    for at, days in enumerate(prayer.table):
        yield from _table(days, f"prayer.table[{at}]")


def _table(days: PrayerTableEntry, key: str) -> Iterator[Finding]:
    if days.last < days.first:
        yield Finding(f"{key}.last", "the last day is before the first")
    read = [at for text in days.times if (at := minutes(text)) is not None]
    if len(days.times) != len(PRAYERS) or len(read) != len(PRAYERS):
        yield Finding(f"{key}.times", f"five times HH:MM are needed: {', '.join(PRAYERS)}")
    elif any(later <= earlier for earlier, later in itertools.pairwise(read)):
        yield Finding(f"{key}.times", f"the times must run forward: {', '.join(PRAYERS)}")


def _voice(voice: VoiceEntry) -> Iterator[Finding]:
    for at, language in enumerate(voice.languages):
        if language not in LANGUAGES:
            yield Finding(f"voice.languages[{at}]", f"there is a voice for {', '.join(LANGUAGES)}, got {language!r}")
        elif language in voice.languages[:at]:
            yield Finding(f"voice.languages[{at}]", f"{language!r} is given twice")
    if not 5 <= voice.fresh_s <= 600:
        yield Finding("voice.fresh_s", f"expected 5 to 600 seconds, got {voice.fresh_s}")
    yield from _volume(voice.volume)


def _volume(steps: tuple[VolumeEntry, ...]) -> Iterator[Finding]:
    for at, step in enumerate(steps):
        if minutes(step.at) is None:
            yield Finding(f"voice.volume[{at}].at", f"a time is HH:MM, got {step.at!r}")
        if not 0 <= step.percent <= 100:
            yield Finding(f"voice.volume[{at}].percent", f"expected 0 to 100 percent, got {step.percent}")
    read = [minutes(step.at) for step in steps]
    for at, (earlier, later) in enumerate(itertools.pairwise(read), start=1):
        if earlier is not None and later is not None and later <= earlier:
            yield Finding(f"voice.volume[{at}].at", "the steps must run forward through the day")
