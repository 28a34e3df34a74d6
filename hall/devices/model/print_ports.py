"""What the use cases about paper need remembered: attempts to print, and the roll in each printer."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from contracts.words.hall import PrintState
from hall.devices.model.paper_roll import PaperRoll
from hall.kernel.ids import DeviceId, VisitId
from hall.kernel.moment import Moment


@dataclass(frozen=True)
class PrintAttempt:
    """The newest state of one attempt to print a ticket; `at` is when it came to it."""

    attempt: str
    visit: VisitId
    state: PrintState
    device: str
    reason: str | None
    at: Moment


class PrintStore(Protocol):
    """Attempts to print."""

    def find(self, attempt: str) -> PrintAttempt | None:
        """Return the attempt, or None."""
        ...

    def save(self, attempt: PrintAttempt) -> None:
        """Store its newest state."""
        ...

    def in_states(self, states: Collection[PrintState], day: date) -> Sequence[PrintAttempt]:
        """Return the attempts of the day's visits that stand in one of these states, oldest first."""
        ...

    def of_visit(self, visit: VisitId) -> Sequence[PrintAttempt]:
        """Return every attempt for one visit, oldest first."""
        ...

    def newest_of(self, device: str, day: date, limit: int) -> Sequence[PrintAttempt]:
        """Return the device's newest attempts of the day, newest first, one for each visit."""
        ...


class PaperStore(Protocol):
    """The roll in each device's printer."""

    def roll(self, device: DeviceId) -> PaperRoll:
        """Return the device's roll; one that nothing is known of, for a printer that is new."""
        ...

    def save(self, roll: PaperRoll) -> None:
        """Store how the roll stands."""
        ...

    def all(self) -> Mapping[DeviceId, PaperRoll]:
        """Return every roll that something is known of."""
        ...


class HasPrints(Protocol):
    """Gives the attempts to print."""

    @property
    def prints(self) -> PrintStore:
        """The attempts to print."""
        ...


class HasPapers(Protocol):
    """Gives the roll in each printer."""

    @property
    def papers(self) -> PaperStore:
        """The roll in each printer."""
        ...
