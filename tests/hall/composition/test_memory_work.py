"""The memory work gives what the ports ask, so that the use cases are tested against the real shape."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import get_type_hints

import pytest

from tests.helpers.example_hall import new_hall
from tests.helpers.hall_modules import engine_modules

_NO_STORES = {"HasSettings", "HasIdentities", "HasAccounts", "HasSettingsRecords"}
"""Settings are a value; identities, accounts and earlier set-ups are asked for on the real database alone."""


def ports() -> Iterator[tuple[str, type]]:
    """Give each store that a use case may ask for, by its name in the work: those of the `Has` Protocols."""
    for module in engine_modules():
        for name, kind in vars(module).items():
            if name.startswith("Has") and kind.__module__ == module.__name__ and name not in _NO_STORES:
                yield from (
                    (store, get_type_hints(given.fget)["return"])
                    for store, given in vars(kind).items()
                    if isinstance(given, property)
                )


STORES = dict(ports())


def asked_of(protocol: type) -> dict[str, inspect.Signature]:
    return {
        name: inspect.signature(member)
        for name, member in vars(protocol).items()
        if inspect.isfunction(member) and not name.startswith("_")
    }


@pytest.mark.parametrize("name", STORES)
def test_each_store_of_the_memory_work_has_the_port_s_methods(name):
    store = getattr(new_hall().work(), name)
    methods = asked_of(STORES[name])
    assert methods
    for method, signature in methods.items():
        given = inspect.signature(getattr(type(store), method))
        assert list(given.parameters) == list(signature.parameters), f"{name}.{method}"


def test_the_stores_are_found():
    assert {"visits", "sessions", "numbers", "pin_tries", "closed_days"} < set(STORES)
    assert len(STORES) == 24
