"""A use case receives the stores that it needs, and no others: read from its annotations and its body."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from types import FunctionType, ModuleType
from typing import Protocol, get_type_hints

from hall.appointments.model.ports import HasAppointments
from hall.queue.commands.counter.call_next import CallNextWork, call_next
from hall.queue.commands.issue_ticket import IssueTicketWork
from hall.queue.model.ports import HasVisits, VisitStore
from tests.helpers.hall_modules import engine_modules

MOST_STORES = 10
"""A change of the set-up asks everybody who may still need what it takes away, and tells the centre.

A ticket needs the running numbers, the kiosks' blocks, and the six stores with which the first command of a new day
closes the day before. The ninth is that of the appointment or return slip for which somebody gets it."""
NO_STORES = {"settings", "record", "arrange", "change_settings"}
GIVERS = ("Has", "Changes", "Records")
"""How the names of Protocols begin that give one store, change the settings or take facts."""
MODULES = engine_modules()


def ours(kind: type) -> list[type]:
    return [base for base in kind.__mro__ if base.__module__.startswith("hall.")]


def is_work(kind: object) -> bool:
    """Return whether a type is work: a Protocol that gives stores, and no store."""
    return isinstance(kind, type) and any(base.__name__.startswith(GIVERS) for base in ours(kind))


def members(work: type) -> set[str]:
    return {name for base in ours(work) for name in vars(base) if not name.startswith("_")}


def stores(work: type) -> set[str]:
    return members(work) - NO_STORES


def functions_of(module: ModuleType) -> Iterator[FunctionType]:
    for one in vars(module).values():
        if inspect.isfunction(one) and one.__module__ == module.__name__:
            yield one


def received(function: FunctionType) -> dict[str, type]:
    """Return the work that a function receives, by the name of its parameter."""
    return {name: kind for name, kind in get_type_hints(function).items() if name != "return" and is_work(kind)}


def used(function: FunctionType) -> set[str]:
    """Return the members of its work that a function uses or that those need to which it passes the work on."""
    names, found = set(received(function)), set()
    for node in ast.walk(ast.parse(inspect.getsource(function))):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in names:
            found.add(node.attr)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            passed = [*node.args, *(keyword.value for keyword in node.keywords)]
            if any(isinstance(one, ast.Name) and one.id in names for one in passed):
                called = function.__globals__[node.func.id]
                found |= {name for kind in received(called).values() for name in members(kind)}
    return found


def needless(module: ModuleType) -> dict[str, set[str]]:
    """Return what the module's kinds of work list although no function that receives them uses it."""
    uses: dict[type, set[str]] = {}
    for function in functions_of(module):
        for kind in received(function).values():
            uses.setdefault(kind, set()).update(used(function))
    for kind in vars(module).values():
        if is_work(kind) and kind.__module__ == module.__name__ and not kind.__name__.startswith(GIVERS):
            uses.setdefault(kind, set())
    left = {kind.__name__: stores(kind) - some for kind, some in uses.items() if kind.__module__ == module.__name__}
    return {name: some for name, some in left.items() if some}


def test_no_use_case_receives_more_than_nine_stores() -> None:
    known = {kind for module in MODULES for kind in vars(module).values() if is_work(kind)}
    known |= {kind for module in MODULES for function in functions_of(module) for kind in received(function).values()}
    assert {kind.__name__: len(stores(kind)) for kind in known if len(stores(kind)) > MOST_STORES} == {}


def test_a_use_case_lists_only_stores_that_it_uses() -> None:
    assert {module.__name__: needless(module) for module in MODULES if needless(module)} == {}


def test_the_checks_see_use_cases_and_their_stores() -> None:
    assert received(call_next) == {"work": CallNextWork}
    assert {"visits", "numbers", "days"} <= used(call_next)
    assert len(stores(IssueTicketWork)) == 7
    assert members(HasVisits) == {"visits"}
    assert not is_work(VisitStore)
    assert sum(bool(received(function)) for module in MODULES for function in functions_of(module)) > 200


class GreedyWork(HasVisits, HasAppointments, Protocol):
    """Lists a store more than its function needs."""


def greedy(work: GreedyWork) -> bool:
    return work.visits.anybody_in_hall is not None


def test_the_check_finds_a_store_that_is_listed_and_not_used() -> None:
    module = ModuleType("here")
    module.__dict__.update(greedy=greedy, GreedyWork=GreedyWork, __name__=__name__)
    assert needless(module) == {"GreedyWork": {"appointments"}}
