"""Whether a call is new enough to be spoken, even if the board's clock is wrong.

A fact that arrives on a link that has stood for a while is fresh, and shows how far the two clocks are apart. One that
arrives right after a reconnection may be old: its age is the difference of the two clocks, with the known correction.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

FRESH_S = 20.0
"""A call older than this is shown, not spoken: its visitor has gone or knows it. A hall may set other seconds."""
_CLOCKS_AGREE_S = 20.0
"""A call that seems to come from further in the future than this shows that the clocks disagree."""
SETTLED_S = 2.0
"""This long after a reconnection the facts that were missed have all come."""


@dataclass(frozen=True, slots=True)
class Freshness:
    """What is known of link and clocks.

    `online_s`: when the link came up (monotonic seconds), None while cut. `ahead_s`: the board's clock minus the
    hall's, None until it is known. `fresh_s`: the age in seconds up to which a call is fresh.
    """

    online_s: float | None = None
    ahead_s: float | None = None
    fresh_s: float = FRESH_S


def came_online(state: Freshness, *, at_s: float) -> Freshness:
    """Return the state after the link came up at `at_s`."""
    return replace(state, online_s=at_s)


def went_offline(state: Freshness) -> Freshness:
    """Return the state after the link was cut."""
    return replace(state, online_s=None)


def judge_fact(state: Freshness, made_at: datetime, *, now: datetime, at_s: float) -> tuple[Freshness, bool]:
    """Return the state and whether a fact made at `made_at` (the hall's clock) and told now is fresh.

    `now` is the board's clock and `at_s` its monotonic seconds at the same instant.
    """
    if state.online_s is not None and at_s - state.online_s >= SETTLED_S:
        return replace(state, ahead_s=(now - made_at).total_seconds()), True
    return state, is_fresh(state, made_at, now=now)


def is_fresh(state: Freshness, made_at: datetime, *, now: datetime) -> bool:
    """Return whether a call made at `made_at` is at most `fresh_s` old by clocks set right as far as is known.

    A call from the future means that the clocks disagree and nothing is known yet: it is not spoken.
    """
    age_s = (now - made_at).total_seconds() - (state.ahead_s or 0.0)
    return -_CLOCKS_AGREE_S <= age_s <= state.fresh_s


def hall_now(state: Freshness, now: datetime) -> datetime:
    """Return the hall's instant at `now` of this computer's clock, as far as is known."""
    return now - timedelta(seconds=state.ahead_s or 0.0)
