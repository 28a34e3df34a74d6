"""The memory hall's visits are what the port asks for: every method by its name."""

from __future__ import annotations

import inspect

from hall.queue.model.ports import VisitStore
from hall.queue.store.visit_store import SqlVisits
from tests.helpers.memory_work import MemoryVisits

ASKED = {name for name, _ in inspect.getmembers(VisitStore, inspect.isfunction) if not name.startswith("_")}


def test_both_stores_have_every_method_with_the_same_arguments() -> None:
    assert len(ASKED) > 15
    for name in sorted(ASKED):
        wanted = list(inspect.signature(getattr(VisitStore, name)).parameters)
        for store in (SqlVisits, MemoryVisits):
            assert list(inspect.signature(getattr(store, name)).parameters) == wanted, f"{store.__name__}.{name}"
