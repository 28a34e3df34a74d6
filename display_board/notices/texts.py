"""What a notice by the clock says, in each language of the board."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from display_board.drawing.wording import Wording
from display_board.notices.presenter import COMING, SOUNDING, UNDER_WAY, TimedView

CONTEXT = "TimedWords"
TEXTS = {
    ("prayer", COMING): QT_TRANSLATE_NOOP(
        "TimedWords", "{prayer} prayer at {time}: during the call to prayer, calls are shown, not spoken"
    ),
    ("prayer", SOUNDING): QT_TRANSLATE_NOOP("TimedWords", "Call to {prayer} prayer: calls are shown, not spoken"),
    ("prayer", UNDER_WAY): QT_TRANSLATE_NOOP("TimedWords", "{prayer} prayer: you keep your turn if you miss a call"),
    ("last_ticket", COMING): QT_TRANSLATE_NOOP("TimedWords", "Last ticket at {time}"),
    ("closing", COMING): QT_TRANSLATE_NOOP(
        "TimedWords", "The hall closes at {time}. Everyone who has a ticket will be served"
    ),
}
PRAYERS = {
    "fajr": QT_TRANSLATE_NOOP("TimedWords", "Fajr"),
    "dhuhr": QT_TRANSLATE_NOOP("TimedWords", "Dhuhr"),
    "asr": QT_TRANSLATE_NOOP("TimedWords", "Asr"),
    "maghrib": QT_TRANSLATE_NOOP("TimedWords", "Maghrib"),
    "isha": QT_TRANSLATE_NOOP("TimedWords", "Isha"),
}


def timed_lines(view: TimedView, wording: Wording) -> tuple[str, ...]:
    """Return the notice, one line for each language; none for a kind that only a newer hall knows."""
    text = TEXTS.get((view.kind, view.phase))
    if text is None:
        return ()
    return tuple(_line(text, view, wording, tag) for tag in wording.tags)


def _line(text: object, view: TimedView, wording: Wording, tag: str) -> str:
    name = PRAYERS.get(view.prayer)
    prayer = wording.text(tag, CONTEXT, str(name)) if name else view.prayer
    time = wording.language.time(view.time, tag)
    return wording.text(tag, CONTEXT, str(text)).format(prayer=prayer, time=time)
