from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from display_board.calls import announcing
from display_board.calls.announcing import (
    BRIEF_FROM_WAITING,
    SHOWN_LARGE_S,
    Announcement,
    Announcing,
    Heard,
    hear,
    settled,
    sound_ended,
    take_turn,
)
from tests.display_board.helpers.example import call
from tests.helpers.examples import assert_examples_hold
from tests.helpers.replacing import replace


@dataclass
class Hall:
    """Drives the announcing as the board does, with a clock of the test, and records what a visitor sees and hears."""

    state: Announcing = field(default_factory=Announcing)
    now_s: float = 0.0
    sound_left_s: float = 0.0
    spoken: list[tuple[int, float, float]] = field(default_factory=list)
    heard: dict[int, Heard] = field(default_factory=dict)

    def tell(self, announcement: Announcement, *, fresh: bool) -> None:
        self.state, self.heard[announcement.seq] = hear(self.state, announcement, fresh=fresh)
        self.step(0.0)

    def step(self, seconds: float, *, sound_s: float = 4.0) -> None:
        """Let time pass in small steps, each call sounding for `sound_s`."""
        end = self.now_s + seconds
        while True:
            if self.state.current is not None and self.state.sounding and self.sound_left_s <= 0:
                self.state = sound_ended(self.state)
                seq, begun_s, _ = self.spoken[-1]
                self.spoken[-1] = (seq, begun_s, self.now_s)
            self.state, turn = take_turn(settled(self.state, at_s=self.now_s), at_s=self.now_s)
            if turn is not None:
                self.spoken.append((turn.announcement.seq, self.now_s, float("inf")))
                self.sound_left_s = sound_s
            if self.now_s >= end:
                return
            self.now_s, self.sound_left_s = self.now_s + 0.5, self.sound_left_s - 0.5


def announcement(seq: int, ticket: str = "A001", counter: int = 1, recalls: int = 0) -> Announcement:
    return Announcement(seq, call(ticket, counter, recalls=recalls))


TOLD = st.lists(
    st.tuples(
        st.integers(1, 6),  # whose call
        st.booleans(),  # fresh
        st.sampled_from([0.0, 0.0, 0.5, 3.0, 20.0]),  # seconds until the next
        st.sampled_from([0.0, 2.5, 9.0]),  # how long its sound is (0: muted)
    ),
    max_size=30,
)


@settings(deadline=None)
@given(TOLD)
def test_every_fresh_call_is_spoken_once_in_order_and_never_two_at_once(
    told: list[tuple[int, bool, float, float]],
) -> None:
    hall = Hall()
    for seq, (who, fresh, pause_s, sound_s) in enumerate(told):
        hall.tell(announcement(seq, f"A{who:03}", recalls=seq), fresh=fresh)
        hall.step(pause_s, sound_s=sound_s)
    hall.step(60 * len(told) + 60)
    spoken = [seq for seq, _, _ in hall.spoken]
    assert spoken == [seq for seq, heard in hall.heard.items() if heard is Heard.QUEUED]
    ends = [end for _, _, end in hall.spoken]
    begins = [begin for _, begin, _ in hall.spoken]
    assert all(end <= begin for end, begin in zip(ends, begins[1:], strict=False))
    assert all(later - begin >= SHOWN_LARGE_S for begin, later in pairwise(begins))
    assert hall.state.current is None
    assert not hall.state.waiting


@settings(deadline=None)
@given(TOLD)
def test_a_recall_is_spoken_after_it_was_asked_for_or_was_not_fresh(
    told: list[tuple[int, bool, float, float]],
) -> None:
    hall = Hall()
    asked: dict[int, tuple[str, float]] = {}
    for seq, (who, fresh, pause_s, sound_s) in enumerate(told):
        asked[seq] = (f"A{who:03}", hall.now_s)
        hall.tell(announcement(seq, f"A{who:03}", recalls=seq), fresh=fresh)
        hall.step(pause_s, sound_s=sound_s)
    hall.step(60 * len(told) + 60)
    tickets = {seq: ticket for seq, (ticket, _) in asked.items()}
    for seq, (ticket, at_s) in asked.items():
        later = [begin for spoken, begin, _ in hall.spoken if tickets[spoken] == ticket and begin >= at_s]
        assert later or hall.heard[seq] is Heard.NOT_SPOKEN


