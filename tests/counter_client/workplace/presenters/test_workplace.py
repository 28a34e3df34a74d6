from __future__ import annotations

from datetime import timedelta

import pytest

from contracts.words.hall import NextAction
from counter_client.state.actions import Action
from counter_client.state.state import Inputs, Notice, Tone, UndoOffer
from counter_client.workplace.presenters.standing_notice import auto_call_s
from counter_client.workplace.presenters.workplace import CutOff, allowed, derive_workplace, next_thing
from tests.counter_client.helpers.builders import (
    NINE,
    ON_BREAK,
    SESSION,
    at_sign_in,
    at_work,
    row,
    serving,
    visit,
    workplace,
)
from tests.helpers.replacing import replace

PAUSED = at_work(workplace=workplace(session=ON_BREAK))
UNDO = UndoOffer("v", "B012", Action.NO_SHOW, NINE + timedelta(seconds=90))


@pytest.mark.parametrize(
    ("inputs", "primary"),
    [
        (at_work(), Action.CALL_NEXT),
        (at_work(visit()), Action.BEGIN),
        (at_work(serving()), Action.FINISH),
        (PAUSED, Action.RESUME_WORK),
    ],
)
def test_the_big_button_is_the_next_thing_to_do_with_the_space_bar(inputs: Inputs, primary: Action) -> None:
    button = derive_workplace(inputs).primary
    assert (button.action, button.key, button.enabled) == (primary, "Space", True)
    assert next_thing(inputs) is primary


def test_the_big_button_shows_what_the_hall_named_last_whatever_the_visit_in_hand_is() -> None:
    behind = at_work(workplace=workplace(serving(), next_action=NextAction.BEGIN))
    assert (derive_workplace(behind).primary.action, next_thing(behind)) == (Action.BEGIN, Action.BEGIN)
    assert Action.FINISH not in allowed(behind)


def test_where_the_hall_names_no_step_the_big_button_is_pale() -> None:
    none = at_work(workplace=workplace(next_action=NextAction.NONE))
    button = derive_workplace(none).primary
    assert (button.action, button.enabled) == (Action.CALL_NEXT, False)
    assert Action.CALL_NEXT not in allowed(none)


def test_a_step_of_a_newer_hall_leaves_the_card_and_takes_the_big_button_away() -> None:
    newer = at_work(workplace=workplace(visit(), next_action="ask_for_signature"))
    screen = derive_workplace(newer)
    assert (screen.primary, next_thing(newer)) == (None, None)
    assert screen.notice == Notice(Tone.WARNING, "unknown_step")
    assert screen.card is not None
    assert screen.card.ticket == "A047"
    assert [move.action for move in screen.moves if move.enabled] == [
        move.action for move in derive_workplace(at_work(visit())).moves if move.enabled
    ]


@pytest.mark.parametrize(
    ("passing", "shown"),
    [
        (Notice(Tone.DONE, "done_recall", "A047"), Notice(Tone.WARNING, "unknown_step")),
        (Notice(Tone.WARNING, "no_answer"), Notice(Tone.WARNING, "no_answer")),
    ],
)
def test_at_a_step_of_a_newer_hall_a_refusal_is_shown_and_a_success_hides_nothing(
    passing: Notice, shown: Notice
) -> None:
    newer = at_work(workplace=workplace(visit(), next_action="ask_for_signature"))
    assert derive_workplace(replace(newer, notice=passing)).notice == shown


def test_at_a_step_of_a_newer_hall_no_call_comes_by_itself() -> None:
    session = replace(SESSION, auto_call_at=NINE)
    known, newer = (
        at_work(workplace=workplace(None, row("A048"), session=session, **changes))
        for changes in ({}, {"next_action": "ask_for_signature"})
    )
    assert auto_call_s(known) == 0
    assert auto_call_s(newer) is None


def test_buttons_keep_their_places_and_only_those_that_make_sense_can_be_pressed() -> None:
    free, called = derive_workplace(at_work()), derive_workplace(at_work(visit()))
    assert [move.action for move in free.moves] == [move.action for move in called.moves]
    assert [move.action for move in free.moves if move.enabled] == [Action.MORE]
    assert [move.key for move in called.moves] == ["F2", "F3", "F4", "F5", "F6", "F7"]


