"""What the service needs from its adapters, and that the adapters have just that."""

from __future__ import annotations

import inspect

import pytest

from hall.people.model.identity_ports import Identities
from hall.people.store.identity_store import SqlIdentities

ASKED = [name for name in vars(Identities) if not name.startswith("_")]


def test_there_is_something_to_compare() -> None:
    assert {"owner_of", "spend_code", "revoke_device"} <= set(ASKED)


@pytest.mark.parametrize("name", ASKED)
def test_the_store_of_identities_takes_what_the_service_gives(name: str) -> None:
    asked, there = (inspect.signature(getattr(kind, name)).parameters for kind in (Identities, SqlIdentities))
    assert len(asked) == len(there)
    assert [p.kind for p in asked.values()] == [p.kind for p in there.values()]
