"""What the use cases need of return slips."""

from __future__ import annotations

from typing import Protocol

from hall.domain.ids import VisitId
from hall.domain.return_slip import ReturnSlip


class ReturnStore(Protocol):
    """The codes with which visitors come back on another day."""

    def find(self, code: str) -> ReturnSlip | None:
        """Return the slip with this code, or None."""
        ...

    def of_visit(self, visit: VisitId) -> ReturnSlip | None:
        """Return the slip that this visit left, or None."""
        ...

    def used_by(self, visit: VisitId) -> ReturnSlip | None:
        """Return the slip with which this visit's holder came back, or None."""
        ...

    def save(self, slip: ReturnSlip) -> None:
        """Store a new or changed slip."""
        ...

    def drop(self, code: str) -> None:
        """Forget a slip: the finish that made it was taken back."""
        ...


class HasReturns(Protocol):
    """Gives return slips."""

    @property
    def returns(self) -> ReturnStore:
        """The codes with which visitors come back."""
        ...
