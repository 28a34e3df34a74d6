"""A request is strict and every other message lenient, down to each part: neighbouring versions work together so."""

from __future__ import annotations

import importlib
import pkgutil
import typing
from collections.abc import Iterator
from typing import Any

import msgspec

import contracts
from contracts.codec.message import Message, Request


def all_messages() -> list[type[Message]]:
    """Return every message of the contract."""
    modules = [importlib.import_module(one.name) for one in pkgutil.walk_packages(contracts.__path__, "contracts.")]
    return [
        one
        for module in modules
        for one in vars(module).values()
        if isinstance(one, type) and issubclass(one, Message) and one.__module__ == module.__name__
    ]


MESSAGES = [kind for kind in all_messages() if kind not in {Message, Request}]


def parts_of(hint: Any) -> Iterator[type[Message]]:
    """Return the messages that a field of this type holds."""
    if isinstance(hint, type) and issubclass(hint, Message):
        yield hint
    for part in typing.get_args(hint):
        yield from parts_of(part)


def is_refused(kind: type[Message], value: object) -> bool:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return True
    return False


def test_the_contract_has_messages_that_these_tests_look_at() -> None:
    assert len(MESSAGES) > 100


def test_msgspec_can_read_each_message() -> None:
    msgspec.json.schema_components(MESSAGES)
    assert [kind for kind in MESSAGES if not is_refused(kind, 7)] == []


def test_each_part_is_as_strict_as_what_holds_it() -> None:
    other = [
        (kind, part)
        for kind in MESSAGES
        for hint in typing.get_type_hints(kind).values()
        for part in parts_of(hint)
        if issubclass(part, Request) is not issubclass(kind, Request)
    ]
    assert other == []
