"""Settings as JSON by top-level name, and back: one row each, so that each has its own origin and version.

>>> from hall.kernel.settings import Limits
>>> setting_from_json(Limits, setting_to_json(Limits(undo_s=60))) == Limits(undo_s=60)
True
"""

from __future__ import annotations

import dataclasses
import enum
import types
import typing
from collections.abc import Mapping
from datetime import date, datetime, time
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")


def setting_to_json(value: object) -> Any:  # noqa: ANN401 - a JSON value
    """Return a setting as what `json.dumps` takes; keys of mappings become texts."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: setting_to_json(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(setting_to_json(key)): setting_to_json(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [setting_to_json(item) for item in value]
    if isinstance(value, enum.Enum):
        return value.value
    return value.isoformat() if isinstance(value, date | time) else value


def setting_from_json(hint: Any, value: Any) -> Any:  # noqa: ANN401 - any setting from any JSON value
    """Return a JSON value as the type that `hint` names; a field that is not there keeps its default."""
    if hasattr(hint, "__supertype__"):
        return setting_from_json(hint.__supertype__, value)
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in {types.UnionType, typing.Union}:
        return None if value is None else setting_from_json(next(arg for arg in args if arg is not type(None)), value)
    if origin is tuple:
        return tuple(setting_from_json(args[0], item) for item in value)
    if origin is not None and issubclass(origin, Mapping):
        return {_key(args[0], key): setting_from_json(args[1], item) for key, item in value.items()}
    if dataclasses.is_dataclass(hint):
        hints = hints_of(typing.cast("type", hint))
        known = {name: setting_from_json(hints[name], item) for name, item in value.items() if name in hints}
        return typing.cast("type", hint)(**known)
    return _scalar(hint, value)


@cache
def hints_of(cls: type) -> dict[str, Any]:
    """Return the evaluated type hints of a settings class."""
    return typing.get_type_hints(cls)


def _key(hint: Any, text: str) -> Any:  # noqa: ANN401 - as above
    while hasattr(hint, "__supertype__"):
        hint = hint.__supertype__
    return hint(text)


def _scalar(hint: Any, value: Any) -> Any:  # noqa: ANN401 - as above
    if hint in {date, datetime, time}:
        return hint.fromisoformat(value)
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return hint(value)
    return float(value) if hint is float else value
