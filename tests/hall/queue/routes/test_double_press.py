"""Double presses over HTTP: a step that a person pressed for is refused right after the one before, others are not."""

from __future__ import annotations

from typing import Any

import pytest

from tests.helpers.hall_in_a_thread import RunningHall, good, refused

PRESSED = {"pressed": True}
FINISH = {"outcome": "completed"}
STEPS: tuple[tuple[str, dict[str, Any]], ...] = (("call-next", {}), ("begin", {}), ("finish", FINISH))


@pytest.fixture(autouse=True)
def _stopped_clock(hall: RunningHall) -> None:
    hall.clock.stop()


def step(hall: RunningHall, token: str, word: str, body: dict[str, Any], *, after_s: float) -> Any:
    hall.clock.move_on(seconds=after_s)
    return hall.post(f"/counters/1/{word}", token, body)


@pytest.mark.parametrize("done", [1, 2, 3])
def test_the_step_after_the_last_one_is_refused_for_a_moment(hall: RunningHall, done: int) -> None:
    for _ in range(2):
        hall.issue()
    token = hall.sign_in()
    for word, body in STEPS[:done]:
        good(step(hall, token, word, body | PRESSED, after_s=1.0))
    word, body = (*STEPS, STEPS[0])[done]
    refused(step(hall, token, word, body | PRESSED, after_s=0.0), "pressed_twice", 409)
    later_s = {"body": body | PRESSED | ({"sure": True} if word == "call-next" else {}), "after_s": 0.45}
    good(step(hall, token, word, **later_s))


def test_the_same_step_again_is_a_double_press_and_later_what_it_is(hall: RunningHall) -> None:
    hall.issue()
    token = hall.sign_in()
    good(step(hall, token, "call-next", PRESSED, after_s=1.0))
    refused(step(hall, token, "call-next", PRESSED, after_s=0.0), "pressed_twice", 409)
    refused(step(hall, token, "call-next", PRESSED, after_s=0.5), "visit_open", 409)


def test_an_agent_who_calls_on_after_a_finish_is_not_held_up(hall: RunningHall) -> None:
    for _ in range(2):
        hall.issue()
    token = hall.sign_in()
    for word, body in STEPS:
        good(step(hall, token, word, body | PRESSED, after_s=1.5))
    assert good(step(hall, token, "call-next", PRESSED, after_s=0.3))["ticket"] == "A002"


def test_a_second_call_is_asked_about_for_three_seconds(hall: RunningHall) -> None:
    for _ in range(3):
        hall.issue()
    token = hall.sign_in()
    good(step(hall, token, "call-next", PRESSED, after_s=1.0))
    good(step(hall, token, "no-show", {}, after_s=0.5))
    refused(step(hall, token, "call-next", PRESSED, after_s=0.5), "called_just_now", 409)
    good(step(hall, token, "call-next", PRESSED | {"sure": True}, after_s=0.5))
    good(step(hall, token, "no-show", {}, after_s=0.5))
    good(step(hall, token, "call-next", PRESSED, after_s=3.0))


def test_a_call_that_found_nobody_is_no_first_call(hall: RunningHall) -> None:
    token = hall.sign_in()
    good(step(hall, token, "call-next", PRESSED, after_s=1.0), 204)
    hall.issue()
    good(step(hall, token, "call-next", PRESSED, after_s=0.5))


def test_a_program_that_nobody_presses_for_steps_as_fast_as_it_likes(hall: RunningHall) -> None:
    for _ in range(2):
        hall.issue()
    token = hall.sign_in()
    for word, body in STEPS * 2:
        good(step(hall, token, word, body, after_s=0.0))
