"""Say a number when the hall head checks the hall before it opens, and report to the hall that it was said."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol

from contracts.live import FactMessage
from contracts.queue.answers import Problem
from contracts.queue.bodies import DeviceActRequest
from contracts.settings.hall_view import HallView
from contracts.words.hall import DeviceAct
from display_board.speech.announcement_rules import speech_at
from display_board.speech.chime import Said
from qtkit.hall.problems import Answer

log = logging.getLogger(__name__)

BEGUN = "opening_check_begun"
FRESH = timedelta(minutes=2)
"""A check that began longer ago (the board was cut off) is over."""


class Speaker(Protocol):
    """Says a call; `display_board.speech.chime.Chime` does."""

    def say(
        self,
        ticket: str,
        counter: int,
        languages: tuple[str, ...],
        ended: Callable[[Said], None],
        *,
        chime: bool = True,
        percent: int = 100,
    ) -> None:
        """Say a call in `languages` in turn; `ended` is called when it has sounded or cannot."""
        ...


class Teller(Protocol):
    """Sends a command to the hall; `qtkit.hall.calls.HallCalls` does."""

    def call(
        self, method: str, path: str, body: object, on_done: Callable[[Answer | None, Problem | None], None]
    ) -> object:
        """Send it; `on_done` hears what came back."""
        ...


class OpeningTest:
    """Follows the live link; the number is the first of the hall's first service, at its first counter."""

    def __init__(self, speaker: Speaker, teller: Teller, languages: tuple[str, ...]) -> None:
        self._speaker, self._teller, self._languages = speaker, teller, languages

    def follow(self, fact: FactMessage, hall: HallView | None, now: datetime) -> None:
        """Speak where a check has just begun, as calls are spoken at this hour; `now` by the hall's clock."""
        if fact.kind != BEGUN or hall is None or abs(now - fact.at) > FRESH:
            return
        speech = speech_at(hall, self._languages, now)
        if speech.silent_because:
            log.info("no number is said for the check before the opening: %s", speech.silent_because)
            self._answer(DeviceAct.TEST_MUTED)
            return
        prefix = hall.services[0].prefix if hall.services else ""
        counter = hall.counters[0].counter if hall.counters else 1
        self._speaker.say(
            f"{prefix}001", counter, speech.languages, self._after_speech, chime=speech.chime, percent=speech.percent
        )

    def _after_speech(self, said: Said) -> None:
        if said.silent_because:
            log.warning("the check before the opening was not heard: %s", said.silent_because)
        self._answer(DeviceAct.TEST_UNSPOKEN if said.silent_because else DeviceAct.TEST_SPOKEN)

    def _answer(self, act: DeviceAct) -> None:
        self._teller.call("POST", "/devices/self/acts", DeviceActRequest(act), _told)


def _told(_answer: Answer | None, problem: Problem | None) -> None:
    if problem is not None:
        log.warning("the hall did not take the word of the spoken test: %s", problem.code)
