"""What differs between two parts of a set-up, in the words of the set-up file.

>>> was, now = [{"code": "a", "names": {"en": "A"}}], [{"code": "a", "names": {"en": "B"}}]
>>> [(one.key, one.field, one.after) for one in list_differences("topic", "code", was, now)]
[('a', 'names.en', 'B')]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from contracts.administration.changes import SettingsDifference


def list_differences(
    section: str, key: str, was: Sequence[Mapping[str, Any]], is_: Sequence[Mapping[str, Any]]
) -> Iterator[SettingsDifference]:
    """Yield what differs between two lists whose entries are named by their field `key`."""
    old, new = ({str(one[key]): one for one in entries} for entries in (was, is_))
    for name in [*old, *(name for name in new if name not in old)]:
        names = (new.get(name) or old[name]).get("names", {})
        if name not in new:
            yield SettingsDifference(section, name, names, "removed")
        elif name not in old:
            yield SettingsDifference(section, name, names, "added")
        else:
            yield from field_differences(section, old[name], new[name], name, names)
    if list(old) != list(new) and set(old) == set(new):
        yield SettingsDifference(section, "", {}, "changed", "order", _text(list(old)), _text(list(new)))


def field_differences(
    section: str, was: Mapping[str, Any], is_: object, key: str = "", names: dict[str, str] | None = None
) -> Iterator[SettingsDifference]:
    """Yield the fields that differ between two entries; a part that is one value alone has one field without a name."""
    new, called = is_ if isinstance(is_, dict) else {"": is_}, names or {}
    for field in [*was, *(one for one in new if one not in was)]:
        old_value, new_value = was.get(field), new.get(field)
        if old_value == new_value:
            continue
        if isinstance(old_value, dict) and isinstance(new_value, dict):
            for inner in field_differences(section, old_value, new_value, key, called):
                yield SettingsDifference(
                    section, key, called, "changed", f"{field}.{inner.field}", inner.before, inner.after
                )
        else:
            yield SettingsDifference(section, key, called, "changed", field, _text(old_value), _text(new_value))


def notice_differences(was: Sequence[dict[str, str]], is_: Sequence[dict[str, str]]) -> Iterator[SettingsDifference]:
    """Yield the notices that went and came; the others are not repeated. Nothing names a notice but its texts."""
    gone, come = [one for one in was if one not in is_], [one for one in is_ if one not in was]
    for act, entries in (("removed", gone), ("added", come)):
        for one in entries:
            yield SettingsDifference("notice", _text(one), one, act)
    if not gone and not come:
        yield SettingsDifference("notice", "", {}, "changed", "order", _text(was), _text(is_))


def _text(value: object) -> str:
    if value is None or value in ([], {}):
        return ""
    if isinstance(value, dict):
        return " – ".join(map(str, value.values()))
    return ", ".join(map(_text, value)) if isinstance(value, list | tuple) else str(value)
