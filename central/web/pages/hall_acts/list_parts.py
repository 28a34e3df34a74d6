"""The parts of the set-up that the centre gives to halls: what is usual, what a form says, and what differs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from common.text.digits import WESTERN, in_digits
from common.text.hidden_signs import unseen_signs
from contracts.administration.changes import SettingsDifference
from contracts.administration.differences import field_differences, list_differences
from contracts.words.hall import LONGEST_WAIT_MIN
from contracts.words.lists import LONGEST_NAME, ListProblem, NamedEntry, PowerEntry, list_problems
from contracts.words.usual_lists import USUAL_DIRECTORATES, USUAL_POWERS, USUAL_REASONS, USUAL_TOPICS
from contracts.words.visitor_messages import LANGUAGES, PLACEHOLDERS, all_messages, message_problems, own_messages

MOST_ENTRIES = 60
"""Far more than anybody chooses from; a form with all of them stays within the limit of its bytes."""
BLANK_ROWS = 5
OFFERED, NOT_OFFERED, REMOVED = "offered", "not_offered", "removed"
POWER_FIELDS = ("decision", "holder", "limit_omr", "valid_until")
OTHERS = "others"
"""The field with the names in other languages than the page's: it is not shown, and comes back as it was."""
ROW_FIELDS = ("code", "ar", "en", OTHERS, "state", *POWER_FIELDS)


@dataclass(frozen=True)
class Part:
    """One part: the setting that it is in halls, its section of the set-up file, and the ministry's usual value."""

    setting: str
    section: str
    usual: Any
    is_list: bool = True


def _entries(usual: Mapping[str, Mapping[str, str]], **more: object) -> list[dict[str, Any]]:
    return [{"code": code, "names": dict(names), "offered": True, **more} for code, names in usual.items()]


PARTS = {
    part.setting: part
    for part in (
        Part("topics", "topic", _entries(USUAL_TOPICS)),
        Part("reasons", "reason", _entries(USUAL_REASONS)),
        Part("directorates", "directorate", _entries(USUAL_DIRECTORATES)),
        Part(
            "powers", "power", _entries(USUAL_POWERS, decision="", holder="", limit_omr=None, valid_until=None)
        ),
        Part("messages", "messages", {}, is_list=False),
        Part("ticket_notice", "ticket_notice", {}, is_list=False),
        Part("kiosk", "kiosk", {"long_wait_s": 0, "phone": False}, is_list=False),
    )
}  # fmt: skip


@dataclass(frozen=True)
class Wrong:
    """One mistake in a form: the end of the text's name, and which entry is meant."""

    code: str
    entry: str = ""


@dataclass
class ReadForm:
    """What a form says: the value as halls store it, and all that is wrong with it."""

    value: Any = None
    wrong: list[Wrong] = field(default_factory=list)


def read_part(part: Part, form: Mapping[str, str]) -> ReadForm:
    """Return what a form says of a part."""
    if part.is_list:
        return _read_list(part, form)
    read = _READERS[part.setting](form)
    if any(unseen_signs(_lines(text)) for text in form.values()):
        read.wrong.append(Wrong("unseen"))
    return read


