"""The lists that the set-up file, the hall's pages and the centre give: their entries, and what must hold in them.

>>> twice = (NamedEntry("a", {"ar": "أ", "en": "A"}), NamedEntry("b", {"ar": "ب", "en": "a"}))
>>> [(one.key, one.code) for one in list_problems("topic", twice)]
[('topic[1].names.en', 'name_twice')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

LARGEST_OMR = 1_000_000_000
"""No decision of a hall is worth more, in Omani rials."""
LONGEST_NAME = 200
_CODE = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")


@dataclass(frozen=True)
class NamedEntry:
    """`[[topic]]`, alike a directorate and a reason; one that is not `offered` is chosen no more and keeps its name."""

    code: str
    names: dict[str, str]
    offered: bool = True


@dataclass(frozen=True)
class PowerEntry(NamedEntry):
    """`[[power]]`: by which decision, to whom, up to how many rials and until which day it is delegated."""

    decision: str = ""
    holder: str = ""
    limit_omr: int | None = None
    valid_until: date | None = None


@dataclass(frozen=True)
class ListProblem:
    """One mistake: its place in the set-up file, a sentence, and which mistake it is."""

    key: str
    text: str
    code: str


def list_problems(name: str, entries: Sequence[NamedEntry]) -> Iterator[ListProblem]:
    """Yield everything that is wrong in a list; `name` is its name in the set-up file."""
    for at, entry in enumerate(entries):
        key, earlier = f"{name}[{at}]", entries[:at]
        if not _CODE.fullmatch(entry.code):
            text = f"a code has 1 to 64 small Latin letters, digits, hyphens and underscores, got {entry.code!r}"
            yield ListProblem(f"{key}.code", text, "code")
        if any(entry.code == other.code for other in earlier):
            yield ListProblem(f"{key}.code", f"{entry.code!r} is given twice", "twice")
        for language in ("ar", "en"):
            if not entry.names.get(language, "").strip():
                yield ListProblem(f"{key}.names", f"needs a text in {language!r}", "names")
        yield from _power(entry, key) if isinstance(entry, PowerEntry) else _name_twice(entry, earlier, key)
    if name != "power" and entries and not any(entry.offered for entry in entries):
        yield ListProblem(name, "at least one must be offered: people must choose one", "none_offered")


def _name_twice(entry: NamedEntry, earlier: Sequence[NamedEntry], key: str) -> Iterator[ListProblem]:
    """Yield the languages in which people could not tell two entries apart; of a power, the holder tells."""
    for language, text in entry.names.items():
        same = [one for one in earlier if one.offered and _plain(one.names.get(language, "")) == _plain(text)]
        if entry.offered and text.strip() and same:
            problem = f"another one that is offered has the name {text.strip()!r}"
            yield ListProblem(f"{key}.names.{language}", problem, "name_twice")


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _power(entry: PowerEntry, key: str) -> Iterator[ListProblem]:
    if entry.limit_omr is not None and not 1 <= entry.limit_omr <= LARGEST_OMR:
        yield ListProblem(f"{key}.limit_omr", f"expected 1 to {LARGEST_OMR} rials, or nothing for no limit", "limit")
    for field in ("decision", "holder"):
        if len(getattr(entry, field)) > LONGEST_NAME:
            yield ListProblem(f"{key}.{field}", f"at most {LONGEST_NAME} letters", "long")
