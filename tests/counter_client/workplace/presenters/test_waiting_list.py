from __future__ import annotations

from contracts.queue.answers import VisitView
from contracts.words.hall import Lane, VisitState
from counter_client.state.actions import Action
from counter_client.state.state import ListKind
from counter_client.workplace.presenters.waiting_list import derive_lists
from tests.counter_client.helpers.builders import ago, at_work, row, serving, stage, visit, workplace
from tests.helpers.replacing import replace

WAITING = (row("F021", "F", 380, 1200), row("A047", "A", 1450), row("B012", "B", 90, held=True))


def test_rows_stand_in_the_order_of_calling() -> None:
    rows = derive_lists(at_work(None, *WAITING)).rows
    assert [(one.ticket, one.service) for one in rows] == [
        ("F021", "General enquiries"),
        ("A047", "Housing assistance"),
        ("B012", "Lands"),
    ]
    assert (rows[0].waited_s, rows[0].lane) == (380, Lane.PRIORITY)
    assert [one.held for one in rows] == [False, False, True]


def test_times_run_on_between_two_readings() -> None:
    rows = derive_lists(at_work(None, *WAITING, read_s=10.0, now_s=75.9)).rows
    assert rows[1].waited_s == 1515


def test_tabs_tell_length_and_key_and_which_is_shown() -> None:
    place = replace(workplace(None, *WAITING), parked=(visit("C011", VisitState.PARKED),))
    view = derive_lists(at_work(workplace=place, kind=ListKind.PARKED))
    assert [(tab.length, tab.key, tab.shown) for tab in view.tabs] == [(3, "1", False), (1, "2", True), (0, "3", False)]
    assert view.action is Action.RESUME


def test_a_missed_visit_counts_from_when_it_was_missed() -> None:
    missed = visit("F017", VisitState.NO_SHOW, stage("F", VisitState.NO_SHOW, called_at=ago(300), ended_at=ago(120)))
    view = derive_lists(at_work(workplace=replace(workplace(), missed=(missed,)), kind=ListKind.MISSED))
    assert [(one.ticket, one.waited_s) for one in view.rows] == [("F017", 120)]
    assert (view.action, view.enabled) == (Action.REINSTATE, True)


def test_nobody_can_be_called_out_of_order_while_somebody_is_served() -> None:
    assert derive_lists(at_work(None, *WAITING)).enabled
    assert not derive_lists(at_work(serving(), *WAITING)).enabled


def test_the_chosen_row_is_marked() -> None:
    rows = derive_lists(at_work(None, *WAITING, row="visit-A047")).rows
    assert [one.ticket for one in rows if one.chosen] == ["A047"]


def test_before_anything_is_read_the_lists_are_empty() -> None:
    view = derive_lists(at_work(workplace=None))
    assert (view.rows, [tab.length for tab in view.tabs], view.enabled) == ((), [0, 0, 0], False)


def test_those_who_wait_are_counted_by_lane_in_the_order_of_the_lanes() -> None:
    place = workplace(None, *WAITING, by_lane={"returning": 1, "standard": 52, "priority": 3})
    assert derive_lists(at_work(workplace=place)).lanes == (
        (Lane.STANDARD, 52),
        (Lane.PRIORITY, 3),
        (Lane.RETURNING, 1),
    )
    assert derive_lists(at_work(workplace=place, kind=ListKind.PARKED)).lanes == ()


def test_parked_visits_tell_since_when_and_when_their_reminder_comes() -> None:
    def aside(ticket: str, **changes: object) -> VisitView:
        return visit(ticket, VisitState.PARKED, stage(state=VisitState.PARKED, parked_since=ago(300), **changes))

    parked = (aside("P1", remind_at=ago(-120), note="deed"), aside("P2"), aside("P3"))
    inputs = at_work(workplace=workplace(parked=parked), kind=ListKind.PARKED, reminded=frozenset({"visit-P3"}))
    rows = derive_lists(inputs).rows
    assert [(one.waited_s, one.remind_s, one.note) for one in rows] == [
        (300, 120, "deed"),
        (300, None, ""),
        (300, 0, ""),
    ]
