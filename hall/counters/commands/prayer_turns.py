"""For which services of an agent it is others' turn at prayer, as the hall stands now."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from hall.counters.model.prayer_turns import PrayerTurn, goes_to_prayer, turn_of_others
from hall.kernel.settings import HallSettings
from hall.queue.model.refusals import PrayerTurnError
from hall.queue.model.session import CounterSession
from hall.queue.queries.queue_context import taker_at


def prayer_turns(
    session: CounterSession, sessions: Sequence[CounterSession], settings: HallSettings
) -> tuple[PrayerTurn, ...]:
    """Return the services, in the agent's order, that a prayer break now would leave with too few counters."""
    others = [one for one in sessions if one.id != session.id]
    if not any(goes_to_prayer(one) for one in others):
        return ()
    served = {one.id: taker_at(settings, one.counter, one.agent).services for one in others}
    turns = (
        turn_of_others(
            code, [one for one in others if code in served[one.id]], away_percent=settings.prayer.away_percent
        )
        for code in taker_at(settings, session.counter, session.agent).services
    )
    return tuple(turn for turn in turns if turn is not None)


def back_text(turn: PrayerTurn, settings: HallSettings) -> str | None:
    """Return the hall's time (`HH:MM`) at which the first is due back, None where it is not known."""
    return f"{turn.back_at.astimezone(ZoneInfo(settings.time_zone)):%H:%M}" if turn.back_at is not None else None


def refuse_out_of_turn(turns: Sequence[PrayerTurn], settings: HallSettings) -> None:
    """Refuse a prayer break while it is others' turn; say for which services, how many are away, and until when."""
    if turns:
        told = "; ".join(
            f"{turn.service}: {turn.away} at prayer, first due back {back_text(turn, settings) or 'at no set time'}"
            for turn in turns
        )
        raise PrayerTurnError(f"it is others' turn at prayer ({told})")
