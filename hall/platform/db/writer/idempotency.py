"""One answer for each idempotency key, stored in the transaction of the command that gave it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, bindparam, delete, insert, select

from hall.kernel.callers import Answer, Key
from hall.kernel.refusals import HallError
from hall.platform.db.tables.core import idempotency

_FIND = select(idempotency.c.digest, idempotency.c.status, idempotency.c.body).where(
    idempotency.c.scope == bindparam("scope"), idempotency.c.key == bindparam("key")
)
_INSERT = insert(idempotency)


class KeyReusedError(HallError):
    """The idempotency key came before with another body or path."""

    code = "key_reused"


def stored_answer(connection: Connection, key: Key) -> Answer | None:
    """Return the answer given under this key, or None; raise KeyReusedError when it came with something else."""
    row = connection.execute(_FIND, {"scope": key.scope, "key": key.key}).first()
    if row is None:
        return None
    if row.digest != key.digest:
        raise KeyReusedError("this Idempotency-Key was used for another request; make a new key for a new request")
    return Answer(row.status, bytes(row.body))


def store_answer(connection: Connection, key: Key, answer: Answer, day: date) -> None:
    """Keep the answer under its key; `day` is the service day after which it may go."""
    values = {"scope": key.scope, "key": key.key, "digest": key.digest, "service_day": day}
    connection.execute(_INSERT, {**values, "status": answer.status, "body": answer.body})


def forget_answers(connection: Connection, before: date) -> int:
    """Remove the answers of service days before this one, which no client repeats any more; return how many."""
    return connection.execute(delete(idempotency).where(idempotency.c.service_day < before)).rowcount
