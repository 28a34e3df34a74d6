"""Read a dataclass from JSON values as `codec.from_json` does, many times faster where nothing is wrong.

A centre takes in a year of a ministry in seconds only when reading a record costs microseconds. Here a plan is made
once for each class; whatever the plan is not sure of (a wrong type, a missing field, a shape it does not know) is read
again by `from_json`, which knows every shape and words every refusal. So both always agree.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from operator import itemgetter
from typing import Any, TypeVar

from contracts.codec.reader import YEARS, from_json

T = TypeVar("T")
Reader = Callable[[Any], Any]

MOST_SHAPES = 1_000
"""So many ways in which a class's optional fields are there or not are remembered; of a visit there are some dozens."""
_NOTHING = type(None)


class _UnsureError(ValueError):
    """The fast way does not know; the sure one decides."""


_UNSURE = (TypeError, ValueError, KeyError, AttributeError, OverflowError)


def reader(cls: type[T]) -> Callable[[Mapping[str, Any]], T]:
    """Return a function that reads `cls` from an object of `json.loads`, raising ContractError as `from_json` does."""
    fast = _object_reader(cls)

    def read(value: Mapping[str, Any]) -> T:
        try:
            return typing.cast("T", fast(value))
        except _UNSURE:
            return from_json(cls, value)

    return read


def quick_reader(cls: type[T]) -> Callable[[Mapping[str, Any]], T | None]:
    """Return a function that reads `cls` where that is plainly right, and gives None where the sure reader must look.

    >>> import dataclasses
    >>> @dataclasses.dataclass(frozen=True)
    ... class Pair:
    ...     left: int
    ...     right: str | None
    >>> read = quick_reader(Pair)
    >>> read({"left": 1, "right": None}), read({"left": 1, "right": None, "newer": 2})
    (Pair(left=1, right=None), None)
    """
    fast = _object_reader(cls)

    def read(value: Mapping[str, Any]) -> T | None:
        try:
            return typing.cast("T", fast(value))
        except _UNSURE:
            return None

    return read


def _fields_taker(cls: type) -> Callable[[Mapping[str, Any]], tuple[Any, ...]]:
    """Return a function that takes an object's values of the fields of `cls`, in order, as `json.loads` gave them.

    It raises ValueError, TypeError or KeyError unless all fields are there, nothing else is, and each value is of a
    type that its field can be read from; what is in a list, an object or an instant's text is not looked at.

    >>> import dataclasses
    >>> @dataclasses.dataclass(frozen=True)
    ... class Pair:
    ...     left: int
    ...     right: str | None
    >>> _fields_taker(Pair)({"right": None, "left": 1})
    (1, None)
    """
    hints = typing.get_type_hints(cls)
    names = tuple(field.name for field in dataclasses.fields(cls))
    allowed = [_kinds(hints[name]) for name in names]
    take = _taker(names)
    # All types of an object at once are looked up in C; each shape is judged field by field only when it first comes.
    sound: set[tuple[type, ...]] = set()

    def taken(value: Mapping[str, Any]) -> tuple[Any, ...]:
        if len(value) != len(names):
            raise _UnsureError
        found: tuple[Any, ...] = take(value)
        shape = tuple(map(type, found))
        if shape not in sound:
            _judge(shape, allowed, sound)
        return found

    return taken


def _object_reader(cls: type) -> Reader:
    hints = typing.get_type_hints(cls)
    names = tuple(field.name for field in dataclasses.fields(cls))
    turns = [(name, turn) for name in names if (turn := _turn(hints[name])) is not None]
    taken, make, defaults = _fields_taker(cls), _maker(cls), _json_defaults(cls)

    def read(value: Any) -> Any:  # noqa: ANN401 - any JSON value
        given = value if len(value) == len(names) else {**defaults, **value}
        made = dict(zip(names, taken(given), strict=True))
        for name, turn in turns:
            if made[name] is not None:
                made[name] = turn(made[name])
        return make(made)

    return read


