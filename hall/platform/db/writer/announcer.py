"""Hand committed facts to whoever listens, in the order of their numbers, on the writer's thread.

A listener must be quick and must not wait: `hall.platform.live.hub` only passes the facts to the event loop, where each
open link has a bounded queue of its own.
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
        """Tell the listener every fact committed from now on; return what ends that. From any thread."""
        with self._changing:
            self._listeners = (*self._listeners, listener)
        return lambda: self._leave(listener)

    def announce(self, facts: Sequence[FactMessage]) -> None:
        """Tell the facts of one commit."""
        if not facts:
            return
        for listener in self._listeners:
            try:
                listener(facts)
            except (
                Exception
            ):  # the edge between the writer and whoever listens: one bad listener must not stop the hall
                log.exception("a listener failed on the facts %d to %d", facts[0].seq, facts[-1].seq)

    def _leave(self, listener: Listener) -> None:
        with self._changing:
            self._listeners = tuple(other for other in self._listeners if other is not listener)
