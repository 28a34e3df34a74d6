from __future__ import annotations

import pytest

from contracts.administration.agents import OwnPinRequest
from contracts.queue.answers import Problem
from counter_client.hall.replies import answered, refused
from counter_client.state.actions import Action
from counter_client.state.hall_command import Post
from counter_client.state.intents import CloseSheet, Do
from counter_client.state.pin_sheet import PinLine, PinSheet, SendPin, WritePin
from counter_client.state.state import Notice, Practice, Tone
from counter_client.workplace.presenters.workplace import allowed
from tests.counter_client.helpers.builders import at_sign_in, at_work, done, serving, sheet_of

OLD, NEW, AGAIN = (WritePin(line, text) for line, text in zip(PinLine, ("471829", "739164", "739164"), strict=True))
SENT = Post(Action.PIN, f"/counters/{at_work().counter}/pin", OwnPinRequest("471829", "739164"))


def test_the_old_and_the_new_pin_are_sent_also_with_a_visitor_at_the_counter() -> None:
    for inputs in (at_work(), at_work(serving())):
        assert done(inputs, Do(Action.PIN), OLD, NEW, AGAIN, SendPin())[1] == SENT


def test_digits_of_an_arabic_keyboard_are_digits_and_letters_are_not_taken() -> None:
    typed = (WritePin(PinLine.OLD, "٤٧١٨٢٩"), WritePin(PinLine.NEW, "7x39ل1642"), AGAIN)
    assert done(at_work(), Do(Action.PIN), *typed, SendPin())[1] == SENT


@pytest.mark.parametrize(
    ("wishes", "code"),
    [
        ((), "pin_incomplete"),
        ((NEW, AGAIN), "pin_incomplete"),
        ((OLD, WritePin(PinLine.NEW, "7391"), WritePin(PinLine.AGAIN, "7391")), "pin_incomplete"),
        ((OLD, NEW), "pin_incomplete"),
        ((OLD, NEW, WritePin(PinLine.AGAIN, "739165")), "pins_differ"),
    ],
)
def test_what_is_missing_or_differs_is_said_and_nothing_is_sent(wishes: tuple[WritePin, ...], code: str) -> None:
    asked, post = done(at_work(), Do(Action.PIN), *wishes, SendPin())
    assert post is None
    assert sheet_of(asked).notice == Notice(Tone.WARNING, code)


@pytest.mark.parametrize("code", ["pin_wrong", "pin_easy", "pin_locked", "no_answer"])
def test_a_refusal_is_said_on_the_sheet_and_leaves_what_is_typed(code: str) -> None:
    sent, post = done(at_work(), Do(Action.PIN), OLD, NEW, AGAIN, SendPin())
    assert post is not None
    after = sheet_of(refused(sent, post, Problem("Refused", 403, code, code)))
    assert isinstance(after, PinSheet)
    assert (after.old, after.new, after.notice) == ("471829", "739164", Notice(Tone.WARNING, code))


def test_done_closes_the_sheet_and_says_so_and_back_changes_nothing() -> None:
    sent, post = done(at_work(), Do(Action.PIN), OLD, NEW, AGAIN, SendPin())
    assert post is not None
    after = answered(sent, post, None)
    assert (after.sheet, after.notice) == (None, Notice(Tone.DONE, "done_pin"))
    assert done(at_work(), Do(Action.PIN), OLD, CloseSheet())[0].sheet is None


def test_no_log_shows_a_pin() -> None:
    written, _ = done(at_work(), Do(Action.PIN), OLD, NEW, AGAIN)
    assert "471829" not in repr(sheet_of(written)) + repr(OLD)


def test_a_pin_is_changed_by_who_is_signed_in_and_not_in_a_training() -> None:
    assert Action.PIN in allowed(at_work())
    assert Action.PIN not in allowed(at_work(practice=Practice("123456")))
    assert Action.PIN not in allowed(at_sign_in())
