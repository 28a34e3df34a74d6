"""Random days of a whole hall, each from its seed: whatever people and clocks do, the hall is what a plain model says.

No visit is in two places, no waiting time is lost, nobody is passed over beyond the set bound, every fact is explained
by a command. A day that fails names its seed: `pytest tests/hall/stories/test_any_day.py -k SEED` plays it again.
"""

from __future__ import annotations

import pytest

from tests.helpers.any_hall import AnyHall
from tests.helpers.any_world import STARTS

FAST = range(1, 13)
LONG = range(1000, 1200)
REACHED = (
    "call_next", "finish", "go_on", "transfer", "park", "resume_visit", "return_to_queue", "mark_no_show", "reinstate",
    "undo", "link_group", "unlink_group", "change_service", "reprint", "ask_ticket", "book_official",
    "move_appointment", "cancel_appointment", "cancel", "come_back", "check_in", "walk_up", "sign_in", "begin_break",
    "change_head_start", "close_day", "look", "refused",
)  # fmt: skip


def play(seed: int, moves: int) -> AnyHall:
    """Play one day; tell its seed and last moves when it fails."""
    hall = AnyHall(seed)
    try:
        for _ in range(moves):
            hall.step()
    except AssertionError as error:
        story = "\n".join(hall.log[-12:])
        raise AssertionError(f"seed {seed}, {hall.start}: {error}\n{story}") from error
    return hall


@pytest.mark.parametrize("seed", FAST)
def test_a_random_day_is_what_the_model_says(seed: int) -> None:
    play(seed, 250)


@pytest.mark.full
@pytest.mark.parametrize("seed", LONG)
def test_a_long_random_day_is_what_the_model_says(seed: int) -> None:
    play(seed, 1500)


def test_random_days_reach_every_move_and_every_clock() -> None:
    starts, done = set(), dict[str, int]()
    for seed in range(100, 118):
        hall = play(seed, 200)
        starts.add(hall.start)
        done |= hall.done
    assert set(REACHED) - set(done) == set()
    assert len(starts) >= 4
    assert starts <= set(STARTS)
