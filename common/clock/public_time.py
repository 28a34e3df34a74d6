r"""The time of day as visitors read it in Oman: twelve hours and a word for the half of the day; staff read 24 hours.

>>> public_time("15:05", "en"), public_time("00:30", "ar"), public_time("15:05", "ar", "arabic_indic")
('3:05 pm', '12:30 ص', '٣:٠٥ م')
"""

from __future__ import annotations

from datetime import datetime

from common.text.digits import WESTERN, in_digits, isolated
from common.text.languages import RIGHT_TO_LEFT
from common.text.texts import texts

_LANGUAGES = ("ar", "en", "ur", "hi", "bn")


def public_time(clock: str, language: str, digits: str = WESTERN) -> str:
    """Return HH:MM of 24 hours as a visitor reads it; `digits` matters in Arabic only."""
    hour, _, minute = clock.partition(":")
    half = texts("paper", language if language in _LANGUAGES else "en").listed("halves_of_day")[int(hour) // 12]
    shown = f"{int(hour) % 12 or 12}:{minute} {half}"
    if language == "ar":
        return in_digits(shown, digits)
    return isolated(shown) if language in RIGHT_TO_LEFT else shown


def public_time_of(at: datetime, language: str, digits: str = WESTERN) -> str:
    """Return the time of day of a local instant as a visitor reads it."""
    return public_time(f"{at:%H:%M}", language, digits)
