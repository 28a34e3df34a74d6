"""The sudden closure that holds now, as programs and boards tell it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from common.clock.public_time import public_time_of
from common.text.digits import in_digits
from common.text.texts import texts
from contracts.day.closures import ClosingNow
from hall.kernel.closure import Closure
from hall.kernel.moment import Moment
from hall.kernel.settings import HallSettings

BOARDS_SPEAK = ("ar", "en")
"""The languages in which the hall makes the sentence itself."""


def closing_now(settings: HallSettings, now: Moment) -> ClosingNow | None:
    """Return the closure that holds now, or None."""
    one = settings.closure_at(now.at)
    return None if one is None else ClosingNow(one.reason, one.until, dict(one.texts))


def closing_notice(settings: HallSettings, now: Moment) -> tuple[dict[str, str], ...]:
    """Return the notice that boards show before all others while the hall is closed suddenly; none at other times."""
    one = settings.closure_at(now.at)
    if one is None:
        return ()
    return ({tag: _sentence(one, tag, settings, now.at) for tag in settings.languages if tag in BOARDS_SPEAK},)


def _sentence(one: Closure, tag: str, settings: HallSettings, now: datetime) -> str:
    words, zone = texts("hall", tag), ZoneInfo(settings.time_zone)
    until = one.until.astimezone(zone)
    time, day = public_time_of(until, tag, settings.digits), in_digits(f"{until:%d/%m}", settings.digits)
    key = "closing.until_time" if until.date() == now.astimezone(zone).date() else "closing.until_day"
    parts = (words[f"closing.{one.reason.value}"], one.texts.get(tag, ""), words[key].format(time=time, day=day))
    return " ".join(part for part in parts if part)