def test_the_agent_is_named_with_state_and_count() -> None:
    session = derive_workplace(at_work(language="ar")).session
    assert session is not None
    assert (session.name, session.state, session.served, session.since_s) == (
        "سعيد بن ناصر الحارثي",
        "working",
        14,
        1800,
    )


def test_a_break_shows_its_reason_and_how_long_it_lasts() -> None:
    session = derive_workplace(replace(PAUSED, now_s=5.0)).session
    assert session is not None
    assert (session.break_reason, session.since_s) == ("prayer", 95)
    assert derive_workplace(PAUSED).pause.action is Action.RESUME_WORK


def test_nothing_of_the_hall_can_be_pressed_while_a_command_is_on_its_way() -> None:
    busy = at_work(visit(), busy=Action.BEGIN)
    assert allowed(busy) == {Action.LANGUAGE, Action.BAR, Action.WINDOW}
    assert derive_workplace(busy).busy


def test_before_the_workplace_is_read_nothing_of_the_hall_can_be_pressed() -> None:
    assert allowed(at_sign_in()) == {Action.LANGUAGE, Action.BAR, Action.WINDOW}


@pytest.mark.parametrize(("now_s", "left_s"), [(0.0, 90), (60.0, 30), (90.0, None), (500.0, None)])
def test_undo_is_offered_while_the_hall_takes_it_back(now_s: float, left_s: int | None) -> None:
    undo = derive_workplace(at_work(undo=UNDO, now_s=now_s)).undo
    assert (undo.left_s if undo else None) == left_s
    assert (Action.UNDO in allowed(at_work(undo=UNDO, now_s=now_s))) is (left_s is not None)


def test_undo_waits_until_the_next_visit_is_done() -> None:
    assert derive_workplace(at_work(visit(), undo=UNDO)).undo is None


def test_a_cut_link_says_since_when_and_whether_somebody_is_being_served() -> None:
    assert derive_workplace(at_work(cut_off_s=2.0, now_s=14.5)).cut_off == CutOff(12, with_visit=False)
    assert derive_workplace(at_work(serving(), cut_off_s=2.0, now_s=2.0)).cut_off == CutOff(0, with_visit=True)
    assert derive_workplace(at_work()).cut_off is None


def test_notices_and_the_number_of_waiting_are_shown() -> None:
    screen = derive_workplace(at_work(None, row("A1"), row("A2"), notice=Notice(Tone.CALM, "nobody_waits")))
    assert (screen.waiting, screen.notice) == (2, Notice(Tone.CALM, "nobody_waits"))


def test_a_missed_visitor_can_be_reinstated_while_another_is_served() -> None:
    assert Action.REINSTATE in allowed(at_work(serving()))
    assert Action.REINSTATE not in allowed(PAUSED)


def test_a_break_counts_down_and_past_its_end() -> None:
    def left(minutes: int | None) -> int | None:
        until = None if minutes is None else NINE + timedelta(minutes=minutes)
        place = workplace(session=replace(ON_BREAK, break_until=until))
        session = derive_workplace(at_work(workplace=place)).session
        return session.left_s if session else None

    assert [left(5), left(-2), left(None)] == [300, -120, None]


def test_a_break_that_was_asked_for_is_taken_back_by_the_same_key() -> None:
    place = workplace(serving(), session=replace(SESSION, break_asked="meal"))
    pause = derive_workplace(at_work(workplace=place)).pause
    assert (pause.action, pause.key, pause.enabled) == (Action.NO_BREAK, "F8", True)
    assert Action.BREAK not in allowed(at_work(workplace=place))


def test_while_the_day_is_closed_nobody_can_be_called_and_it_says_why() -> None:
    inputs = at_work(None, row("A048"))
    assert inputs.hall is not None
    closed = replace(inputs, hall=replace(inputs.hall, day=replace(inputs.hall.day, state="closed")))
    closed = replace(closed, workplace=workplace(None, row("A048"), next_action=NextAction.NONE))
    assert not {Action.CALL_NEXT, Action.CALL_CHOSEN, Action.WALK_UP} & allowed(closed)
    screen = derive_workplace(closed)
    assert screen.notice == Notice(Tone.WARNING, "day_is_closed")
    assert not screen.primary.enabled
    assert screen.sign_out.enabled


def test_while_the_link_is_cut_calling_looks_as_it_is_told() -> None:
    assert derive_workplace(at_work(None, row("A048"))).primary.enabled
    assert not derive_workplace(at_work(None, row("A048"), cut_off_s=0.0)).primary.enabled
