"""How commands and questions reach the hall's data: the one writer, and consistent reads beside it.

`W_co` is what a command may see and change. Who holds a writer or a reader names the part of it that he needs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Protocol, TypeVar

from contracts.live import FactMessage
from hall.kernel.callers import Answer, Key
from hall.kernel.moment import Moment

T = TypeVar("T")
W_co = TypeVar("W_co", covariant=True)


class Clock(Protocol):
    """Time, handed in."""

    def now(self) -> Moment:
        """Return this instant."""
        ...


class Commands(Protocol[W_co]):
    """The one writer."""

    def submit(self, command: Callable[[W_co, Moment], Answer], key: Key | None) -> Future[Answer]:
        """Run a command in its own savepoint; the future is done when it is on disk.

        With a key that came before, its stored answer comes back and the command does not run; another digest under the
        same key raises KeyReusedError. A refusal (HallError) changes nothing and is not stored.
        """
        ...

    def run(self, command: Callable[[W_co, Moment], T]) -> Future[T]:
        """Run a command of the hall's own: any answer, no key."""
        ...


class Reads(Protocol[W_co]):
    """Consistent reads beside the writer."""

    def read(self, question: Callable[[W_co, Moment], T]) -> Future[T]:
        """Ask in one read transaction on a reader's own connection."""
        ...


class FactReads(Reads[W_co], Protocol[W_co]):
    """Reads that give stored facts too, for the live link."""

    def facts_after(self, seq: int, limit: int) -> Future[Sequence[FactMessage] | None]:
        """Return at most `limit` facts after `seq`, or None when the service day does not reach back that far."""
        ...


class Store(Protocol[W_co]):
    """An open store."""

    @property
    def commands(self) -> Commands[W_co]:
        """The one writer."""
        ...

    @property
    def reads(self) -> Reads[W_co]:
        """Reads beside it."""
        ...