def _judge(shape: tuple[type, ...], allowed: list[frozenset[type]], sound: set[tuple[type, ...]]) -> None:
    if not all(kind in kinds for kind, kinds in zip(shape, allowed, strict=True)):
        raise _UnsureError
    if len(sound) < MOST_SHAPES:
        sound.add(shape)


def _taker(names: tuple[str, ...]) -> Reader:
    """Return how the values of these names are taken out of an object, in order; KeyError where one is missing."""
    return itemgetter(*names) if len(names) > 1 else lambda value: tuple(value[name] for name in names)


def _json_defaults(cls: type) -> dict[str, Any]:
    """Return what stands for a field that is left out, as JSON would tell it, where JSON can."""
    fields = dataclasses.fields(cls)
    return {
        field.name: [] if field.default == () else field.default
        for field in fields
        if field.default == () or type(field.default) in {*_EXACT, _NOTHING}
    }


def _maker(cls: type) -> Callable[[dict[str, Any]], Any]:
    """Return how an object is made of its fields: past a frozen constructor, which sets them one by one."""
    if hasattr(cls, "__post_init__") or hasattr(cls, "__slots__"):
        return lambda values: cls(**values)

    def make(values: dict[str, Any]) -> Any:  # noqa: ANN401 - an object of `cls`
        made: Any = object.__new__(cls)
        made.__dict__.update(values)
        return made

    return make


def _kinds(hint: Any) -> frozenset[type]:  # noqa: ANN401 - a type hint
    """Return the types of JSON values that the fast way takes for `hint`; none where it does not know the hint."""
    if typing.get_origin(hint) in {types.UnionType, typing.Union}:
        real = [choice for choice in typing.get_args(hint) if choice is not _NOTHING]
        return (_kinds(real[0]) | {_NOTHING}) if len(real) == 1 else frozenset()
    if _is_row(hint):
        return frozenset({list})
    if dataclasses.is_dataclass(hint):
        return frozenset({dict})
    return frozenset({hint}) if hint in _EXACT else frozenset({str}) if hint in _TURNS else frozenset()


def _turn(hint: Any) -> Reader | None:  # noqa: ANN401 - a type hint
    """Return what makes the field's value of a JSON value that is there, None where it stays as it is."""
    if typing.get_origin(hint) in {types.UnionType, typing.Union}:
        return _turn(next(choice for choice in typing.get_args(hint) if choice is not _NOTHING))
    if _is_row(hint):
        inner = typing.get_args(hint)[0]
        return _row_of(_turn(inner), _kinds(inner))
    if dataclasses.is_dataclass(hint):
        return _object_reader(typing.cast("type", hint))
    return _TURNS.get(hint)


def _is_row(hint: Any) -> bool:  # noqa: ANN401 - a type hint
    return typing.get_origin(hint) is tuple and typing.get_args(hint)[1:] == (...,)


def _row_of(turn: Reader | None, kinds: frozenset[type]) -> Reader:
    def read_all(value: list[Any]) -> tuple[Any, ...]:
        if any(type(item) not in kinds for item in value):
            raise _UnsureError
        return tuple(value) if turn is None else tuple([turn(item) for item in value])

    return read_all


def utc_instant(text: str) -> datetime:
    """Return an instant in UTC; ValueError or OverflowError where the sure reader must look.

    >>> utc_instant("2026-11-24T09:00:00+04:00").isoformat()
    '2026-11-24T05:00:00+00:00'
    """
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None or not YEARS[0] <= instant.year <= YEARS[1]:
        raise _UnsureError
    # Instants come in UTC already: turning them once more only costs time.
    return instant if instant.tzinfo is UTC else instant.astimezone(UTC)


_EXACT = (str, int, bool)
_TURNS: dict[Any, Reader] = {datetime: utc_instant, date: date.fromisoformat}
