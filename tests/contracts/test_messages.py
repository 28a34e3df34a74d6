"""Every message of these modules arrives as it was sent, and one without a field that it needs is refused by name."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts import offline
from contracts.appointments import officials
from contracts.centre import sync_api
from contracts.devices import paper
from contracts.queue import answers, bodies, queues_view, reception
from contracts.settings import hall_view
from tests.contracts.round_trip import FEW, assert_it_arrives, assert_what_is_missing_is_named, messages_of

MODULES = (
    answers, bodies, hall_view, officials, offline, paper, queues_view, reception,
    sync_api,
)  # fmt: skip


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_each_module_still_has_messages_to_try(module: ModuleType) -> None:
    assert messages_of(module)


@pytest.mark.parametrize("kind", [kind for module in MODULES for kind in messages_of(module)])
@FEW
@given(data=st.data())
def test_a_message_arrives_as_it_was_sent(kind: type[Any], data: st.DataObject) -> None:
    message = data.draw(st.from_type(kind))
    assert_it_arrives(message)
    assert_what_is_missing_is_named(message)
