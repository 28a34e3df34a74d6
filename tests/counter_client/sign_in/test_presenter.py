from __future__ import annotations

import pytest

from counter_client.sign_in.presenter import PIN_MAX, derive_sign_in, with_digit
from counter_client.state.actions import Action
from counter_client.state.state import Inputs, LinkState, Notice, Tone
from tests.counter_client.helpers.builders import at_sign_in
from tests.helpers.replacing import replace

LOCKED = Notice(Tone.WARNING, "pin_locked")


def test_agents_stand_by_name_and_the_chosen_one_is_marked() -> None:
    view = derive_sign_in(at_sign_in(agent="huda"))
    assert [row.name for row in view.agents][:3] == ["Badr Al Kindi", "Huda Al Rawahi", "Maryam Al Shukaili"]
    assert [row.agent for row in view.agents if row.chosen] == ["huda"]


def test_counter_and_hall_are_named() -> None:
    view = derive_sign_in(at_sign_in(language="ar"))
    assert (view.counter, view.hall_name) == (3, "قاعة خدمات المراجعين - مسقط")


@pytest.mark.parametrize(
    ("inputs", "ready"),
    [
        (at_sign_in(agent="said", pin="471829"), True),
        (at_sign_in(agent="said", pin="4711"), True),
        (at_sign_in(agent="said", pin="471"), False),
        (at_sign_in(pin="471829"), False),
        (at_sign_in(agent="said", pin="471829", busy=Action.SIGN_IN), False),
    ],
)
def test_ready_means_a_name_and_a_whole_pin_and_nothing_on_its_way(inputs: Inputs, ready: bool) -> None:
    assert derive_sign_in(inputs).ready is ready


def test_a_refusal_is_shown() -> None:
    assert derive_sign_in(at_sign_in(notice=LOCKED)).notice == LOCKED


def test_without_a_hall_it_says_that_it_looks_for_one() -> None:
    view = derive_sign_in(Inputs(3, "ar", link=LinkState(cut_off_s=0.0)))
    assert (view.notice, view.cut_off, view.agents) == (Notice(Tone.CALM, "looking_for_hall"), True, ())


def test_after_the_close_of_the_day_it_asks_nobody_to_sign_in_before_the_day_is_open_again() -> None:
    ended = Notice(Tone.WARNING, "session_ended")
    inputs = at_sign_in(notice=ended)
    assert inputs.hall is not None
    closed = replace(inputs, hall=replace(inputs.hall, day=replace(inputs.hall.day, state="closed")))
    assert derive_sign_in(closed).notice == Notice(Tone.CALM, "day_closed_signed_out")
    assert derive_sign_in(replace(closed, notice=LOCKED)).notice == LOCKED
    assert derive_sign_in(inputs).notice == ended


def test_a_pin_does_not_grow_for_ever() -> None:
    pin = ""
    for _ in range(20):
        pin = with_digit(pin, 7)
    assert len(pin) == PIN_MAX
