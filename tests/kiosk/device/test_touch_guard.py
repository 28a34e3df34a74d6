"""A screen that touches itself and a finger that never lifts are noticed, visitors are not."""

from __future__ import annotations

import random

from kiosk.device.touch_guard import CALM_S, GHOST_TOUCHES, STUCK_S, TouchGuard


def tapped(guard: TouchGuard, count: int, every_s: float, at_s: float = 0.0) -> tuple[TouchGuard, float]:
    for _ in range(count):
        guard = guard.pressed(at_s).released(at_s + 0.05).looked(at_s + 0.05)
        at_s += every_s
    return guard, at_s


def test_a_finger_that_never_lifts_pauses_until_it_does() -> None:
    guard = TouchGuard().pressed(10.0)
    assert guard.looked(10.0 + STUCK_S).why == ""
    stuck = guard.looked(10.1 + STUCK_S)
    assert stuck.why == "touch_stuck"
    assert stuck.looked(500.0).why == "touch_stuck"
    lifted = stuck.released(500.0)
    assert lifted.looked(500.0 + CALM_S - 1).why == "touch_stuck"
    assert lifted.looked(500.0 + CALM_S).why == ""


def test_a_screen_that_touches_itself_pauses_until_it_is_calm() -> None:
    guard, at_s = tapped(TouchGuard(), GHOST_TOUCHES, 0.1)
    assert guard.why == "touch_ghost"
    guard, at_s = tapped(guard, 200, 5.0, at_s)
    assert guard.why == "touch_ghost", "one touch in five seconds is still no calm screen"
    assert guard.looked(at_s + CALM_S).why == ""


def test_who_types_a_number_and_thinks_is_never_stopped() -> None:
    chance, at_s, guard = random.Random(7), 0.0, TouchGuard()
    for _ in range(2000):
        at_s += chance.choice([0.3, 0.3, 0.4, 1.0, 6.0])
        guard = guard.pressed(at_s).released(at_s + 0.1).looked(at_s + 0.2)
        assert guard.why == ""


def test_a_pause_knows_when_it_ends_once_nothing_lies_on_the_screen() -> None:
    stuck = TouchGuard().pressed(0.0).looked(STUCK_S + 1)
    assert stuck.calm_in_s(STUCK_S + 1) is None, "a finger still lies on it"
    lifted = stuck.released(20.0).looked(20.0)
    assert [lifted.calm_in_s(at_s) for at_s in (20.0, 25.0, 49.9)] == [30, 25, 1]
    assert TouchGuard().calm_in_s(0.0) is None
