"""A training room as the hall service tells of it. Additive only."""

from __future__ import annotations

from contracts.codec.message import Message


class TrainingPlace(Message, frozen=True):
    """Answer of POST /counters/{n}/training: a hall of made-up visitors for this counter alone.

    Its API begins at the hall's address with `path` before `/api/v1`; `token` is the counter's there. Every agent's PIN
    is `pin` in it, so that nobody practises with the real one. It is thrown away with all that was done in it.
    """

    counter: int
    path: str
    token: str
    pin: str
