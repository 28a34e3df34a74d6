"""What scoring advice needs: what was shown, whether it was done, and what the hour brought."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from contracts.waits.outlook import AdviceKind


@dataclass(frozen=True, slots=True)
class GivenAdvice:
    """One advice as it was shown, and its outcome once that is known."""

    id: str
    at: datetime
    service_day: date
    kind: AdviceKind
    service: str
    counter: int
    agent: str | None
    services: tuple[str, ...]
    gain_low: int
    gain_likely: int
    gain_high: int
    share_without: int
    followed_at: datetime | None = None
    visitors: int | None = None
    within: int | None = None
    scored: bool = False


class AdviceStore(Protocol):
    """The advice that was shown."""

    def newest(self, kind: AdviceKind, service: str, counter: int, since: datetime) -> GivenAdvice | None:
        """Return the same advice given since then, or None."""
        ...

    def save(self, advice: GivenAdvice) -> None:
        """Store a new one, or its outcome."""
        ...

    def unscored(self, before: datetime) -> Sequence[GivenAdvice]:
        """Return those given before then whose outcome is not stored, oldest first."""
        ...

    def between(self, first: date, last: date) -> Sequence[GivenAdvice]:
        """Return those of these service days, the newest first."""
        ...

    def done_at(self, advice: GivenAdvice, until: datetime) -> datetime | None:
        """Return when somebody first did what was advised, from the advice until then; None where nobody did."""
        ...

    def hour(self, advice: GivenAdvice, until: datetime, targets: Mapping[str, float]) -> tuple[int, int]:
        """Return who waited at the advice or came until then, and how many of them were called within their target."""
        ...
