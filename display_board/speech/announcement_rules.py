"""How a call is spoken now, if at all: languages, chime and loudness as the hall has set them, silence at prayer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from contracts.settings.boards import VoiceView, VolumeView
from contracts.settings.hall_view import HallView
from display_board.calls.freshness import FRESH_S

PRAYER = "prayer"
VOLUME_0 = "volume 0"


@dataclass(frozen=True, slots=True)
class Speech:
    """How one call sounds; `silent_because` tells why it does not (or is empty)."""

    languages: tuple[str, ...]
    chime: bool = True
    percent: int = 100
    silent_because: str = ""


def speech_at(hall: HallView | None, languages: tuple[str, ...], now: datetime) -> Speech:
    """Return how calls are spoken at `now` by the hall's clock; `languages` are the board's own, where it sets none."""
    if hall is None:
        return Speech(languages)
    voice = hall.voice or VoiceView()
    percent = percent_at(voice.volume, now.astimezone(_zone_of(hall)).time())
    prayer = any(one.silent_until is not None and one.at <= now < one.silent_until for one in hall.timed)
    because = PRAYER if prayer else VOLUME_0 if percent == 0 else ""
    return Speech(voice.languages or languages, voice.chime, percent, because)


def _zone_of(hall: HallView) -> tzinfo | None:
    try:
        return ZoneInfo(hall.time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        return None  # the board has said so; this computer's own zone is the best guess


def percent_at(steps: Sequence[VolumeView], local: time) -> int:
    """Return the loudness of the last step that was reached; before the first the day's last one holds.

    >>> steps = [VolumeView("07:00", 90), VolumeView("12:30", 50)]
    >>> [percent_at(steps, at) for at in (time(12, 29), time(12, 30), time(6))], percent_at([], time(6))
    ([90, 50, 50], 100)
    """
    if not steps:
        return 100
    reached = [step for step in steps if time.fromisoformat(step.at) <= local]
    return (reached or list(steps))[-1].percent


def fresh_s_of(hall: HallView | None) -> float:
    """Return the seconds for which a call of this hall is fresh."""
    return hall.voice.fresh_s if hall is not None and hall.voice is not None else FRESH_S
