"""The contract of the version before: what is recorded of it, and its classes built again from that.

`python -m tests.contracts.version_before` records today's contract in `version_before.json`: done once a release, when
its programs are out and those of the next version must work beside them.
"""

from __future__ import annotations

import enum
import functools
import json
import types
import typing
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec

from contracts.codec.message import Message, Request, fields
from tests.contracts.mistakes import right_value
from tests.contracts.test_strictness import MESSAGES

FILE = Path(__file__).with_suffix(".json")
Recorded = dict[str, dict[str, Any]]
"""`enums` with their values, `messages` and `requests` with the type of each field; `?` marks one with a default."""


def record() -> Recorded:
    """Return what a reader must know of today's contract."""
    found: Recorded = {"enums": {}, "messages": {}, "requests": {}}
    for kind in MESSAGES:
        hints = typing.get_type_hints(kind)
        named = {f"{one.name}{'' if one.required else '?'}": _text(hints[one.name]) for one in fields(kind)}
        found["requests" if issubclass(kind, Request) else "messages"][kind.__name__] = named
        for hint in hints.values():
            found["enums"].update({one.__name__: [member.value for member in one] for one in enums_of(hint)})
    return found


def enums_of(hint: Any) -> Iterator[type[enum.Enum]]:
    """Return the enums that a field holds."""
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        yield hint
    for part in typing.get_args(hint):
        yield from enums_of(part)


def samples(kind: type[Message]) -> Iterator[dict[str, Any]]:
    """Return a message with every field, one with what it needs alone, and one for each value of an enum."""
    hints = typing.get_type_hints(kind)
    full = {name: right_value(hint) for name, hint in hints.items()}
    yield full
    yield {one.name: full[one.name] for one in fields(kind) if one.required}
    for name, hint in hints.items():
        for one in enums_of(hint):
            if hint in {one, one | None}:
                yield from ({**full, name: member.value} for member in one)


@functools.cache
def classes_before() -> dict[str, type[Message]]:
    """Return the messages and requests of the version before, by name."""
    recorded: Recorded = json.loads(FILE.read_text(encoding="utf-8"))
    built: dict[str, Any] = {"Any": Any, "date": date, "datetime": datetime}
    for name, values in recorded["enums"].items():
        built[name] = enum.Enum(name, {f"M{at}": value for at, value in enumerate(values)})
    unbuilt = {name: (base, named) for base in ("messages", "requests") for name, named in recorded[base].items()}
    while unbuilt:
        for name, (base, named) in list(unbuilt.items()):
            if all(part not in unbuilt for text in named.values() for part in _words(text)):
                given = [_field(field, eval(text, built)) for field, text in named.items()]  # noqa: S307 - our own file
                bases = (Request if base == "requests" else Message,)
                built[name] = msgspec.defstruct(name, given, bases=bases, frozen=True)
                del unbuilt[name]
    return {name: kind for name, kind in built.items() if isinstance(kind, type) and issubclass(kind, Message)}


def _field(name: str, hint: Any) -> Any:
    return (name.removesuffix("?"), hint, None) if name.endswith("?") else (name, hint)


def _words(text: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in text).split()


def _text(hint: Any) -> str:
    """Return a type as Python writes it, by the bare names of classes."""
    args = [_text(one) for one in typing.get_args(hint)]
    origin = typing.get_origin(hint)
    if origin in {typing.Union, types.UnionType}:
        return " | ".join(args)
    if origin is not None:
        return f"{origin.__name__}[{', '.join(args)}]"
    return {type(None): "None", ...: "...", Any: "Any"}.get(hint) or str(hint.__name__)


def _main() -> None:
    parts = []
    for base, named in record().items():
        rows = ",\n".join(f"  {json.dumps(name)}: {json.dumps(item)}" for name, item in named.items())
        parts.append(f'"{base}": {{\n{rows}\n}}')
    FILE.write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    _main()