def rows_of(value: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """Return the fields of the rows in which a list is changed, with blank ones for new entries."""
    return with_blank_rows([_row(one) for one in value])


def with_blank_rows(rows: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    """Return rows with blank ones after them, up to the most entries of a list."""
    blank = {**dict.fromkeys(ROW_FIELDS, ""), "state": OFFERED}
    return [*rows, *(dict(blank) for _ in range(min(BLANK_ROWS, MOST_ENTRIES - len(rows))))]


def rows_in(form: Mapping[str, str]) -> list[dict[str, str]]:
    """Return the rows of a form that was sent, as they were typed."""
    numbers = sorted(int(found[1]) for name in form if (found := re.fullmatch(r"state_([0-9]{1,4})", name)))
    return [{name: form.get(f"{name}_{at}", "") for name in ROW_FIELDS} for at in numbers]


def differences_of(part: Part, was: Any, is_: Any) -> tuple[SettingsDifference, ...]:  # noqa: ANN401 - JSON as stored
    """Return what differs between two values of a part."""
    if part.is_list:
        return tuple(list_differences(part.section, "code", was, is_))
    if part.setting == "messages":
        was, is_ = all_messages(was), all_messages(is_)
    if part.setting == "kiosk":
        was, is_ = _in_minutes(was), _in_minutes(is_)
    return tuple(field_differences(part.section, was, is_))


def _row(one: Mapping[str, Any]) -> dict[str, str]:
    names, state = one["names"], OFFERED if one.get("offered", True) else NOT_OFFERED
    fields = {name: "" if one.get(name) is None else str(one[name]) for name in POWER_FIELDS}
    more = {tag: text for tag, text in names.items() if tag not in LANGUAGES}
    others = json.dumps(more, ensure_ascii=False) if more else ""
    shown = {"code": one["code"], "ar": names.get("ar", ""), "en": names.get("en", ""), OTHERS: others}
    return {**shown, "state": state, **fields}


def _read_messages(form: Mapping[str, str]) -> ReadForm:
    said = {name: {tag: _lines(form.get(f"{name}_{tag}", "")) for tag in LANGUAGES} for name in PLACEHOLDERS}
    wrong = [Wrong(one.code or "other", one.key.split(".")[1]) for one in message_problems(said)]
    return ReadForm(own_messages(said), wrong)


def _read_notice(form: Mapping[str, str]) -> ReadForm:
    texts = {tag: _lines(form[tag]) for tag in LANGUAGES if form.get(tag)}
    wrong = [Wrong("long") for text in texts.values() if len(text) > LONGEST_NAME]
    return ReadForm(texts, [*wrong, *([Wrong("one_language")] if len(texts) == 1 else [])])


def _read_kiosk(form: Mapping[str, str]) -> ReadForm:
    typed = in_digits(form.get("long_wait_min", "") or "0", WESTERN)
    if not re.fullmatch(r"[0-9]{1,3}", typed) or int(typed) > LONGEST_WAIT_MIN:
        return ReadForm(None, [Wrong("long_wait")])
    return ReadForm({"long_wait_s": int(typed) * 60, "phone": form.get("phone") == "yes"})


def _in_minutes(value: Mapping[str, Any]) -> dict[str, Any]:
    return {"long_wait_min": round(value["long_wait_s"] / 60), "phone": value["phone"]}


_READERS: Mapping[str, Callable[[Mapping[str, str]], ReadForm]] = {
    "messages": _read_messages, "ticket_notice": _read_notice, "kiosk": _read_kiosk,
}  # fmt: skip


def _lines(text: str) -> str:
    """Return a text whose lines end as halls store them; browsers send two characters."""
    return text.replace("\r\n", "\n")


def _read_list(part: Part, form: Mapping[str, str]) -> ReadForm:
    read = ReadForm(value=[])
    rows = [row for row in rows_in(form) if row["code"] or row["ar"] or row["en"]]
    kept = [row for row in rows if row["state"] != REMOVED]
    taken = {row["code"] for row in rows}
    for row in kept:
        code = row["code"] or _free_code(row["en"], part.section, taken)
        taken.add(code)
        read.value.append(_entry(part, code, row, read.wrong))
    if not kept:
        read.wrong.append(Wrong("empty"))
    if len(kept) > MOST_ENTRIES:
        read.wrong.append(Wrong("too_many"))
    entries = [PowerEntry(**one) if part.section == "power" else NamedEntry(**one) for one in map(_typed, read.value)]
    read.wrong += [_wrong(one, read.value) for one in list_problems(part.section, entries)]
    return read


def _entry(part: Part, code: str, row: Mapping[str, str], wrong: list[Wrong]) -> dict[str, Any]:
    names, others = {tag: " ".join(row[tag].split()) for tag in LANGUAGES}, _other_names(row[OTHERS])
    called = names["ar"] or names["en"]
    if others is None:
        wrong.append(Wrong("other", called))
    names |= others or {}
    if any(unseen_signs(_lines(text)) for text in (*row.values(), *names.values())):
        wrong.append(Wrong("unseen", called))
    if any(len(text) > LONGEST_NAME for text in names.values()):
        wrong.append(Wrong("long", called))
    entry = {"code": code, "names": names, "offered": row["state"] != NOT_OFFERED}
    if part.section != "power":
        return entry
    limit, until = in_digits(row["limit_omr"], WESTERN), row["valid_until"]
    if limit and not re.fullmatch(r"[0-9]{1,10}", limit):
        wrong.append(Wrong("limit", called))
        limit = ""
    if until and not _is_day(until):
        wrong.append(Wrong("until", called))
        until = ""
    return {
        **entry, "decision": row["decision"], "holder": " ".join(row["holder"].split()),
        "limit_omr": int(limit) if limit else None, "valid_until": until or None,
    }  # fmt: skip


def _other_names(text: str) -> dict[str, str] | None:
    """Return the names in other languages that a form carries along, or None if these are not names."""
    try:
        read = json.loads(text or "{}")
    except ValueError:
        return None
    if not isinstance(read, dict) or not all(isinstance(one, str) for one in read.values()):
        return None
    return {tag: one for tag, one in read.items() if tag not in LANGUAGES}


def _typed(one: Mapping[str, Any]) -> dict[str, Any]:
    until = one.get("valid_until")
    return {**one, "valid_until": date.fromisoformat(until)} if until else dict(one)


def _wrong(problem: ListProblem, entries: Sequence[Mapping[str, Any]]) -> Wrong:
    found = re.search(r"\[(\d+)\]", problem.key)
    names = entries[int(found[1])]["names"] if found else {}
    return Wrong(problem.code, names.get("ar", "") or names.get("en", ""))


def _free_code(name: str, section: str, taken: set[str]) -> str:
    """Return a code that no entry has, of the letters of the English name."""
    base = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")[:50] or section
    return next(code for code in _numbered(base) if code not in taken)


def _numbered(base: str) -> Iterator[str]:
    yield base
    number = 2
    while True:
        yield f"{base}_{number}"
        number += 1


def _is_day(text: str) -> bool:
    try:
        return 2000 <= date.fromisoformat(text).year < 9000
    except ValueError:
        return False
