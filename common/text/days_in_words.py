"""Days and periods as people say them, in the language of the texts (pure)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date


def period_in_words(period: str, first: date, last: date, t: Mapping[str, str]) -> str:
    """Return a period from its first to its last day for a reader; `t` are the texts of `web.texts`."""
    if period == "day":
        return weekday_in_words(first, t)
    if period == "month":
        return f"{t[f'report.month_{first.month}']} {first.year}"
    if period == "year":
        return str(first.year)
    if period == "decade":
        return t["figures.range"].format(first=first.year, last=last.year)
    return t["figures.range"].format(first=day_in_words(first, t), last=day_in_words(last, t))


def weekday_in_words(day: date, t: Mapping[str, str]) -> str:
    """Return a day with its weekday."""
    return f"{t[f'report.weekday_{day.isoweekday()}']}{t['report.comma']} {day_in_words(day, t)}"


def day_in_words(day: date, t: Mapping[str, str]) -> str:
    """Return a day for a reader, with the month's name."""
    return f"{day.day} {t[f'report.month_{day.month}']} {day.year}"
