from __future__ import annotations

import pytest

from contracts.queue.answers import VisitView
from contracts.words.hall import VisitState
from counter_client.dialogs.search.presenter import SearchView, derive_search, found_action
from counter_client.state.actions import Action
from counter_client.state.state import Inputs, Search, Sheet, SheetKind
from tests.counter_client.helpers.builders import ON_BREAK, ago, at_work, finished, serving, stage, visit, workplace
from tests.helpers.replacing import replace

WAITING = visit("A047", VisitState.WAITING, counter=None)
FREE = at_work()
SERVING = at_work(serving("B1"))


def searched(*found: VisitView, inputs: Inputs = FREE, **changes: object) -> SearchView:
    search = replace(Search("47", found), **changes)  # type: ignore[arg-type]  # a test's shorthand
    view = derive_search(replace(inputs, sheet=Sheet(SheetKind.SEARCH, search=search)))
    assert view is not None
    return view


def test_without_its_sheet_there_is_no_view() -> None:
    assert derive_search(FREE) is None
    assert derive_search(at_work(sheet=Sheet(SheetKind.SEARCH))) is None


def test_the_first_one_found_is_chosen_until_another_is() -> None:
    other = visit("B047", VisitState.NO_SHOW)
    assert [row.chosen for row in searched(WAITING, other).rows] == [True, False]
    assert [row.chosen for row in searched(WAITING, other, row="visit-B047").rows] == [False, True]
    assert [row.chosen for row in searched(WAITING, other, row="gone").rows] == [True, False]


def test_only_what_is_shown_can_be_chosen() -> None:
    many = [visit(f"{letter}047", VisitState.NO_SHOW) for letter in "ABCDEFGH"]
    assert [row.ticket[0] for row in searched(*many).rows] == list("ABCDEF")
    assert [row.chosen for row in searched(*many, row="visit-G047").rows] == [True, *[False] * 5]


def test_the_hall_says_how_long_it_takes_back() -> None:
    assert FREE.hall is not None
    short = replace(FREE, hall=replace(FREE.hall, undo_s=5))
    ended = visit("E1", VisitState.FINISHED, stage(state=VisitState.FINISHED, ended_at=ago(30)))
    assert [found_action(ended, inputs) for inputs in (FREE, short)] == [Action.UNDO, Action.WALK_UP]


def test_the_hall_is_being_asked_until_it_answers() -> None:
    assert searched(found=None).asked
    assert not searched().asked
    assert not searched(found=None, digits="").asked


@pytest.mark.parametrize(
    ("found", "action"),
    [
        (WAITING, Action.CALL_CHOSEN),
        (visit("M1", VisitState.NO_SHOW), Action.REINSTATE),
        (visit("P1", VisitState.PARKED), Action.RESUME),
        (visit("P2", VisitState.PARKED, counter=5), None),
        (visit("C1", VisitState.CALLED, counter=5), None),
        (visit("S1", VisitState.SERVING, counter=5), None),
        (finished("D1"), Action.UNDO),
        (replace(finished("D2"), counter=5), Action.WALK_UP),
        (visit("E1", VisitState.FINISHED, stage(state=VisitState.FINISHED, ended_at=ago(121))), Action.WALK_UP),
        (visit("X1", VisitState.CANCELLED, counter=None), Action.WALK_UP),
        (visit("Z1", VisitState.FINISHED, stage("Z", VisitState.FINISHED, ended_at=ago(900))), None),
        (visit("O1", VisitState.CARRIED_OVER), None),
    ],
)
def test_what_can_be_done_follows_from_where_the_visit_stands(found: VisitView, action: Action | None) -> None:
    assert found_action(found, FREE) is action


def test_while_a_visitor_is_here_or_the_agent_is_away_nobody_is_called() -> None:
    away = at_work(workplace=workplace(session=ON_BREAK))
    assert [found_action(WAITING, inputs) for inputs in (SERVING, away)] == [None, None]
    assert found_action(finished("D1"), SERVING) is None
    assert searched(WAITING, inputs=SERVING).in_hand


@pytest.mark.parametrize(
    ("found", "since_s"),
    [
        (WAITING, 1220),
        (visit("P1", VisitState.PARKED, stage(state=VisitState.PARKED, parked_since=ago(300))), 300),
        (serving(), 240),
        (visit("M1", VisitState.NO_SHOW, stage(state=VisitState.NO_SHOW, ended_at=ago(60))), 60),
    ],
)
def test_since_when_it_stands_so_is_told(found: VisitView, since_s: int) -> None:
    assert searched(found).rows[0].since_s == since_s
