"""Read messages of the contract, and other frozen values, from JSON values: strictly, each mistake named by its path.

msgspec reads; where it refuses, `problems_of` says what is wrong, so that the sender can correct all of it at once.

>>> from contracts.codec.message import Request
>>> class Pair(Request, frozen=True):
...     left: int
...     right: str | None = None
>>> to_json(Pair(1))
{'left': 1, 'right': None}
>>> from_json(Pair, {"left": 1, "right": "b"})
Pair(left=1, right='b')
>>> from_json(Pair, {"left": "x"})
Traceback (most recent call last):
contracts.codec.reader.ContractError: left: expected a whole number, got 'x'
"""

from __future__ import annotations

import dataclasses
import enum
import functools
import re
import types
import typing
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypeVar

import msgspec

from contracts.codec.message import in_utc
from contracts.codec.writer import instant_text, to_json

__all__ = ["NO_SUCH_FIELD", "ContractError", "from_json", "instant_text", "problems_of", "to_json"]

T = TypeVar("T")
NO_SUCH_FIELD = "no such field"
"""The problem of a field that the class does not have."""


class ContractError(ValueError):
    """A value breaks the contract; `field` is its path (dots and [n]), `problem` one sentence without it."""

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(f"{field}: {problem}" if field else problem)
        self.field = field
        self.problem = problem


def from_json(cls: type[T], value: Any, *, path: str = "") -> T:
    """Return `value` (as of `json.loads`) as an instance of `cls`; raise ContractError naming the first bad field."""
    try:
        return msgspec.convert(value, cls)
    except msgspec.ValidationError as error:
        problems = problems_of(cls, value, path=path)
        raise problems[0] if problems else _in_msgspec_words(str(error), path) from None


def problems_of(cls: type, value: Any, *, path: str = "") -> list[ContractError]:
    """Return every problem of `value` as a `cls`, where `from_json` stops at the first; an empty list when none."""
    if not isinstance(value, Mapping):
        return [ContractError(path, f"expected an object, got {_shown(value)}")]
    hints, required = _fields_of(cls)
    problems = []
    if _refuses_unknown(cls):
        problems = [ContractError(_join(path, name), NO_SUCH_FIELD) for name in value if name not in hints]
    for name, hint in hints.items():
        if name in value:
            problems += _problems_at(hint, value[name], _join(path, name))
        elif name in required:
            problems.append(ContractError(_join(path, name), "is missing"))
    return problems


def _problems_at(hint: Any, value: Any, path: str) -> list[ContractError]:
    """Return the problems of one field, separately for each element of a list and each value of an object."""
    if typing.get_origin(hint) in {typing.Union, types.UnionType}:
        choices = [choice for choice in typing.get_args(hint) if choice is not types.NoneType]
        if value is None and len(choices) < len(typing.get_args(hint)):
            return []
        return _problems_at(choices[0], value, path) if len(choices) == 1 else _problems_of_leaf(hint, value, path)
    args, is_map = typing.get_args(hint), _is_map(hint)
    if is_map and isinstance(value, Mapping):
        return [p for key, item in value.items() for p in _problems_at(args[1], item, _join(path, str(key)))]
    if args and not is_map and isinstance(value, list | tuple):
        return [p for at, item in enumerate(value) for p in _problems_at(args[0], item, f"{path}[{at}]")]
    if _has_fields(hint):
        return problems_of(hint, value, path=path)
    return _problems_of_leaf(hint, value, path)


def _problems_of_leaf(hint: Any, value: Any, path: str) -> list[ContractError]:
    try:
        found = msgspec.convert(value, hint)
        if isinstance(found, datetime):
            in_utc(found)
    except msgspec.ValidationError:
        return [ContractError(path, f"expected {_expected(hint)}, got {_shown(value)}")]
    except ValueError as error:
        return [ContractError(path, str(error))]
    return []


@functools.cache
def _fields_of(cls: type) -> tuple[dict[str, Any], frozenset[str]]:
    """Return the fields of a struct or dataclass with their types, and the names of those without a default."""
    hints = typing.get_type_hints(cls)
    if issubclass(cls, msgspec.Struct):
        fields = msgspec.structs.fields(cls)
        return {one.name: hints[one.name] for one in fields}, frozenset(one.name for one in fields if one.required)
    every, missing = dataclasses.fields(cls), dataclasses.MISSING  # type: ignore[arg-type]  # it is a dataclass
    required = frozenset(one.name for one in every if one.default is missing is one.default_factory)
    return {one.name: hints[one.name] for one in every}, required


def _has_fields(hint: Any) -> bool:
    return isinstance(hint, type) and (issubclass(hint, msgspec.Struct) or dataclasses.is_dataclass(hint))


def _is_map(hint: Any) -> bool:
    origin = typing.get_origin(hint)
    return isinstance(origin, type) and issubclass(origin, Mapping)


def _refuses_unknown(cls: type) -> bool:
    return not issubclass(cls, msgspec.Struct) or bool(cls.__struct_config__.forbid_unknown_fields)


_NAMES = {
    int: "a whole number",
    float: "a number",
    str: "a text",
    bool: "true or false",
    date: "a day like 2026-11-24",
    datetime: "an instant like 2026-11-24T05:00:01Z",
}


def _expected(hint: Any) -> str:
    if typing.get_origin(hint) in {typing.Union, types.UnionType}:
        return " or ".join(_expected(one) for one in typing.get_args(hint) if one is not types.NoneType)
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return "one of " + ", ".join(str(member.value) for member in hint)
    if typing.get_origin(hint) is not None:
        return "an object" if _is_map(hint) else "a list"
    return _NAMES.get(hint, getattr(hint, "__name__", str(hint)))


def _in_msgspec_words(text: str, path: str) -> ContractError:
    """Return a refusal in msgspec's words.

    >>> _in_msgspec_words("Expected `int`, got `str` - at `$.stages[0].counter`", "visit").field
    'visit.stages[0].counter'
    """
    problem, _, at = text.partition(" - at ")
    found = re.fullmatch(r"`\$\.?(.*)`", at)
    return ContractError(_join(path, found[1]) if found and found[1] else path, problem[:1].lower() + problem[1:])


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…"
