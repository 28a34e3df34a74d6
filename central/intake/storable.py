"""Find the entries that the database itself refuses, so that the others of their batch go through."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import date

from sqlalchemy import Connection
from sqlalchemy.exc import DataError

from central.intake.line_parser import Bad, Sorted, sort_lines

_REASON_LENGTH = 200


def sort_storable(
    connection: Connection,
    lines: Sequence[tuple[int, bytes]],
    merge: Callable[[Sorted], None],
    *,
    hall: str,
    today: date,
) -> Sorted:
    """Return the rows of `lines` as `sort_lines` does, those that `merge` cannot store among the bad ones.

    Each line is tried alone within the transaction, and the trial undone: some milliseconds a line. What every line
    passes alone is left to be stored together.
    """
    refused: list[Bad] = []
    kept: list[tuple[int, bytes]] = []
    for seq, line in lines:
        reason = _refusal(connection, merge, sort_lines([(seq, line)], hall=hall, today=today))
        if reason is None:
            kept.append((seq, line))
        else:
            refused.append(Bad(seq, reason, line, hashlib.sha256(line).hexdigest()))
    found = sort_lines(kept, hall=hall, today=today)
    found.bad = sorted([*found.bad, *refused], key=lambda bad: bad.seq)
    return found


def _refusal(connection: Connection, merge: Callable[[Sorted], None], one: Sorted) -> str | None:
    trial = connection.begin_nested()
    try:
        merge(one)
    except DataError as error:
        said = str(error.orig).partition("\n")[0]
        return f"the centre's database does not take it: {said:.{_REASON_LENGTH}}"
    finally:
        trial.rollback()
    return None
