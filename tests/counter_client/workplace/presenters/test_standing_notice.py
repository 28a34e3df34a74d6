from __future__ import annotations

from datetime import timedelta

from contracts.queue.answers import AskView
from contracts.words.hall import VisitState
from counter_client.state.actions import Action
from counter_client.state.state import Inputs, Notice, Sheet, SheetKind, Tone
from counter_client.workplace.presenters.standing_notice import auto_call_s, standing_notice, with_countdown
from counter_client.workplace.presenters.workplace import derive_workplace
from tests.counter_client.helpers.builders import (
    NINE,
    ON_BREAK,
    SESSION,
    ago,
    at_work,
    row,
    serving,
    stage,
    visit,
    workplace,
)
from tests.helpers.replacing import replace

SOON = replace(SESSION, auto_call_at=NINE + timedelta(seconds=10))


def coming(**changes: object) -> Inputs:
    return at_work(workplace=workplace(None, row("A1"), session=SOON), **changes)


def test_the_call_that_comes_by_itself_counts_down_before_everybodys_eyes_and_can_be_stopped() -> None:
    assert auto_call_s(coming()) == 10
    assert auto_call_s(coming(now_s=7.0)) == 3
    screen = derive_workplace(coming(now_s=7.0))
    assert screen.notice == Notice(Tone.WARNING, "auto_call", seconds=3)
    assert screen.stop_auto_call is not None
    assert (screen.stop_auto_call.action, screen.stop_auto_call.key, screen.stop_auto_call.enabled) == (
        Action.STOP_AUTO_CALL,
        "Esc",
        True,
    )


def test_it_does_not_come_over_a_visit_a_break_a_question_or_an_empty_hall() -> None:
    place = coming().workplace
    assert place is not None
    on_break = replace(ON_BREAK, auto_call_at=SOON.auto_call_at)
    for quiet in (
        at_work(workplace=replace(place, current=serving())),
        at_work(workplace=replace(place, session=on_break)),
        coming(sheet=Sheet(SheetKind.SIGN_OUT)),
        at_work(workplace=replace(place, waiting=())),
        at_work(),
    ):
        assert auto_call_s(quiet) is None


def test_what_is_asked_stands_before_what_was_asked_for() -> None:
    helped = replace(SESSION, help_since=NINE, break_asked="meal")
    place = workplace(serving(), session=helped, asks=(AskView("still_serving", 5400),))
    assert standing_notice(at_work(workplace=place)) == Notice(Tone.WARNING, "ask_still_serving", "A047", seconds=5400)
    quiet = replace(place, asks=())
    assert standing_notice(at_work(workplace=quiet)) == Notice(Tone.CALM, "help_asked")
    only_break = replace(quiet, session=replace(helped, help_since=None))
    assert standing_notice(at_work(workplace=only_break)) == Notice(Tone.CALM, "break_asked")
    assert standing_notice(at_work()) is None


def test_the_button_for_help_becomes_the_one_that_ends_it() -> None:
    assert derive_workplace(at_work()).help.action is Action.HELP
    helped = at_work(workplace=workplace(session=replace(SESSION, help_since=NINE)))
    assert derive_workplace(helped).help.action is Action.HELP_OVER


def test_it_is_never_asked_for_a_moment_before_the_hall_would_take_it() -> None:
    assert auto_call_s(coming(now_s=9.2)) == 1
    assert auto_call_s(coming(now_s=10.0)) == 0


def test_after_a_question_was_in_the_way_or_nobody_waited_it_is_seen_coming_anew() -> None:
    asking = with_countdown(coming(now_s=4.0, sheet=Sheet(SheetKind.BREAK)))
    assert asking.auto_due_s is None
    closed = with_countdown(replace(asking, sheet=None, now_s=25.0))
    assert auto_call_s(closed) == 10
    assert auto_call_s(with_countdown(replace(closed, now_s=34.0))) == 1
    assert auto_call_s(with_countdown(replace(closed, now_s=35.0))) == 0
    in_time = with_countdown(replace(asking, sheet=None, now_s=6.0))
    assert auto_call_s(in_time) == 4
    assert with_countdown(replace(closed, sheet=Sheet(SheetKind.BREAK))).auto_due_s is None


def test_a_reminder_of_a_parked_visit_stands_until_it_is_called_again() -> None:
    aside = visit("P1", VisitState.PARKED, stage(state=VisitState.PARKED, parked_since=ago(600)))
    place = workplace(parked=(aside,))
    assert standing_notice(at_work(workplace=place)) is None
    notice = standing_notice(at_work(workplace=place, reminded=frozenset({"visit-P1"})))
    assert notice == Notice(Tone.WARNING, "reminder", "P1", seconds=600)
