"""How many statements the commands of a busy hall take: most of their time is the number of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import event

from contracts.words.hall import Outcome
from hall.counters.commands.sign_in import SignIn, sign_in
from hall.kernel.callers import Key
from hall.kernel.ids import AgentId, CounterId
from hall.queue.commands.counter.begin_serving import BeginServing, begin_serving
from hall.queue.commands.counter.call_next import CallNext, call_next
from hall.queue.commands.counter.finish import Finish, finish
from tests.helpers.stored_hall import StoredHall

ONE = CounterId(1)


def statements_of(stored_hall: StoredHall, do: Callable[[], object]) -> list[str]:
    """Return the statements of the hall's writer meanwhile, without those that begin and end its transaction."""
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        seen.append(statement)

    event.listen(stored_hall.store.engine, "before_cursor_execute", note)
    try:
        do()
    finally:
        event.remove(stored_hall.store.engine, "before_cursor_execute", note)
    return [one for one in seen if "SAVEPOINT" not in one and "meta" not in one]


def test_a_ticket_takes_few_statements(lite: StoredHall) -> None:
    lite.issue()
    taken = statements_of(lite, lambda: lite.submit_issue(key=Key("k" * 64, "one", "d" * 64)).result(60))
    assert len(taken) <= 11, taken


def test_a_pressed_call_and_begin_take_few_statements(lite: StoredHall) -> None:
    lite.run(sign_in, SignIn("s1", ONE, AgentId("said")))
    for _ in range(3):
        lite.issue()
    lite.run(call_next, CallNext(ONE))
    lite.run(begin_serving, BeginServing(ONE))
    lite.run(finish, Finish(ONE, Outcome.COMPLETED))
    called = statements_of(lite, lambda: lite.run(call_next, CallNext(ONE, sure=True, pressed=True)))
    assert len(called) <= 12, called
    begun = statements_of(lite, lambda: lite.run(begin_serving, BeginServing(ONE, pressed=True)))
    assert len(begun) <= 6, begun
