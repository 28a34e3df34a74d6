"""What a board gets beside the calls: notices by the clock, and how the hall wants calls spoken.

Additive only. Instants are aware UTC of the hall's clock; a board whose own clock is wrong sets it right first.
"""

from __future__ import annotations

from datetime import datetime

from contracts.codec.message import Message


class TimedNotice(Message, frozen=True):
    """A notice that stands from `shown_from` until `shown_until`; what it tells happens `at`.

    `kind` is `prayer`, `last_ticket` or `closing`, and `prayer` names which one. Calls made from `at` until
    `silent_until` are shown and flashed, not spoken: the call to prayer sounds.
    """

    kind: str
    at: datetime
    shown_from: datetime
    shown_until: datetime
    prayer: str | None = None
    silent_until: datetime | None = None


class VolumeView(Message, frozen=True):
    """From this local time (HH:MM) on, `percent` of full loudness; 0: calls are shown only."""

    at: str
    percent: int


class VoiceView(Message, frozen=True):
    """How boards speak; `languages` empty: as each was started. `volume` in order through the day."""

    languages: tuple[str, ...] = ()
    chime: bool = True
    fresh_s: int = 20
    volume: tuple[VolumeView, ...] = ()
