"""Where a machine gets its release from: the centre or its hall; both are asked in the same way."""

from __future__ import annotations

from typing import Protocol

from commands.update.problem import Problem
from contracts.releases import OfferedRelease, ReleaseResult


class AwayError(Exception):
    """The source gives no answer that can be used: nothing is done now."""


class Source(Protocol):
    """Gives a release file in parts; each method raises AwayError where it gives no answer."""

    @property
    def hears_all(self) -> bool:
        """Whether it wants to know of a version that it does not offer, too."""
        ...

    def offer(self) -> OfferedRelease | None:
        """Return the release that this machine should have now, or None."""
        ...

    def why_wait(self) -> Problem | None:
        """Return why the release may not be installed now, or None."""
        ...

    def part(self, offer: OfferedRelease, part: int) -> bytes:
        """Return a part of the file."""
        ...

    def tell(self, version: str, result: ReleaseResult) -> None:
        """Say how far a release is; the next run says again what did not arrive."""
        ...
