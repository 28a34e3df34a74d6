"""Turn frozen dataclasses into JSON values and back, strict in both directions.

Instants are aware and travel as RFC 3339 in UTC; days as ISO dates; enums by their value. An unknown, missing or
mistyped field is a `ContractError` that names the field by its path, so that whoever sent it can mend it.

>>> @dataclasses.dataclass(frozen=True)
... class Pair:
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
import types
import typing
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from contracts.codec.writer import instant_text, to_json

__all__ = ["ContractError", "from_json", "instant_text", "known_only", "problems_of", "to_json"]

T = TypeVar("T")
YEARS = (1900, 2199)
"""Of an instant: further off it may leave the calendar on its way to a zone, or 64 bits when counted in nanoseconds."""


class ContractError(ValueError):
    """A value breaks the contract; `field` is its path (dots and [n]), `problem` one sentence without it."""

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(f"{field}: {problem}" if field else problem)
        self.field = field
        self.problem = problem


def from_json(cls: type[T], value: Any, *, path: str = "") -> T:
    """Return `value` (as of `json.loads`) as an instance of dataclass `cls`; raise ContractError naming the field."""
    if not isinstance(value, Mapping):
        raise ContractError(path, f"expected an object, got {_shown(value)}")
    hints = _hints(cls)
    if not value.keys() <= hints.keys():
        raise ContractError(_join(path, min(value.keys() - hints.keys())), "no such field")
    given = {name: _read(hints[name], item, _join(path, name)) for name, item in value.items()}
    for name in _required(cls):
        if name not in given:
            raise ContractError(_join(path, name), "is missing")
    return cls(**given)


def known_only(cls: type, value: Any) -> Any:
    """Return `value` without the fields that `cls` does not know, at any depth.

    Answers grow: a program that is older than its hall must go on reading them. What it sends stays strict.

    >>> @dataclasses.dataclass(frozen=True)
    ... class Old:
    ...     at: int
    >>> known_only(Old, {"at": 1, "since_next_year": True})
    {'at': 1}
    """
    return _known(cls, value)


def _known(hint: Any, value: Any) -> Any:
    args = typing.get_args(hint)
    if isinstance(hint, type) and dataclasses.is_dataclass(hint) and isinstance(value, Mapping):
        hints = _hints(hint)
        return {name: _known(hints[name], item) for name, item in value.items() if name in hints}
    if isinstance(value, list) and args:
        return [_known(args[0], item) for item in value]
    if typing.get_origin(hint) in {typing.Union, types.UnionType}:
        inner = next((arg for arg in args if dataclasses.is_dataclass(arg)), None)
        return value if inner is None or value is None else _known(inner, value)
    return value


def problems_of(cls: type, value: Any, *, path: str = "") -> list[ContractError]:
    """Return every problem of `value` as a `cls`, where `from_json` stops at the first; an empty list when none."""
    if not isinstance(value, Mapping):
        return [ContractError(path, f"expected an object, got {_shown(value)}")]
    hints = _hints(cls)
    problems = [ContractError(_join(path, name), "no such field") for name in value if name not in hints]
    for field in dataclasses.fields(cls):
        at = _join(path, field.name)
        if field.name in value:
            problems += _problems_at(hints[field.name], value[field.name], at)
        elif field.name in _required(cls):
            problems.append(ContractError(at, "is missing"))
    return problems


def _problems_at(hint: Any, value: Any, path: str) -> list[ContractError]:
    """Return the problems of one field, each element of a list of objects on its own."""
    args = typing.get_args(hint)
    if args and dataclasses.is_dataclass(args[0]) and isinstance(value, list):
        inner = typing.cast("type", args[0])
        return [p for at, item in enumerate(value) for p in problems_of(inner, item, path=f"{path}[{at}]")]
    if dataclasses.is_dataclass(hint):
        return problems_of(typing.cast("type", hint), value, path=path)
    try:
        _read(hint, value, path)
    except ContractError as error:
        return [error]
    return []


_HINTS: dict[type, dict[str, Any]] = {}


def _hints(cls: type) -> dict[str, Any]:
    # get_type_hints evaluates strings each time: too slow for each fact of a busy hall.
    if cls not in _HINTS:
        _HINTS[cls] = typing.get_type_hints(cls)
    return _HINTS[cls]


_REQUIRED: dict[type, tuple[str, ...]] = {}


def _required(cls: type) -> tuple[str, ...]:
    """Return the fields that have no default: found out once, as the hints are."""
    if cls not in _REQUIRED:
        missing = dataclasses.MISSING
        every = dataclasses.fields(cls)
        _REQUIRED[cls] = tuple([one.name for one in every if one.default is missing is one.default_factory])
    return _REQUIRED[cls]


def _read(hint: Any, value: Any, path: str) -> Any:
    if hint is Any:
        return value
    origin = typing.get_origin(hint)
    if origin in {typing.Union, types.UnionType}:
        return _read_union(typing.get_args(hint), value, path)
    if origin is not None:
        return _read_container(origin, typing.get_args(hint), value, path)
    if hasattr(hint, "__supertype__"):
        return _read(hint.__supertype__, value, path)
    if dataclasses.is_dataclass(hint):
        return from_json(typing.cast("type", hint), value, path=path)
    return _read_scalar(hint, value, path)


def _read_union(choices: Sequence[Any], value: Any, path: str) -> Any:
    if value is None and type(None) in choices:
        return None
    real = [choice for choice in choices if choice is not type(None)]
    if len(real) == 1:
        return _read(real[0], value, path)
    problems = []
    for choice in real:
        try:
            return _read(choice, value, path)
        except ContractError as error:
            problems.append(error.problem)
    raise ContractError(path, " or ".join(problems))


def _read_container(origin: Any, args: Sequence[Any], value: Any, path: str) -> Any:
    if issubclass(origin, Mapping):
        if not isinstance(value, Mapping):
            raise ContractError(path, f"expected an object, got {_shown(value)}")
        return {str(key): _read(args[1], item, _join(path, str(key))) for key, item in value.items()}
    if not isinstance(value, list | tuple):
        raise ContractError(path, f"expected a list, got {_shown(value)}")
    items = [_read(args[0], item, f"{path}[{at}]") for at, item in enumerate(value)]
    return items if origin is list else origin(items) if origin in {tuple, frozenset} else tuple(items)


_NAMES = {int: "a whole number", float: "a number", str: "a text", bool: "true or false"}


def _read_scalar(hint: Any, value: Any, path: str) -> Any:
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return _read_enum(hint, value, path)
    if hint is datetime:
        return _read_instant(value, path)
    if hint is date:
        return _read_day(value, path)
    number_ok = hint is float and isinstance(value, int) and not isinstance(value, bool)
    if number_ok:
        return float(value)
    if not isinstance(value, hint) or (hint in {int, float} and isinstance(value, bool)):
        raise ContractError(path, f"expected {_NAMES.get(hint, hint.__name__)}, got {_shown(value)}")
    return value


def _read_enum(hint: type[enum.Enum], value: Any, path: str) -> enum.Enum:
    try:
        return hint(value)
    except ValueError:
        known = ", ".join(str(member.value) for member in hint)
        raise ContractError(path, f"expected one of {known}, got {_shown(value)}") from None


def _read_instant(value: Any, path: str) -> datetime:
    try:
        instant = datetime.fromisoformat(value)
        if instant.tzinfo is not None and YEARS[0] <= instant.year <= YEARS[1]:
            return instant.astimezone(UTC)
    except (TypeError, ValueError):
        raise ContractError(path, f"expected an instant like 2026-11-24T05:00:01Z, got {_shown(value)}") from None
    if instant.tzinfo is not None:
        raise ContractError(path, f"expected an instant of the years {YEARS[0]} to {YEARS[1]}, got {_shown(value)}")
    raise ContractError(path, f"the instant needs a time zone, got {_shown(value)}")


def _read_day(value: Any, path: str) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise ContractError(path, f"expected a day like 2026-11-24, got {_shown(value)}") from None


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…"
