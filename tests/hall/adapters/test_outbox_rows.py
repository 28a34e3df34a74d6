"""Appending to the outbox."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, select

from contracts.outbox_entry import GENESIS, EntryKind, encode_body, link
from hall.adapters.outbox_rows import append_entry
from hall.adapters.tables import outbox
from tests.helpers.example_hall import NINE, TUESDAY

pytestmark = pytest.mark.dialect


def append(connection, text: str) -> int:
    body = encode_body({"kind": "audit", "text": text})
    return append_entry(connection, EntryKind.AUDIT, body, visit=None, rev=1, day=TUESDAY, at=NINE)


def test_each_entry_is_linked_to_the_one_before(engine: Engine) -> None:
    with engine.begin() as connection:
        assert [append(connection, text) for text in ("دور", "turn")] == [1, 2]
        rows = connection.execute(select(outbox.c.body, outbox.c.chain).order_by(outbox.c.seq)).all()
    first = link(GENESIS, bytes(rows[0].body))
    assert [row.chain for row in rows] == [first, link(first, bytes(rows[1].body))]


def test_an_undone_entry_leaves_neither_number_nor_link(engine: Engine) -> None:
    with engine.connect() as connection, connection.begin() as transaction:
        append(connection, "undone")
        transaction.rollback()
    with engine.begin() as connection:
        assert append(connection, "kept") == 1
        (chain,) = connection.execute(select(outbox.c.chain)).scalars()
    assert chain == link(GENESIS, encode_body({"kind": "audit", "text": "kept"}))
