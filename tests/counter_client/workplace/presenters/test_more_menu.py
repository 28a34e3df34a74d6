from __future__ import annotations

import pytest

from contracts.settings.hall_view import NamedEntry, RequestLists
from contracts.words.hall import Lane
from counter_client.state.actions import Action
from counter_client.state.intents import Do
from counter_client.state.state import Inputs, Paper, Sheet, SheetKind
from counter_client.update.decide import decide
from counter_client.workplace.presenters.more_menu import derive_more
from counter_client.workplace.presenters.standing_notice import auto_call_s
from tests.counter_client.helpers.builders import HALL, NINE, ON_BREAK, SESSION, at_work, row, serving, visit, workplace
from tests.helpers.replacing import replace

PAUSED = at_work(workplace=workplace(session=ON_BREAK))
TOPICS = replace(HALL, requests=RequestLists((NamedEntry("t", {}),), (), ()))


def can(inputs: Inputs) -> set[Action]:
    return {item.action for item in derive_more(inputs).items if item.enabled}


def test_entries_keep_their_places_whatever_can_be_done() -> None:
    shown = [[item.action for item in derive_more(inputs).items] for inputs in (at_work(), at_work(visit()), PAUSED)]
    assert shown[0] == shown[1] == shown[2]
    assert Action.ENQUIRY not in shown[0]
    assert {Action.ENQUIRY, Action.ENQUIRIES} <= can(at_work(hall=TOPICS))


@pytest.mark.parametrize("inputs", [at_work(), at_work(visit()), at_work(serving()), PAUSED])
def test_a_number_is_found_and_a_complaint_taken_at_any_time(inputs: Inputs) -> None:
    assert {Action.SEARCH, Action.COMPLAINT, Action.BAR, Action.LANGUAGE} <= can(inputs)


def test_only_a_free_counter_serves_without_a_ticket_and_only_who_is_called_is_flashed() -> None:
    table = {"free": at_work(), "called": at_work(visit()), "serving": at_work(serving())}
    assert {name for name, inputs in table.items() if Action.WALK_UP in can(inputs)} == {"free"}
    assert {name for name, inputs in table.items() if Action.LOOK in can(inputs)} == {"called"}
    assert Action.REPRINT in can(at_work(paper=Paper(visit="v")))
    assert Action.REPRINT not in can(at_work())


def test_a_request_is_registered_while_a_visitor_is_served_in_a_hall_that_registers_them() -> None:
    table = {"free": at_work(hall=TOPICS), "called": at_work(visit(), hall=TOPICS)}
    table["serving"] = at_work(serving(), hall=TOPICS)
    assert {name for name, inputs in table.items() if Action.REGISTER in can(inputs)} == {"serving"}
    asked, post = decide(table["serving"], Do(Action.REGISTER))
    assert post is None
    assert asked.sheet == Sheet(SheetKind.REQUEST_TOPIC, visit="visit-A047", ticket="A047", service="A")
    nothing = at_work(serving(), hall=replace(HALL, requests=None))
    assert Action.REGISTER not in {item.action for item in derive_more(nothing).items}


def test_the_chosen_row_gets_priority_or_loses_it() -> None:
    waiting = (row("A047", "A", 1450), replace(row("F021"), lane=Lane.PRIORITY))
    assert Action.GIVE_PRIORITY in can(at_work(None, *waiting, row="visit-A047"))
    assert Action.TAKE_PRIORITY in can(at_work(serving(), *waiting, row="visit-F021"))
    assert not {Action.GIVE_PRIORITY, Action.TAKE_PRIORITY} & can(PAUSED)


def test_what_is_chosen_closes_the_menu_and_is_done_at_once_however_fast_the_hand() -> None:
    opened, _ = decide(at_work(visit()), Do(Action.MORE))
    assert derive_more(opened).opened
    flashed, post = decide(opened, Do(Action.LOOK))
    assert not derive_more(flashed).opened
    assert post is not None
    searching, _ = decide(opened, Do(Action.SEARCH))
    assert searching.sheet is not None
    assert searching.sheet.kind is SheetKind.SEARCH
    small, _ = decide(opened, Do(Action.BAR))
    assert (small.sheet, small.pc.bar) == (None, True)


def test_no_call_comes_by_itself_while_the_menu_is_open() -> None:
    coming = at_work(workplace=workplace(None, row("A048"), session=replace(SESSION, auto_call_at=NINE)))
    assert auto_call_s(coming) is not None
    assert auto_call_s(replace(coming, sheet=Sheet(SheetKind.MORE))) is None
