"""Programs of the version before work at a hall of today, and programs of today at a hall of the version before.

What the version before reads and sends is recorded (`tests.contracts.version_before`). A change that fails here needs
another way: a new field has a default, an old one stays, a new value of an enum that is sent travels as a text.
"""

from __future__ import annotations

from contracts.codec.message import Message, Request
from contracts.codec.reader import ContractError, from_json
from contracts.codec.writer import without_defaults
from tests.contracts.test_strictness import MESSAGES
from tests.contracts.version_before import classes_before, samples

BEFORE = classes_before()
TODAY = {kind.__name__: kind for kind in MESSAGES}


def test_names_of_messages_are_unique_and_none_of_before_is_gone() -> None:
    assert len(BEFORE) > 100, "the record of the version before is there"
    assert len(TODAY) == len(MESSAGES)
    assert set(BEFORE) <= set(TODAY)


def test_today_reads_what_the_version_before_sends() -> None:
    sent = [(name, sample) for name in BEFORE for sample in samples(BEFORE[name])]
    assert [why for name, sample in sent if (why := why_unread(TODAY[name], sample))] == []


def test_the_version_before_reads_what_today_sends() -> None:
    sent = [(name, as_sent(TODAY[name], sample)) for name in BEFORE for sample in samples(TODAY[name])]
    assert [why for name, sample in sent if (why := why_unread(BEFORE[name], sample))] == []


def why_unread(kind: type[Message], sent: object) -> str:
    """Return the message with its fault, where one of this kind cannot be read; else nothing."""
    try:
        read = from_json(kind, sent)
    except ContractError as error:
        return f"{kind.__name__}: {error}"
    return "" if isinstance(read, kind) else f"{kind.__name__}: read as {read!r}"


def as_sent(kind: type[Message], sample: dict[str, object]) -> object:
    """Return what leaves a program of today: a request goes without the fields that say what they say anyway."""
    if not issubclass(kind, Request):
        return sample
    known = {name: item for name, item in sample.items() if name in BEFORE[kind.__name__].__struct_fields__}
    return without_defaults(from_json(kind, known))
