"""A command on its way through the command queue, and why the queue could not store it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Generic, TypeVar

from sqlalchemy.exc import DBAPIError

from hall.kernel.callers import Key
from hall.kernel.moment import Moment

W = TypeVar("W")
T = TypeVar("T")


class CommandQueueError(Exception):
    """The hall cannot store anything now; nothing of the command was done."""


class CommandQueueClosedError(CommandQueueError):
    """The hall stops: the command was not begun."""


class DatabaseDamagedError(CommandQueueError):
    """The database is damaged or gone: nothing is stored until a copy was restored."""


@dataclass
class Job(Generic[W, T]):
    """A command that waits or runs, and its answer or refusal until the commit is on disk."""

    command: Callable[[W, Moment], T]
    future: Future[T]
    key: Key | None = None
    answer: T | None = None
    refusal: Exception | None = None

    def settle(self) -> None:
        """Give the future its answer or its refusal."""
        if self.refusal is not None:
            self.future.set_exception(self.refusal)
        else:
            self.future.set_result(self.answer)  # type: ignore[arg-type]  # T may be None itself


def not_stored(error: Exception) -> CommandQueueError:
    """Return the error for a caller whose command could not be stored, with the reason as its cause."""
    reason = (error.orig if isinstance(error, DBAPIError) else None) or error
    failure = CommandQueueError(str(error) if isinstance(error, CommandQueueError) else f"nothing was stored: {reason}")
    failure.__cause__ = error
    return failure