def test_two_calls_in_one_moment_both_sound_in_their_order() -> None:
    hall = Hall()
    hall.tell(announcement(1, "A047", 3), fresh=True)
    hall.tell(announcement(2, "B012", 5), fresh=True)
    hall.step(30.0)
    assert [(seq, begun_s) for seq, begun_s, _ in hall.spoken] == [(1, 0.0), (2, 5.0)]


def test_a_stale_call_is_not_spoken() -> None:
    state, heard = hear(Announcing(), announcement(1), fresh=False)
    assert heard is Heard.NOT_SPOKEN
    assert take_turn(state, at_s=0.0)[1] is None


def test_a_recall_of_a_call_that_was_begun_is_spoken_again() -> None:
    state, _ = hear(Announcing(), announcement(1), fresh=True)
    state, _ = take_turn(state, at_s=0.0)
    state, heard = hear(state, announcement(2, recalls=1), fresh=True)
    assert heard is Heard.QUEUED
    state, turn = take_turn(settled(sound_ended(state), at_s=5.0), at_s=5.0)
    assert turn is not None
    assert turn.announcement.seq == 2


def test_a_recall_of_a_call_that_waits_for_its_turn_is_part_of_it() -> None:
    state, _ = hear(Announcing(), announcement(1, "A001"), fresh=True)
    state, _ = hear(state, announcement(2, "A002"), fresh=True)
    state, heard = hear(state, announcement(3, "A002", recalls=1), fresh=True)
    assert heard is Heard.MERGED
    assert [(one.seq, one.call.recalls) for one in state.waiting] == [(1, 0), (2, 1)]


def test_the_same_visit_called_to_another_counter_is_a_call_of_its_own() -> None:
    state, _ = hear(Announcing(), announcement(1, counter=1), fresh=True)
    state, heard = hear(state, announcement(2, counter=4), fresh=True)
    assert heard is Heard.QUEUED
    assert [one.call.counter for one in state.waiting] == [1, 4]


def test_a_call_stands_large_for_five_seconds_even_without_sound() -> None:
    state, _ = hear(Announcing(), announcement(1), fresh=True)
    state, _ = take_turn(state, at_s=10.0)
    state = sound_ended(state)
    assert settled(state, at_s=14.9).current is not None
    assert settled(state, at_s=15.0).current is None


def test_a_call_stands_large_until_its_sound_has_ended() -> None:
    state, _ = hear(Announcing(), announcement(1), fresh=True)
    state, _ = take_turn(state, at_s=0.0)
    assert state.current is not None
    assert settled(state, at_s=14.0).current == state.current
    assert settled(sound_ended(state), at_s=14.0).current is None


@pytest.mark.parametrize(("behind", "brief"), [(BRIEF_FROM_WAITING - 1, False), (BRIEF_FROM_WAITING, True)])
def test_calls_are_brief_while_many_wait(behind: int, brief: bool) -> None:
    waiting = tuple(announcement(seq, f"A{seq:03}") for seq in range(behind + 1))
    _, turn = take_turn(replace(Announcing(), waiting=waiting), at_s=0.0)
    assert turn is not None
    assert turn.brief is brief


def test_the_examples_hold() -> None:
    assert_examples_hold(announcing)


def again(seq: int, ticket: str) -> Announcement:
    return replace(announcement(seq, ticket), again=True)


def test_whoever_is_called_now_goes_before_what_is_said_again() -> None:
    hall = Hall()
    hall.tell(announcement(1, "A001"), fresh=True)
    for seq, ticket in ((2, "B001"), (3, "B002")):
        hall.tell(again(seq, ticket), fresh=True)
    hall.tell(announcement(4, "A002"), fresh=True)
    hall.tell(announcement(5, "A003"), fresh=True)
    hall.step(60)
    assert [seq for seq, _, _ in hall.spoken] == [1, 4, 5, 2, 3]


def test_a_recall_of_what_is_to_be_said_again_makes_it_a_call() -> None:
    state, _ = hear(Announcing(), again(1, "A001"), fresh=True)
    state, heard = hear(state, announcement(2, "A001", recalls=1), fresh=True)
    assert heard is Heard.MERGED
    (waiting,) = state.waiting
    assert (waiting.again, waiting.call.recalls) == (False, 1)


def test_what_is_said_again_makes_no_call_brief() -> None:
    state = Announcing()
    for seq in range(1, 6):
        state, _ = hear(state, again(seq, f"B00{seq}"), fresh=True)
    _, turn = take_turn(state, at_s=0.0)
    assert turn is not None
    assert not turn.brief
