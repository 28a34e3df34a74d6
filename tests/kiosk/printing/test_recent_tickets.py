"""The newest tickets: what the kiosk remembers, and what the hall adds."""

from __future__ import annotations

from datetime import UTC, datetime

from contracts.devices.paper import PrintedTicket
from contracts.queue.answers import IssuedTicket
from contracts.words.hall import Lane, PrintState
from kiosk.offline.numbers import OwnTicket
from kiosk.printing.recent_tickets import KEPT, Recent, completed, moved, remembered, unsure

AT = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)


def ticket(name: str, ahead: int = 3) -> IssuedTicket:
    return IssuedTicket(name, f"A{name[1:]:0>3}", "A", Lane.STANDARD, AT, ahead, None, f"http://hall/t#{name}")


def some(*names: str) -> Recent:
    recent: Recent = ()
    for name in names:
        recent = remembered(recent, ticket(name), "en")
    return recent


def visits(recent: Recent) -> list[str]:
    return [one.ticket.visit for one in recent]


def test_the_newest_comes_first_once_and_only_so_many_are_kept() -> None:
    assert visits(some("v1", "v2", "v1")) == ["v1", "v2"]
    assert len(some(*(f"v{n}" for n in range(KEPT + 5)))) == KEPT


def test_a_tickets_state_moves_alone() -> None:
    recent = moved(some("v1", "v2"), "v1", PrintState.INTERRUPTED)
    assert [one.state for one in recent] == [PrintState.NOT_STARTED, PrintState.INTERRUPTED]
    assert moved(recent, "v9", PrintState.CONFIRMED) == recent


def test_after_a_restart_the_halls_list_stands_for_the_memory() -> None:
    told = [PrintedTicket(ticket("v2"), PrintState.UNKNOWN, AT), PrintedTicket(ticket("v1"), PrintState.CONFIRMED, AT)]
    recent = completed((), told, "ar")
    assert [(one.ticket.visit, one.state, one.language) for one in recent] == [
        ("v2", PrintState.UNKNOWN, "ar"),
        ("v1", PrintState.CONFIRMED, "ar"),
    ]


def test_what_both_know_stands_as_the_kiosk_knows_it_with_the_halls_newest_wait() -> None:
    own = moved(some("v1"), "v1", PrintState.INTERRUPTED)
    (one,) = completed(own, [PrintedTicket(ticket("v1", ahead=1), PrintState.SENDING, AT)], "ar")
    assert (one.state, one.language, one.ticket.people_ahead) == (PrintState.INTERRUPTED, "en", 1)


def test_a_visit_that_ended_is_left_out() -> None:
    assert completed(some("v1"), [], "ar") == ()


def test_unsure_is_what_did_not_surely_come_out_and_is_not_under_way() -> None:
    recent: Recent = some(*(f"v{n}" for n in range(6)))
    for name, state in zip((f"v{n}" for n in range(6)), PrintState, strict=True):
        recent = moved(recent, name, state)
    assert {one.state for one in unsure(recent)} == {
        PrintState.NOT_STARTED,
        PrintState.INTERRUPTED,
        PrintState.UNKNOWN,
    }


def test_a_paper_of_the_kiosks_own_numbers_keeps_its_own_code() -> None:
    own = OwnTicket("v1", "A900", "A", Lane.STANDARD, AT, 0, None, "http://hall/t#own")
    told = [PrintedTicket(ticket("v1"), PrintState.CONFIRMED, AT)]
    assert completed(remembered((), own, "ar"), told, "ar")[0].ticket == own
