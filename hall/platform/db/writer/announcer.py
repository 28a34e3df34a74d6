"""Pass committed facts to the listeners, in the order of their numbers, on the writer's thread.

A listener must be quick and must not wait: `hall.platform.live.hub` only passes the facts to the event loop, where each
open link has a separate bounded queue.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from threading import Lock

from contracts.live import FactMessage

log = logging.getLogger(__name__)

Listener = Callable[[Sequence[FactMessage]], None]


class Announcer:
    """The listeners of one hall."""

    def __init__(self) -> None:
        self._listeners: tuple[Listener, ...] = ()
        self._changing = Lock()

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Pass each fact committed from now on to the listener; return a function that ends this. From any thread."""
        with self._changing:
            self._listeners = (*self._listeners, listener)
        return lambda: self._leave(listener)

    def announce(self, facts: Sequence[FactMessage]) -> None:
        """Pass the facts of one commit to all listeners."""
        if not facts:
            return
        for listener in self._listeners:
            try:
                listener(facts)
            except Exception:  # the edge between the writer and its listeners: a bad listener must not stop the hall
                log.exception("a listener failed on the facts %d to %d", facts[0].seq, facts[-1].seq)

    def _leave(self, listener: Listener) -> None:
        with self._changing:
            self._listeners = tuple(other for other in self._listeners if other is not listener)
