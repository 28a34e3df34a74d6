"""Made-up values of every message of a contract module, for the tests that send them through the codec and back."""

from __future__ import annotations

import json
import typing
from datetime import UTC, datetime
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from contracts.codec.message import Message, fields
from contracts.codec.reader import ContractError, from_json, to_json
from tests.helpers.speeds import examples

FEW = settings(
    max_examples=examples(15), deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
"""Enough for a codec that has separate property tests; a whole workplace takes 20 ms to make up."""

INSTANTS = st.datetimes(min_value=datetime(1970, 1, 1), max_value=datetime(2099, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - the zone comes apart
st.register_type_strategy(datetime, INSTANTS)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))


def made_up(kind: type[Message]) -> st.SearchStrategy[Any]:
    """Return messages of a kind: each field that has a default is given or left out."""
    hints = typing.get_type_hints(kind)
    values = {field.name: (st.from_type(hints[field.name]), field.required) for field in fields(kind)}
    needed = {name: value for name, (value, required) in values.items() if required}
    others = {name: value for name, (value, required) in values.items() if not required}
    return st.fixed_dictionaries(needed, optional=others).map(lambda given: kind(**given))


def _register(kind: type[Message]) -> None:
    for one in kind.__subclasses__():
        st.register_type_strategy(one, made_up)
        _register(one)


def messages_of(module: ModuleType) -> list[type[Any]]:
    """Return the messages that a module defines itself, and tell hypothesis how to make each up."""
    _register(Message)
    return [
        one
        for one in vars(module).values()
        if isinstance(one, type) and issubclass(one, Message) and one.__module__ == module.__name__
    ]


def assert_it_arrives(message: Any) -> None:
    """Fail where the other side has another message than was sent."""
    assert from_json(type(message), json.loads(json.dumps(to_json(message)))) == message


def assert_what_is_missing_is_named(message: Any) -> None:
    """Fail where a message without a field that it needs is read, or the refusal does not name it."""
    sent = to_json(message)
    for field in fields(message):
        if field.required:
            with pytest.raises(ContractError, match=field.name):
                from_json(type(message), {name: value for name, value in sent.items() if name != field.name})
